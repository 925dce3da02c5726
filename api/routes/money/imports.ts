import Type from 'typebox'
import { importDebts } from '../../../activities/ledger/exchange/import.ts'
import { audit } from '../../audit.ts'
import { LedgerImports, LedgerImportView } from '../../contract.ts'
import { ledgerImports } from '../../money/imports.ts'
import { route } from '../../route.ts'

/** Who keeps the city's money. */
const who = { role: 'treasurer' } as const
const megabyte = 1024 * 1024

export const imports = [
  route({
    method: 'get',
    path: '/api/money/imports',
    summary: 'Files of debts from the accounting: how far each is, and what came of it.',
    who,
    quiet: true,
    answers: { 200: LedgerImports },
    async handle(_, { db }) {
      return { status: 200, body: { imports: await ledgerImports(db, {}) } }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/imports',
    summary:
      'Takes a file of debts over from the accounting, all of it or nothing; answers when that is done. Mistakes are named in `problems`.',
    who,
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    takes: { types: ['text/csv', 'application/json', 'application/octet-stream'], bytes: 64 * megabyte },
    answers: { 200: LedgerImportView },
    async handle(ctx, { db, city }) {
      const { name: by } = ctx.who.official
      const { id } = await importDebts(db, city, { name: ctx.query.name, bytes: ctx.rawBody, by })
      await audit(db, ctx, { what: 'brought debts of the accounting', details: { import: id, file: ctx.query.name } })
      const [view] = await ledgerImports(db, { id })
      if (!view) throw new TypeError('An import that was made is there.')
      return { status: 200, body: view }
    },
  }),
]
