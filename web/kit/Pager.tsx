import { shell } from '../words/shell.ts'
import { useWords } from '../language.tsx'
import { Button } from './Button.tsx'

/** „Zobrazeno 20 ze 64“ with a button for more; nothing when all is shown. */
export const Pager = ({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) => {
  const t = useWords(shell)
  if (shown >= total) return null
  return (
    <div className="pager">
      <p>{t('shownOf', { shown, total })}</p>
      <Button kind="secondary" onClick={onMore}>
        {t('showMore')}
      </Button>
    </div>
  )
}
