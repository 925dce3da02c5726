import { dayOf, daysBetween, time } from '../../../format.ts'
import { Day } from '../../../kit/values.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { inboxWords } from '../../../words/inbox.ts'

/** When something came, as short as the eye needs: the time today and yesterday, else the day. */
export const Since = ({ value }: { value: string }) => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const ago = daysBetween(dayOf(new Date(value)), dayOf(new Date()))
  if (ago > 1 || ago < 0) return <Day value={dayOf(new Date(value))} />
  const at = { time: time(value, l) }
  return (
    <time dateTime={value} className="nowrap">
      {ago === 0 ? t('todayAt', at) : t('yesterdayAt', at)}
    </time>
  )
}
