import { shell } from '../words/shell.ts'
import { useWords } from '../language.tsx'

/** Holds the place of what is being loaded; the sign itself appears only when it takes long, so that nothing flickers. */
export const Spinner = ({ rows = 3 }: { rows?: number }) => {
  const t = useWords(shell)
  return (
    <div className="waiting" role="status" data-rows={rows}>
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="waiting-row" aria-hidden="true" />
      ))}
    </div>
  )
}
