import { randomUUID } from 'node:crypto'
import { BrokenStatement, type Statement } from '../../activities/bank/statement.ts'
import { importStatement, type OpenLine } from '../../activities/bank/import.ts'
import { StatementDiffers } from '../../activities/bank/known.ts'
import type { SentRefund } from '../../activities/bank/outgoing.ts'
import { readStatements } from '../../activities/bank/read.ts'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { houseActor } from '../../db/house.ts'
import { ibanToAccount } from '../../forms/bank.ts'
import { audit, type Acting } from '../audit.ts'
import type { Language } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { fileCase, fileHouseCases } from '../filing.ts'

/** So many cases are told at once to the engine; the relay tells the rest. */
const toldAtOnce = 20

const accountsOf = (city: City) => [...new Set(Object.values(city.accounts).map(({ iban }) => iban))]

/**
 * Takes the statements of a file over, each in a transaction of its own: all of a statement or nothing. The file is read whole before
 * anything is written. Throws Refusal `statement-broken` or `statement-differs`.
 */
export async function takeOver(
  deps: Deps,
  by: Acting & { language: Language },
  official: string,
  file: { name: string; bytes: Uint8Array },
): Promise<{ id: string; already: boolean }[]> {
  const taken: { id: string; already: boolean }[] = []
  for (const statement of statementsIn(deps.city, file.bytes, by.language)) {
    const messages: string[] = []
    const outcome = await deps.db
      .transaction()
      .execute(async tx => {
        const imported = await importStatement(tx, statement, {
          ...{
            fileName: file.name,
            official,
            accounts: { payouts: deps.city.cardPayouts.map(({ iban }) => iban), own: accountsOf(deps.city) },
          },
          async fileCases(inside, lines) {
            const filed = await fileHouseCases(inside, 'unidentified-payment', lines.map(noticeOf))
            messages.push(...filed.map(({ messageId }) => messageId))
            return filed.map(({ caseId }) => caseId)
          },
          async fileReturn(inside, refund) {
            const messageId = randomUUID()
            await fileReturn(inside, refund, messageId)
            messages.push(messageId)
          },
        })
        const { account, year, number } = statement
        const what = imported.already ? 'brought a known statement' : 'imported a statement'
        await audit(tx, by, {
          what,
          details: { statement: imported.id, account, year, number, lines: statement.lines.length },
        })
        return imported
      })
      .catch((error: unknown) => {
        if (!(error instanceof StatementDiffers)) throw error
        const { account, number, year } = error.statement
        throw new Refusal('statement-differs', { values: { number, year, account: ibanToAccount(account) ?? account } })
      })
    taken.push(outcome)
    for (const message of messages.slice(0, toldAtOnce)) deps.teller.tell(message)
  }
  return taken
}

function statementsIn(city: City, bytes: Uint8Array, language: Language): Statement[] {
  try {
    return readStatements(bytes, accountsOf(city))
  } catch (error) {
    if (!(error instanceof BrokenStatement)) throw error
    const { line, element, reason } = error
    const place = element === null ? '' : `, ${element}`
    throw new Refusal('statement-broken', { values: { line, place, reason: reason[language] } })
  }
}

/** A refund came back after its payer was told that it is on its way: the one who asked for it hears of it in a case of the house. */
async function fileReturn(tx: Db, { id, caseId, amount, account }: SentRefund, messageId: string): Promise<void> {
  const { personId } = await tx.selectFrom('case').select('personId').where('id', '=', caseId).executeTakeFirstOrThrow()
  const data = { reason: 'transfer-returned', refund: id, amount, account: ibanToAccount(account) ?? account }
  await fileCase(tx, { messageId, agenda: 'payment-review', personId, actor: houseActor, data })
}

/** What the case begins with: the money as the clerk is to see it. */
const noticeOf = ({ id, why, amount, bookedOn, account, ...line }: OpenLine) => ({
  ...{ line: id, why, amount, bookedOn, account: ibanToAccount(account) ?? account },
  ...(line.variableSymbol !== null && { variableSymbol: line.variableSymbol }),
  ...(line.specificSymbol !== null && { specificSymbol: line.specificSymbol }),
  ...(line.counterName !== null && { counterName: line.counterName }),
  ...(line.counterAccount !== null && { counterAccount: ibanToAccount(line.counterAccount) ?? line.counterAccount }),
  ...(line.message !== null && { message: line.message }),
})
