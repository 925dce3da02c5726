import { useLocation } from 'react-router'
import { useActing } from '../../acting/acting.tsx'
import { myself } from '../../acting/address.ts'
import { ButtonLink } from '../../kit/Button.tsx'
import { useWords } from '../../language.tsx'
import { actingAs } from '../../paths.ts'
import { actingWords } from '../../words/acting.ts'

/** Stands in place of what belongs to somebody for whom one may act no more; the strip above says why. */
export const Over = () => {
  const t = useWords(actingWords)
  const here = useLocation()
  const { ended } = useActing()
  return (
    <div className="card empty">
      <p>{t(ended?.suspended ? 'pausedText' : 'overText')}</p>
      <ButtonLink to={actingAs(myself, here)}>{t('overButton')}</ButtonLink>
    </div>
  )
}
