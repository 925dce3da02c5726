import type { FieldProblem, Language, ProblemDetails, Words } from './contract.ts'
import { caseErrors } from './errors/cases.ts'
import { deskErrors } from './errors/desk.ts'
import { fileErrors } from './errors/files.ts'
import { mandateErrors } from './errors/mandates.ts'
import { moneyErrors } from './errors/money.ts'
import { officeErrors } from './errors/office.ts'
import { requestErrors } from './errors/requests.ts'
import { signInErrors } from './errors/signing-in.ts'

/**
 * Everything the API refuses, with the words for people: what happened and what to do. The one place for them; a case's own
 * texts stand with its agenda, a form's with the form.
 */
export const errors = {
  ...requestErrors,
  ...signInErrors,
  ...caseErrors,
  ...mandateErrors,
  ...officeErrors,
  ...deskErrors,
  ...fileErrors,
  ...moneyErrors,
}

export type Code = keyof typeof errors

/** What the answer 202 says: stored, hence filed, although the engine behind it is not answering right now. */
export const engineAway: Words = {
  cs: 'Podání jsme přijali a uložili. Zpracujeme ho, jakmile to půjde; nemusíte nic opakovat.',
  en: 'We have received and stored your submission. We will process it as soon as we can; you need not repeat anything.',
}

/** A refusal in the words of the table. Throw it anywhere below the routes; the outermost middleware answers with it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: Code
  readonly values: Record<string, string | number>
  readonly problems: FieldProblem[] | undefined
  readonly next: string | undefined

  constructor(
    code: Code,
    more: { values?: Record<string, string | number>; problems?: FieldProblem[]; next?: string } = {},
  ) {
    super(code)
    this.code = code
    this.values = more.values ?? {}
    this.problems = more.problems
    this.next = more.next
  }

  get status(): number {
    return errors[this.code].status
  }
}

/** The refusal as RFC 9457 wants it, in the reader's language. `type` leads to the list of problems in the API's description. */
export function problemDetails(
  refusal: Refusal,
  language: Language,
  requestId: string,
  portalUrl: string,
): ProblemDetails {
  const { status, title, detail } = errors[refusal.code]
  const values: Record<string, string | number> = { requestId, ...refusal.values }
  return {
    type: `${portalUrl}/api/docs#${refusal.code}`,
    code: refusal.code,
    title: title[language],
    status,
    detail: detail[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    requestId,
    ...(refusal.problems && { problems: refusal.problems }),
    ...(refusal.next !== undefined && { next: refusal.next }),
  }
}
