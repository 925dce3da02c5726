import { CancellationScope } from '@temporalio/workflow'
import { Lapsed } from '../agenda.ts'
import { roleOf, signatureStep, type Joint } from '../joint.ts'
import type { Desk } from './desk.ts'
import type { Journal } from './journal.ts'

/** How long the others have to sign, before the case closes. */
const within = '30 days'

/** Thrown when so many have refused that the filing can no longer be signed by enough of them; it ends the case as `unsigned`. */
export class Unsigned extends Error {}

interface Parts {
  desk: Desk
  journal: Journal
  /** The id of the next thing that the case makes. */
  next(): string
  /** Who filed it, and in whose name. */
  filer: string
  principal: string
}

/**
 * Holds a filing until enough of those who act together have signed it: each is invited and asked at once, whoever is first. Its agenda
 * goes on then and knows nothing of it. Silence throws Lapsed, refusals throw Unsigned; the filer is told how it went.
 */
export async function collectSignatures(
  { signatures, others }: Joint,
  { desk, journal, next, filer, principal }: Parts,
): Promise<void> {
  const tell = (text: string, values: Record<string, string> = {}, party?: string) =>
    journal.notify({ id: next(), text, values: { principal, ...values }, documents: [], ...(party && { party }) })
  others.forEach(({ givenName, familyName, birthDate, person }, n) => {
    const name = `${givenName} ${familyName}`
    journal.invite({ role: roleOf(n), name, birthDate, ...(person !== null && { person }) })
    tell('house/sign-with-me', { filer, name }, roleOf(n))
  })
  const asking = new CancellationScope()
  try {
    await asking.run(() => enough(signatures - 1, others.length, n => desk.ask(signatureStep, roleOf(n), { within })))
  } catch (error) {
    if (error instanceof Lapsed) tell('house/not-signed-in-time')
    if (error instanceof Unsigned) tell('house/signature-refused')
    throw error
  } finally {
    // whoever has not answered need not any more
    asking.cancel()
  }
  tell('house/signed-together')
}

/** Asks all at once; resolves when enough have signed, rejects with Unsigned when that can be no more, or with what an asking threw. */
function enough(needed: number, all: number, ask: (n: number) => Promise<unknown>): Promise<void> {
  let [signed, left] = [0, all]
  return new Promise((resolve, reject) => {
    for (let n = 0; n < all; n++)
      void ask(n).then(answer => {
        if (isSigned(answer)) signed++
        left--
        if (signed >= needed) resolve()
        else if (signed + left < needed) reject(new Unsigned())
      }, reject)
  })
}

const isSigned = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'sign' in answer && answer.sign === 'yes'
