import type { CaseView } from '../../../api/contract.ts'
import { instant } from '../../format.ts'
import { Copy } from '../../kit/Copy.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { casesWords } from '../../words/cases.ts'

/** Who else belongs to a case, whether they have come yet, and the code to hand over to those who have not. */
export const Parties = ({ view }: { view: CaseView }) => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const pick = usePick()
  if (view.parties.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('partiesTitle')}</h2>
      {view.parties.map(party => (
        <div key={party.role} className="party">
          <p>
            <strong>{party.mine ? t('partyYou', { name: party.name }) : party.name}</strong>
          </p>
          <p className="fine">
            {pick(party.title)}
            {' · '}
            {party.joinedAt ? t('joined', { at: instant(party.joinedAt, l) }) : t('notJoined')}
          </p>
          {party.code && (
            <div className="party-code">
              <p>{t('codeText')}</p>
              <p className="code">
                <Icon name="key" /> {party.code}
                <Copy value={party.code} what={t('code')} />
              </p>
              <p className="fine">
                {t('codeWhere', { number: view.number, address: `${window.location.host}${paths.invitation(l)}` })}
              </p>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
