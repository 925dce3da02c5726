import { useState } from 'react'
import type { TaskSummary } from '../../../../api/contract.ts'
import { ApiProblem } from '../../../api.ts'
import { useWords } from '../../../language.tsx'
import { movesWords } from '../../../words/moves.ts'
import { claim } from '../queries.ts'

/** Taking tasks from the list: what was said about it last, and what went wrong. */
export function useTaking(put: (task: TaskSummary) => void, refresh: () => void) {
  const t = useWords(movesWords)
  const [said, say] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const take = async (tasks: readonly TaskSummary[]): Promise<void> => {
    setFailure(null)
    const taken: TaskSummary[] = []
    let others = 0
    try {
      for (const { id } of tasks)
        try {
          const task = await claim(id)
          taken.push(task)
          put(task)
        } catch (cause) {
          // One alone: who has it stands in the answer.
          if (tasks.length === 1 || !(cause instanceof ApiProblem) || cause.status !== 409) throw cause
          others += 1
        }
    } catch (cause) {
      setFailure(cause)
    }
    const [first] = taken
    const mine =
      first && (taken.length === 1 ? t('taken', { number: first.number }) : t('takenMany', { n: taken.length }))
    say([mine, others > 0 && t('notTaken', { n: others })].filter(Boolean).join(' '))
    refresh()
  }
  return { said, say, failure, take }
}
