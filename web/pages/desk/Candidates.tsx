import { useEffect, useRef, useState } from 'react'
import type { DeskAccount, DeskQuery } from '../../../api/contract.ts'
import { day, dayOf } from '../../format.ts'
import { Button } from '../../kit/Button.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { deskWords } from '../../words/desk.ts'
import { signin } from '../../words/signin.ts'
import { isKeyOf } from '../liability/labels.ts'
import { meansKeys } from '../profile/means.ts'
import { CheckForm } from './CheckForm.tsx'

interface Props {
  query: DeskQuery
  accounts: DeskAccount[]
}

/** The accounts that fit, or none: one of them is the person, or a new one is made. */
export const Candidates = ({ query, accounts }: Props) => {
  const t = useWords(deskWords)
  const [chosen, setChosen] = useState<DeskAccount | 'new' | null>(accounts.length === 0 ? 'new' : null)
  const headline = useRef<HTMLHeadingElement>(null)
  useEffect(() => headline.current?.focus(), [])
  return (
    <section className="section" aria-labelledby="found">
      <h2 id="found" ref={headline} tabIndex={-1}>
        {accounts.length === 0 ? t('none') : t('found', { n: accounts.length })}
      </h2>
      <p className="muted count">{t(accounts.length === 0 ? 'noneText' : 'foundText')}</p>
      {chosen === null ? (
        <>
          <ul className="plain desk-accounts">
            {accounts.map(account => (
              <li key={account.id} className="card stack">
                <AccountFacts account={account} />
                <Button onClick={() => setChosen(account)}>
                  {t('choose')}
                  <span className="sr-only">
                    {' '}
                    {t('chooseWhich', { name: account.name, address: account.address ?? '' })}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          <p className="section-card">
            <Button kind="plain" onClick={() => setChosen('new')}>
              {t('namesake')}
            </Button>
          </p>
        </>
      ) : (
        <CheckForm
          query={query}
          account={chosen === 'new' ? null : chosen}
          namesake={accounts.length > 0}
          {...(accounts.length > 0 && { onBack: () => setChosen(null) })}
        />
      )}
    </section>
  )
}

/** What tells one account from another. */
export const AccountFacts = ({ account }: { account: DeskAccount }) => {
  const t = useWords(deskWords)
  const s = useWords(signin)
  const l = useLanguage()
  const meansOf = (means: string) =>
    means === 'passkey' ? t('passkey') : isKeyOf(meansKeys, means) ? s(meansKeys[means]) : means
  return (
    <>
      <h3>{account.name}</h3>
      <dl className="facts facts-row desk-facts">
        <div>
          <dt>{t('address')}</dt>
          <dd>{account.address ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('means')}</dt>
          <dd>{account.means.map(meansOf).join(', ') || t('noMeans')}</dd>
        </div>
        <div>
          <dt>{t('records')}</dt>
          <dd>{account.subject ?? t('noRecords')}</dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd>
            {day(dayOf(new Date(account.since)), l)} · {t('cases', { n: account.cases })}
          </dd>
        </div>
      </dl>
    </>
  )
}
