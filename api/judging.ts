import { accept } from '../forms/judge.ts'
import { valuesAt } from '../forms/pointer.ts'
import { say } from '../forms/words.ts'
import { walk, type Schema } from '../forms/schema.ts'
import type { Definition } from '../forms/definition.ts'
import type { Form } from '../forms/form.ts'
import type { DefinitionContent } from '../db/tables/cases.ts'
import { agendas } from '../workflows/agendas/index.ts'
import { houseForms } from '../workflows/joint.ts'
import type { ActingFor } from './acting.ts'
import { debtToSpread } from './checks/debt-to-spread.ts'
import { files } from './checks/files.ts'
import { mandateGrant } from './checks/mandate-grant.ts'
import { openDebts } from './checks/open-debts.ts'
import { sentRefund } from './checks/sent-refund.ts'
import { overpayment } from './checks/overpayment.ts'
import { payableItems } from './checks/payable-items.ts'
import type { FieldProblem, Language } from './contract.ts'
import { definitionHash } from './definitions.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import type { Caller } from './route.ts'

/** A check of data that only the server can make; gives what is wrong at places inside the field. May throw a Refusal of its own. */
export type DataCheck = (
  deps: Deps,
  who: Caller,
  value: unknown,
  language: Language,
  /** In whose name the data are sent, when not in the sender's own. */
  acting: ActingFor | undefined,
  /** Id of the official who fills the form with the person at the desk. */
  helper: string | undefined,
) => Promise<FieldProblem[]>

/** The checks that forms name by `x-check`: one line each. */
const checks: Readonly<Record<string, DataCheck>> = {
  'payable-items': payableItems,
  'open-debts': openDebts,
  'mandate-grant': mandateGrant,
  'debt-to-spread': debtToSpread,
  overpayment,
  'sent-refund': sentRefund,
  files,
}

/** The form a running case asks: the one it began with, with the rules that are code when this release still carries it. */
export function formOfCase(
  agendaId: string,
  hash: string,
  content: DefinitionContent,
  step: string,
): Definition | undefined {
  const agenda = agendas.get(agendaId)
  const forms = agenda && definitionHash(agenda) === hash ? { ...houseForms, ...agenda.forms } : content.forms
  // the step's name comes from outside: no inherited name is a form
  return Object.hasOwn(forms, step) ? (forms[step] as Definition) : undefined
}

/** What is to be stored of an answer. Throws Refusal `invalid` with a sentence at each place. Nothing unjudged reaches the database. */
export async function judge(
  deps: Deps,
  who: Caller,
  form: Definition,
  raw: unknown,
  language: Language,
  acting?: ActingFor,
  helper?: string,
): Promise<unknown> {
  const { data, problems } = accept(form, raw)
  if (problems.length > 0)
    throw new Refusal('invalid', {
      problems: problems.map(p => ({ path: p.path, rule: p.rule, message: say(p, form, language) })),
    })
  const found: FieldProblem[] = []
  for (const [place, name] of checkedFields(form.schema)) {
    const check = checks[name]
    if (!check) throw new TypeError(`There is no data check ${name}.`)
    for (const { pointer, value } of valuesAt(data, place))
      found.push(
        ...(await check(deps, who, value, language, acting, helper)).map(p => ({ ...p, path: pointer + p.path })),
      )
  }
  if (found.length > 0) throw new Refusal('invalid', { problems: found })
  return data
}

/** As `judge`, of a form whose data have a type: the judge has found them to be of it. */
export const judged = async <D>(deps: Deps, who: Caller, form: Form<D>, raw: unknown, language: Language): Promise<D> =>
  (await judge(deps, who, form, raw, language)) as D

function checkedFields(schema: Schema): [pointer: string, check: string][] {
  const found: [string, string][] = []
  walk(schema, (field, pointer) => {
    const name = field['x-check']
    if (name !== undefined) found.push([pointer, name])
  })
  return found
}
