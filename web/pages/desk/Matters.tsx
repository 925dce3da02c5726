import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DeskMatters, DeskState } from '../../../api/contract.ts'
import { ButtonAnchor, ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { Table } from '../../kit/Table.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { money } from '../../format.ts'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { apiPaths, paths } from '../../paths.ts'
import { deskWords } from '../../words/desk.ts'
import { CaseTag } from '../case/CaseTag.tsx'
import { mattersQuery } from './queries.ts'

interface Props {
  person: string
  agendas: DeskState['agendas']
}

/** What the person present owes and has filed, and what may be filed with them. */
export const Matters = ({ person, agendas }: Props) => {
  const { data, error, refetch } = useQuery(mattersQuery(person))
  if (!data) return error ? <Failure cause={error} onRetry={() => void refetch()} /> : <Spinner rows={6} />
  return (
    <div>
      <Debts person={person} matters={data} />
      <Cases person={person} cases={data.cases} />
      <Filing person={person} agendas={agendas} />
    </div>
  )
}

const Debts = ({ person, matters }: { person: string; matters: DeskMatters }) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <section aria-labelledby="debts">
      <h2 id="debts">{t('debtsTitle')}</h2>
      {matters.liabilities.length === 0 ? (
        <p className="muted">{t('noDebts')}</p>
      ) : (
        <>
          <p className="count">
            {t('owed')} <strong className="money">{money(matters.owed, l)}</strong>
            {matters.overdue > 0 && `, ${t('overdue', { amount: money(matters.overdue, l) })}`}
          </p>
          <Table
            caption={t('debtsTitle')}
            rows={matters.liabilities}
            keyOf={debt => debt.id}
            columns={[
              { key: 'what', title: t('debt'), head: true, cell: debt => pick(debt.description) },
              { key: 'due', title: t('due'), cell: debt => <Day value={debt.due} /> },
              { key: 'amount', title: t('amount'), right: true, cell: debt => <Money amount={debt.balance} /> },
            ]}
          />
          <p className="section-card">
            <ButtonAnchor kind="secondary" size="s" icon="document" href={apiPaths.paymentDetails(person)} newTab>
              {t('payDetails')}
            </ButtonAnchor>
          </p>
        </>
      )}
    </section>
  )
}

const Cases = ({ person, cases }: { person: string; cases: DeskMatters['cases'] }) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <section className="section" aria-labelledby="cases">
      <h2 id="cases">{t('casesTitle')}</h2>
      {cases.length === 0 ? (
        <p className="muted">{t('noCases')}</p>
      ) : (
        <ul className="plain desk-cases">
          {cases.map(one => (
            <li key={one.id}>
              <Link to={paths.deskCase(l, person, one.id)}>{pick(one.title)}</Link>
              <span className="fine nowrap">{one.number}</span>
              <CaseTag one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Filing = ({ person, agendas }: Props) => {
  const t = useWords(deskWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <section className="section" aria-labelledby="filing">
      <h2 id="filing">{t('fileTitle')}</h2>
      {agendas.length === 0 ? (
        <p className="muted">{t('nothingToFile')}</p>
      ) : (
        <>
          <p className="muted">{t('fileText')}</p>
          <div className="actions">
            {agendas.map(agenda => (
              <ButtonLink key={agenda.id} kind="secondary" to={paths.deskFile(l, person, agenda.id)}>
                {pick(agenda.title)}
              </ButtonLink>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
