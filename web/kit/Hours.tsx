import { clock, openAt, weekLines } from '../hours.ts'
import type { Span } from '../hours.ts'
import { useLanguage, useWords } from '../language.tsx'
import { shell } from '../words/shell.ts'

/** The usual week of an office. */
export const Hours = ({ week }: { week: readonly Span[] }) => {
  const t = useWords(shell)
  const l = useLanguage()
  return (
    <dl className="hours">
      {weekLines(week, l).map(line => (
        <div key={line.day}>
          <dt>{t(`day${line.day}`)}</dt>
          <dd>{line.spans}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Whether somebody is there right now. */
export const OpenNow = ({ week }: { week: readonly Span[] }) => {
  const t = useWords(shell)
  const l = useLanguage()
  const now = openAt(week, new Date())
  const text =
    now.how === 'open'
      ? t('openNow', { until: clock(now.until, l) })
      : now.how === 'opens'
        ? t('opensAt', { from: clock(now.from, l), until: clock(now.until, l) })
        : t(now.how === 'over' ? 'closedNow' : 'closedToday')
  return (
    <p className="open-now" data-open={now.how === 'open'}>
      {text}
    </p>
  )
}
