import { Icon } from '../kit/Icon.tsx'
import { useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'

interface Props {
  titles: readonly string[]
  current: number
  /** How many first steps have been passed; to those one may go back. */
  done: number
  onGo: (step: number) => void
}

/** How far one has come in a form of several pages. */
export const Steps = ({ titles, current, done, onGo }: Props) => {
  const t = useWords(formWords)
  return (
    <nav aria-label={t('steps')} className="steps">
      <p className="steps-count" aria-hidden="true">
        {t('stepOf', { at: current + 1, of: titles.length })}
      </p>
      <ol>
        {titles.map((title, at) => {
          const state = at === current ? 'current' : at < done ? 'done' : 'ahead'
          const name = (
            <>
              <span className="step-number" aria-hidden="true">
                {state === 'done' ? <Icon name="check" /> : at + 1}
              </span>
              <span className="step-name">{title}</span>
              {state === 'done' && <span className="sr-only"> – {t('stepDone')}</span>}
            </>
          )
          return (
            <li key={at} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              {state === 'done' ? (
                <button type="button" onClick={() => onGo(at)}>
                  {name}
                </button>
              ) : (
                <span className="step">{name}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
