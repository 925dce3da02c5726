import { Button } from '../../../kit/Button.tsx'
import { useWords } from '../../../language.tsx'
import { inboxWords } from '../../../words/inbox.ts'
import { movesWords } from '../../../words/moves.ts'

interface Props {
  selected: number
  mayClaim: boolean
  mayAssign: boolean
  onClaim: () => void
  onAssign: () => void
  onClear: () => void
}

/** What can be done with the selected tasks; it stays at the bottom of the window while the list is scrolled. */
export const Bulk = ({ selected, mayClaim, mayAssign, onClaim, onAssign, onClear }: Props) => {
  const t = useWords(inboxWords)
  const m = useWords(movesWords)
  return (
    <div className="bulk" role="region" aria-label={t('selected', { n: selected })} hidden={selected === 0}>
      <p role="status">{selected > 0 && t('selected', { n: selected })}</p>
      <div className="bulk-moves">
        {mayClaim && (
          <Button kind="secondary" size="s" onClick={onClaim}>
            {m('claim')}
          </Button>
        )}
        {mayAssign && (
          <Button kind="secondary" size="s" onClick={onAssign}>
            {m('assign')}
          </Button>
        )}
        <Button kind="secondary" size="s" onClick={onClear}>
          {t('unselect')}
        </Button>
      </div>
    </div>
  )
}
