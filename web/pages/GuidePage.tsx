import { useParams } from 'react-router'
import type { Guide } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { address } from '../format.ts'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Hours } from '../kit/Hours.tsx'
import { Official } from '../kit/Official.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Day, Email, Phone } from '../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useGuide } from '../queries.ts'
import { guidesWords } from '../words/guides.ts'
import { shell } from '../words/shell.ts'
import { paymentAgenda } from './basket/agenda.ts'
import { NotFoundPage } from './NotFoundPage.tsx'

/** One life situation: what to do, and in a box what it costs, how long it takes, which law, and who helps. */
export const GuidePage = () => {
  const { slug = '' } = useParams()
  const t = useWords(guidesWords)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useGuide(slug)
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  return (
    <Page
      title={data ? pick(data.title) : t('title')}
      lead={data ? pick(data.summary) : undefined}
      crumbs={[{ to: paths.guides(l), title: t('title') }]}
      wide
    >
      {data ? (
        <Whole guide={data} />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}

const startOf = (agenda: string, l: 'cs' | 'en'): string =>
  agenda === paymentAgenda ? paths.liabilities(l) : paths.start(l, agenda)

const Whole = ({ guide }: { guide: Guide }) => {
  const t = useWords(guidesWords)
  const s = useWords(shell)
  const l = useLanguage()
  const pick = usePick()
  return (
    <div className="with-aside">
      <div>
        {guide.online && (
          <div className="card call">
            <ButtonLink to={startOf(guide.online, l)} size="l" icon="arrow" wide>
              {t('settleOnline')}
            </ButtonLink>
          </div>
        )}
        {/* The city's own text, made from Markdown by the API. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: guide.html[l] }} />
        <p className="fine guide-end">
          {t('updated')} <Day value={guide.updated} />
        </p>
        <p className="no-print">
          <Button kind="secondary" size="s" icon="document" onClick={() => window.print()}>
            {s('print')}
          </Button>
        </p>
      </div>
      <aside className="stack" aria-label={t('facts')}>
        <div className="card">
          <h2>{t('facts')}</h2>
          <dl className="facts">
            <div>
              <dt>{t('cost')}</dt>
              <dd>{pick(guide.cost)}</dd>
            </div>
            <div>
              <dt>{t('duration')}</dt>
              <dd>{pick(guide.duration)}</dd>
            </div>
            {guide.law.length > 0 && (
              <div>
                <dt>{t('law')}</dt>
                {guide.law.map(law => (
                  <dd key={law.cs}>{pick(law)}</dd>
                ))}
              </div>
            )}
          </dl>
        </div>
        <div className="card stack">
          <h2>{t('responsible')}</h2>
          {guide.official && <Official official={guide.official} />}
          <div>
            <p>
              <strong>{pick(guide.department.name)}</strong>
            </p>
            <p>{address(guide.department.address)}</p>
            {!guide.official && (
              <>
                <p>
                  <Phone value={guide.department.phone} />
                </p>
                <p>
                  <Email value={guide.department.email} />
                </p>
              </>
            )}
          </div>
          <div>
            <h3>{s('hours')}</h3>
            <Hours week={guide.department.hours} />
          </div>
        </div>
      </aside>
    </div>
  )
}
