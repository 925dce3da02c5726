import { addWorkingDays } from '../../city/calendar.ts'
import { today } from '../../forms/day.ts'
import type { Words } from '../contract.ts'
import { dayWords, words } from '../views/words.ts'

/** By when a task is to be decided and since when that time runs. */
export function deadlineWords({ openedAt, due, late }: { openedAt: Date; due: string; late: boolean }): Words {
  const [opened, end] = [dayWords(today(openedAt)), dayWords(due)]
  const days = workingDays(today(openedAt), due)
  const why =
    days === 0
      ? words(`Úkol přišel ${opened.cs}.`, `The task came on ${opened.en}.`)
      : words(
          `Lhůta ${days} ${days === 1 ? 'pracovního dne' : 'pracovních dnů'} běží od ${opened.cs}, kdy úkol přišel.`,
          `${days} working ${days === 1 ? 'day runs' : 'days run'} from ${opened.en}, when the task came.`,
        )
  return late
    ? words(
        `Lhůta uplynula ${end.cs}, o úkolu ví i vedoucí. ${why.cs}`,
        `The time ran out on ${end.en}, and the supervisor knows of the task. ${why.en}`,
      )
    : words(`Rozhodněte do ${end.cs}. ${why.cs}`, `Decide by ${end.en}. ${why.en}`)
}

/** How many working days lie after `from`, up to `to`. */
function workingDays(from: string, to: string): number {
  let count = 0
  while (addWorkingDays(from, count + 1) <= to) count++
  return count
}
