import { useEffect, useRef } from 'react'
import { Alert } from '../kit/Alert.tsx'
import { useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import type { Found } from './pages.ts'

/** What has to be corrected, in one place; each leads to its field. Takes the focus when it appears. */
export const Mistakes = ({ mistakes, onGo }: { mistakes: readonly Found[]; onGo: (mistake: Found) => void }) => {
  const t = useWords(formWords)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [mistakes])
  return (
    <Alert tone="error" title={t('mistakes', { n: mistakes.length })} role="alert" ref={box}>
      <ul className="error-links">
        {mistakes.map(mistake => (
          <li key={`${mistake.path} ${mistake.message}`}>
            {mistake.page < 0 ? (
              mistake.message
            ) : (
              <a
                href={`#${mistake.path}`}
                onClick={event => {
                  event.preventDefault()
                  onGo(mistake)
                }}
              >
                {mistake.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
