import { Link, useSearchParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Select } from '../kit/Select.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { Tag } from '../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useCatalogue } from '../queries.ts'
import { found } from '../search.ts'
import { topicOf, topics } from '../topics.ts'
import { categories } from '../words/categories.ts'
import { guidesWords } from '../words/guides.ts'

/** The catalogue of life situations, searched and sorted by topic; the search stands in the address. */
export const GuidesPage = () => {
  const t = useWords(guidesWords)
  const name = useWords(categories)
  const l = useLanguage()
  const pick = usePick()
  const [query, setQuery] = useSearchParams()
  const { data, error, refetch } = useCatalogue()
  const q = query.get('q') ?? ''
  const category = query.get('category') ?? ''
  const set = (key: string, value: string): void =>
    setQuery(
      now => {
        if (value) now.set(key, value)
        else now.delete(key)
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  const guides = data
    ? found(data.guides, q, guide => [
        guide.title[l],
        guide.keywords[l].join(' '),
        guide.keywords[l === 'cs' ? 'en' : 'cs'].join(' '),
        guide.summary[l],
      ]).filter(guide => !category || topicOf(guide) === category)
    : []
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <form role="search" className="filters" onSubmit={event => event.preventDefault()}>
        <Field
          id="q"
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          autoComplete="off"
          value={q}
          onChange={event => set('q', event.target.value)}
        />
        <Select
          id="category"
          label={t('topic')}
          value={category}
          onChange={event => set('category', event.target.value)}
          options={[
            { value: '', label: t('allTopics') },
            ...topics(data?.guides ?? []).map(topic => ({ value: topic.id, label: name(topic.id) })),
          ]}
        />
      </form>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : (
        <>
          <p role="status" className="muted count">
            {guides.length ? t('found', { n: guides.length }) : t('noneTitle')}
          </p>
          {guides.length === 0 && (
            <div className="card empty">
              <p>{t('noneText')}</p>
              <Button kind="secondary" onClick={() => setQuery({})}>
                {t('clear')}
              </Button>
            </div>
          )}
          <ul className="plain guide-list">
            {guides.map(guide => (
              <li key={guide.slug} className="card guide-item">
                <h2>
                  <Link to={paths.guide(l, guide.slug)}>{pick(guide.title)}</Link>
                </h2>
                <p className="muted">{pick(guide.summary)}</p>
                {guide.online && <Tag tone="success">{t('online')}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
