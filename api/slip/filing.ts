import { isDuplicate } from '../../db/duplicate.ts'
import { slipAgenda } from '../../activities/payments/slip-ticket.ts'
import { houseAccount, houseActor } from '../../db/house.ts'
import { isEmail } from '../../forms/formats.ts'
import { audit, type Acting } from '../audit.ts'
import type { FieldProblem, Language, Slip } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { fileCase } from '../filing.ts'
import { isSolved } from './puzzle.ts'
import { debtOfSlip, symbolOf } from './rule.ts'
import { countTry, noGuess } from './tries.ts'
import { enteredIn } from './view.ts'

/** No answer that a slip fits nothing comes sooner: how long it was looked for says nothing either. */
const missAfter = 300

interface Asked extends Acting {
  body: Slip
  ip: string
  language: Language
}

/**
 * Files the payment of a slip for the house's account, and gives its case. A slip that fits nothing, for whatever reason, is refused
 * with the same words after the same time.
 * @throws {Refusal} `invalid`, `slip-puzzle`, `slip-too-many`, `slip-unknown`
 */
export async function fileSlip(deps: Deps, asked: Asked): Promise<string> {
  const { db, settings, now } = deps
  const { body, language } = asked
  const entered = read(body, language)
  const known = await sentBefore(deps, body.id, entered)
  if (known !== undefined) return known
  if (!isSolved(settings.caseKey, now(), body)) throw new Refusal('slip-puzzle')
  const started = performance.now()
  await countTry(deps, { puzzle: body.puzzle, symbol: entered.symbol, ip: asked.ip })
  const debt = await debtOfSlip(deps, entered)
  if (!debt) {
    await new Promise(resolve => setTimeout(resolve, Math.max(0, missAfter - (performance.now() - started))))
    throw new Refusal('slip-unknown')
  }
  return db
    .transaction()
    .execute(async tx => {
      await noGuess(tx, body.puzzle)
      const { caseId } = await fileCase(tx, {
        messageId: body.id,
        agenda: slipAgenda,
        personId: houseAccount,
        actor: houseActor,
        data: { liability: debt.id, language, ...entered },
      })
      await audit(tx, asked, { what: `filed ${slipAgenda}`, caseId })
      return caseId
    })
    .catch(async (error: unknown) => {
      const first = isDuplicate(error) ? await sentBefore(deps, body.id, entered) : undefined
      if (first === undefined) throw error
      return first
    })
}

type Entered = ReturnType<typeof read>

/** Symbol, amount and address as they are stored. Throws Refusal `invalid` with a sentence at each place. */
function read({ symbol: typed, amount, email }: Slip, language: Language) {
  const [symbol, mail] = [symbolOf(typed), email?.trim() || undefined]
  const problems: FieldProblem[] = []
  if (symbol === null) problems.push({ path: '/symbol', rule: 'variable-symbol', message: wrong.symbol[language] })
  if (amount <= 0) problems.push({ path: '/amount', rule: 'money', message: wrong.amount[language] })
  if (mail !== undefined && !isEmail(mail))
    problems.push({ path: '/email', rule: 'email', message: wrong.email[language] })
  if (symbol === null || problems.length > 0) throw new Refusal('invalid', { problems })
  return { symbol, amount, ...(mail !== undefined && { email: mail }) }
}

const wrong = {
  symbol: {
    cs: 'Variabilní symbol má nejvýše deset číslic. Opište ho ze složenky.',
    en: 'A variable symbol has at most ten digits. Copy it from the slip.',
  },
  amount: {
    cs: 'Zadejte částku ze složenky, třeba 780,50.',
    en: 'Enter the amount from the slip, for example 780.50.',
  },
  email: {
    cs: 'Zadejte e-mail ve tvaru jmeno@priklad.cz, bez mezer a diakritiky.',
    en: 'Enter an e-mail address like name@example.com, without spaces or accents.',
  },
}

/** The case that this very message has filed already: its answer was lost on the way. */
async function sentBefore({ db }: Deps, id: string, entered: Entered): Promise<string | undefined> {
  const message = await db
    .selectFrom('message as m')
    .innerJoin('case as c', 'c.id', 'm.caseId')
    .select(['m.caseId', 'm.data'])
    .where('m.id', '=', id)
    .where('c.agenda', '=', slipAgenda)
    .executeTakeFirst()
  if (!message) return undefined
  const before = enteredIn(message.data)
  return before.symbol === entered.symbol && before.amount === entered.amount ? message.caseId : undefined
}
