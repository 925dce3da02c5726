import type { DayView } from '../../../../../api/contract.ts'
import { useWords } from '../../../../language.tsx'
import { dayWords } from '../../../../words/days.ts'
import { ClosingCard } from '../ClosingCard.tsx'
import { confirm, propose, withdraw } from './queries.ts'

/** Closing a day by two people. */
export const Closing = ({ view: { day, seal, closing, over } }: { view: DayView }) => {
  const t = useWords(dayWords)
  const ask = t(over ? 'mayPropose' : 'notOver')
  return (
    <ClosingCard
      closing={closing}
      open={over}
      words={{ title: t('closing'), ask, closed: t('closed'), proposed: t('proposed') }}
      propose={note => propose(day, seal, note)}
      confirm={() => confirm(day, seal)}
      withdraw={() => withdraw(day)}
    />
  )
}
