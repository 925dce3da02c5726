import type { City } from '../../city/city.ts'
import { typeset } from '../../city/typeset.ts'

export interface LateTask {
  number: string
  /** Names of agenda and step. */
  title: string
  step: string
  /** The day that has passed, in words. */
  due: string
  /** Who has it; null when nobody. */
  assignee: string | null
  url: string
}

/** To a supervisor: a task of theirs is past its day. In Czech, the office's language; whose matter it is, the mail does not say. */
export function lateNotice(city: City, task: LateTask): { subject: string; text: string } {
  const who = task.assignee === null ? 'Úkol nikdo nemá.' : `Úkol má ${task.assignee}.`
  const body = [
    'Dobrý den,',
    `v případu ${task.number} (${task.title}) uplynula ${task.due} lhůta úkolu „${task.step}“. ${who}`,
    `Rozhodněte ho, přidělte někomu, nebo předejte jinému odboru:\n${task.url}`,
    `${city.authority.cs}\nNa tuto zprávu neodpovídejte, odesílá ji portál.`,
  ]
  return {
    subject: typeset(`Úkol po lhůtě: ${task.title} (${task.number})`, 'cs'),
    text: `${typeset(body.join('\n\n'), 'cs')}\n`,
  }
}
