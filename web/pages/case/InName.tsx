import type { CaseView } from '../../../api/contract.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useWords } from '../../language.tsx'
import { casesWords } from '../../words/cases.ts'

/** In whose name a case was filed and by whom, where that is not the same person. */
export const InName = ({ view }: { view: CaseView }) => {
  const t = useWords(casesWords)
  if (!view.for) return null
  return (
    <p className="in-name">
      <Icon name="mandate" />
      <span>
        {t('inName')} <strong>{view.for.name}</strong>
        {view.filedBy !== view.for.name && <span className="fine">{t('filedBy', { name: view.filedBy })}</span>}
      </span>
    </p>
  )
}
