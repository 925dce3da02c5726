import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endBrokenOff } from '../../activities/ledger/exchange/broken-off.ts'
import type { LedgerImportView } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { csv, debt } from '../debt-files.ts'
import { holding, until } from '../portal.ts'
import { clerk } from '../residents.ts'
import { stack } from '../stack.ts'

let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(async () => {
  await stack.api.start()
  await database.close()
})

const imports = (name: string) =>
  db
    .selectFrom('ledger_import')
    .select(['phase', 'failure', 'staged', 'endedAt'])
    .where('fileName', '=', name)
    .execute()
const known = (numbers: string[]) =>
  db.selectFrom('liability').select(['number', 'principal']).where('number', 'in', numbers).orderBy('number').execute()

test('an import whose process is killed ends as failed, nothing of it remains, and the same file can be brought again', async () => {
  const who = holding((await clerk(db, 'treasurer')).cookie)
  const send = (name: string, bytes: Uint8Array) =>
    who.send<LedgerImportView>('POST', `/api/money/imports?name=${name}`, bytes)
  const [one, other] = [debt(), debt()]
  const numbers = [one.number ?? '', other.number ?? '']
  expect((await send('first.csv', csv([one]))).body).toMatchObject({ phase: 'done', added: 1 })
  const before = await known(numbers)

  // somebody else holds a debt of the file, so that the import stands in the middle of its transaction
  const file = csv([{ ...one, principal: '900' }, other])
  const [locked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = db.transaction().execute(async tx => {
    await sql`select from liability where number = ${one.number} for update`.execute(tx)
    locked.resolve()
    await end.promise
  })
  await locked.promise
  const broken = send('second.csv', file).then(
    () => 'answered',
    () => 'cut off',
  )
  await until(
    () => imports('second.csv'),
    rows => rows[0]?.phase === 'applying',
  )
  // any process may look; what is under way is left alone
  expect(await endBrokenOff(db)).toBe(0)
  await stack.api.kill()
  expect(await broken).toBe('cut off')
  end.resolve()
  await held
  await stack.api.start()

  const [ended] = await until(
    () => imports('second.csv'),
    rows => rows[0]?.endedAt !== null,
  )
  expect(ended).toMatchObject({ phase: 'failed', failure: 'interrupted', staged: 2 })
  expect(await known(numbers)).toEqual(before)
  const again = await send('second.csv', file)
  expect([again.status, again.body]).toMatchObject([200, { phase: 'done', added: 1, changed: 1, failure: null }])
  expect((await known(numbers)).map(({ principal }) => principal).toSorted((a, b) => a - b)).toEqual([78_000, 90_000])
})
