import { useNavigate } from 'react-router'
import { useLanguage } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import type { JustDone } from '../Decided.tsx'
import { addressOf, type InboxPlace } from '../place.ts'
import { refreshOffice } from '../queries.ts'

export type GoOn = (done: JustDone, next: string | null | undefined) => Promise<void>

/**
 * Where to go on from a task that is settled: to the next one, or to the list when none is left or wanted. It takes the
 * place of the settled one, so that going back leads to the list.
 */
export function useGoOn(place: InboxPlace): GoOn {
  const l = useLanguage()
  const go = useNavigate()
  return async (done, next) => {
    const from = addressOf(place)
    await go(next ? paths.task(l, next, from) : paths.inbox(l, from), { replace: true, state: done })
    window.scrollTo(0, 0)
    await refreshOffice()
  }
}
