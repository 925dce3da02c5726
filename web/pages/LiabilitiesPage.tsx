import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Liabilities, Liability } from '../../api/contract.ts'
import { addToBasket, useBasket } from '../basket.ts'
import { money } from '../format.ts'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Pager } from '../kit/Pager.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Table } from '../kit/Table.tsx'
import { Day, Moment, Money } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { liabilitiesQuery } from '../queries.ts'
import { liabilitiesWords } from '../words/liabilities.ts'
import { BasketToggle, canBeChosen } from './liability/BasketToggle.tsx'
import { DueTag } from './liability/Due.tsx'
import { Filters } from './liability/Filters.tsx'
import { Unpaired } from './liability/Unpaired.tsx'

const owing = (line: Liability): boolean => ['open', 'overdue', 'enforcement'].includes(line.state)

/** Everything the citizen owes and owed: sums, filters kept in the address, and a way into the basket. */
export const LiabilitiesPage = () => {
  const t = useWords(liabilitiesWords)
  const [query, setQuery] = useSearchParams()
  const filter = {
    year: query.get('year') ?? undefined,
    kind: query.get('kind') ?? undefined,
    state: query.get('state') ?? undefined,
  }
  const { data, error, refetch } = useQuery({ ...liabilitiesQuery(filter), placeholderData: keepPreviousData })
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : !data.paired ? (
        <Unpaired />
      ) : (
        <>
          <Sums data={data} />
          <Filters data={data} filter={filter} set={setQuery} />
          <Lists lines={data.liabilities} filtered={Object.values(filter).some(Boolean)} clear={() => setQuery({})} />
          <BasketBar />
        </>
      )}
    </Page>
  )
}

const Sums = ({ data }: { data: Liabilities }) => {
  const t = useWords(liabilitiesWords)
  return (
    <div className="sums">
      <dl className="card">
        {data.owed === 0 ? (
          <div>
            <dt className="sr-only">{t('owed')}</dt>
            <dd className="sum-none">{t('nothingOwed')}</dd>
          </div>
        ) : (
          <>
            <div>
              <dt>{t('owed')}</dt>
              <dd className="sum-owed">
                <Money amount={data.owed} />
              </dd>
            </div>
            {data.overdue > 0 && (
              <div className="sum-overdue">
                <dt>{t('overdueSum')}</dt>
                <dd>
                  <Money amount={data.overdue} />
                </dd>
              </div>
            )}
          </>
        )}
      </dl>
      {data.asOf && <AsOf at={data.asOf} />}
    </div>
  )
}

/** The time of the ledger's state that these lines show. */
const AsOf = ({ at }: { at: string }) => {
  const t = useWords(liabilitiesWords)
  const [before = '', after = ''] = t('asOf', { at: '|' }).split('|')
  return (
    <p className="fine">
      {before}
      <Moment value={at} />
      {after}
    </p>
  )
}

const Lists = ({ lines, filtered, clear }: { lines: Liability[]; filtered: boolean; clear: () => void }) => {
  const t = useWords(liabilitiesWords)
  const basket = useBasket()
  const toPay = lines.filter(owing).toSorted((a, b) => a.due.localeCompare(b.due))
  const done = lines.filter(line => !owing(line)).toSorted((a, b) => b.due.localeCompare(a.due))
  const missing = toPay.filter(line => canBeChosen(line) && !basket.has(line.id))
  if (lines.length === 0)
    return (
      <div className="card empty">
        <p>{t(filtered ? 'noneTitle' : 'noneAtAll')}</p>
        {filtered && (
          <Button kind="secondary" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    )
  return (
    <>
      {toPay.length > 0 && (
        <section className="section" aria-labelledby="to-pay">
          <div className="section-head">
            <h2 id="to-pay">{t('toPay')}</h2>
            {missing.length > 1 && (
              <Button
                kind="plain"
                icon="basket"
                onClick={() => missing.forEach(line => addToBasket({ liability: line.id, amount: line.balance }))}
              >
                {t('addAll')}
              </Button>
            )}
          </div>
          <Lines lines={toPay} caption={t('toPay')} />
        </section>
      )}
      {done.length > 0 && (
        <section className="section" aria-labelledby="done">
          <h2 id="done">{t('done')}</h2>
          <Lines lines={done} caption={t('done')} settled />
        </section>
      )}
    </>
  )
}

const page = 20

const Lines = ({ lines, caption, settled }: { lines: Liability[]; caption: string; settled?: boolean }) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const [shown, setShown] = useState(page)
  return (
    <>
      <Table
        caption={caption}
        rows={lines.slice(0, shown)}
        keyOf={line => line.id}
        toneOf={line => line.state}
        columns={[
          {
            key: 'what',
            title: t('what'),
            head: true,
            cell: line => (
              <>
                <Link className="line-name" to={paths.liability(l, line.id)}>
                  {pick(line.description)}
                </Link>
                <span className="fine line-sub">
                  {[
                    line.instalments > 1 && t('instalment', { part: line.instalment, all: line.instalments }),
                    line.concerns,
                    t('vs', { symbol: line.variableSymbol }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          {
            key: 'due',
            title: t('due'),
            cell: line => (
              <span className="line-due">
                <Day value={line.due} /> <DueTag liability={line} />
              </span>
            ),
          },
          {
            key: 'amount',
            title: t('amount'),
            right: true,
            cell: line => <Money amount={settled ? line.principal : line.balance} />,
          },
          ...(settled
            ? []
            : [
                {
                  key: 'action',
                  title: t('action'),
                  right: true,
                  bare: true,
                  cell: (line: Liability) => <BasketToggle liability={line} />,
                },
              ]),
        ]}
      />
      <Pager shown={Math.min(shown, lines.length)} total={lines.length} onMore={() => setShown(shown + page)} />
    </>
  )
}

/** Stays at the bottom of the window while there is something in the basket. */
export const BasketBar = () => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const { items } = useBasket()
  const total = items.reduce((sum, item) => sum + item.amount, 0)
  return (
    <div className="basket-bar" role="status">
      {items.length > 0 && (
        <div className="basket-bar-inner">
          <p>
            {t('barBasket', { n: items.length })} · <strong>{money(total, l)}</strong>
          </p>
          <ButtonLink to={paths.basket(l)} icon="basket">
            {t('toBasket')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
