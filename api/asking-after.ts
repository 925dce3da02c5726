import { recheckInTime, unaskedOf, type Rechecked } from '../activities/mandates/rechecking.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

type Asking = Pick<Deps, 'db' | 'registers' | 'teller' | 'log'>

/**
 * Before an act under a mandate that nobody has asked after for a day the state's registers are asked (death, dissolution). Registers
 * that do not answer in time stop nobody. Throws Refusal `mandate-ended` or `mandate-suspended` by what they say.
 */
export async function askAfter(deps: Asking, mandate: string): Promise<void> {
  const state = await asked(deps, mandate)
  if (state === 'ended') throw new Refusal('mandate-ended')
  if (state === 'suspended') throw new Refusal('mandate-suspended')
}

/** The same before a basket is judged, for every mandate of the payer: what ends by it, the judge no longer finds. */
export async function askAfterAll(deps: Asking, person: string): Promise<void> {
  // all at once: registers that hang are waited for once, however many mandates there are
  await Promise.all((await unaskedOf(deps.db, person)).map(mandate => asked(deps, mandate)))
}

async function asked({ db, registers, teller, log }: Asking, mandate: string): Promise<Rechecked> {
  const { state, messages } = await recheckInTime({ db, registers }, mandate, error =>
    log.warn({ err: error, mandate }, 'registers could not be asked about a mandate'),
  )
  messages.forEach(message => teller.tell(message))
  return state
}
