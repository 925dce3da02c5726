import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Field } from '../kit/Field.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { Headline } from '../layout/Page.tsx'
import { paths } from '../paths.ts'
import { useCatalogue } from '../queries.ts'
import { topics } from '../topics.ts'
import { categories } from '../words/categories.ts'
import { home } from '../words/home.ts'
import { OwedCard } from './home/OwedCard.tsx'

/** The first page: what the citizen owes, and every life situation, with or without signing in. */
export const HomePage = () => {
  const t = useWords(home)
  return (
    <>
      <div className="hero">
        <div className="wrap hero-row">
          <div className="hero-words">
            <Headline title={t('title')} />
            <p className="hero-lead">{t('lead')}</p>
            <Search />
          </div>
          <OwedCard />
        </div>
      </div>
      <div className="wrap home-rest">
        <Topics />
      </div>
    </>
  )
}

const Search = () => {
  const t = useWords(home)
  const l = useLanguage()
  const go = useNavigate()
  const [q, setQ] = useState('')
  return (
    <form
      role="search"
      className="home-search"
      onSubmit={event => {
        event.preventDefault()
        void go(paths.guides(l, { q: q.trim() }))
      }}
    >
      <Field
        id="search"
        label={t('search')}
        hint={t('searchHint')}
        type="search"
        autoComplete="off"
        value={q}
        onChange={event => setQ(event.target.value)}
      />
      <Button type="submit" icon="search">
        {t('searchButton')}
      </Button>
    </form>
  )
}

const Topics = () => {
  const t = useWords(home)
  const name = useWords(categories)
  const l = useLanguage()
  const pick = usePick()
  const { data, error, refetch } = useCatalogue()
  return (
    <section aria-labelledby="topics" className="topics-section">
      <div className="section-head">
        <h2 id="topics">{t('topics')}</h2>
        <Link to={paths.guides(l)}>{t('all')}</Link>
      </div>
      {error && !data ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Spinner rows={6} />
      ) : (
        <ul className="topics plain">
          {topics(data.guides).map(topic => (
            <li key={topic.id} className="card topic">
              <h3>
                <Icon name={topic.icon} className="topic-icon" />
                <Link to={paths.guides(l, { category: topic.id })}>{name(topic.id)}</Link>
              </h3>
              <ul className="plain">
                {topic.guides.slice(0, 4).map(guide => (
                  <li key={guide.slug}>
                    <Link to={paths.guide(l, guide.slug)}>{pick(guide.title)}</Link>
                    {topic.guides.length < 3 && <p className="fine">{pick(guide.summary)}</p>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
