import { useMemo } from 'react'
import type { CaseView } from '../../../../api/contract.ts'
import { FormAnswers } from '../../../forms/FormAnswers.tsx'
import { instant } from '../../../format.ts'
import { Details } from '../../../kit/Details.tsx'
import { Tag } from '../../../kit/Tag.tsx'
import { useLanguage, usePick, useWords } from '../../../language.tsx'
import { officeWords } from '../../../words/office.ts'
import { changesOf, type Submission, type Versions, versionsOf } from './changes.ts'

/** Everything that was handed in, as the citizen saw it; of a form handed in again also what changed. */
export const Submissions = ({ view }: { view: CaseView }) => {
  const t = useWords(officeWords)
  const versions = versionsOf(view.submissions)
  const newest = view.submissions.length > 1 ? view.submissions.at(-1) : undefined
  if (versions.length === 0) return <p className="muted">{t('noSubmission')}</p>
  return versions.map(one => <Form key={one.latest.step} versions={one} newest={one.latest === newest} />)
}

const Form = ({ versions: { latest, before }, newest }: { versions: Versions; newest: boolean }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const pick = usePick()
  const [last] = before
  return (
    <section className="card stack" aria-label={pick(latest.title)}>
      <div className="section-head">
        <h3>
          {pick(latest.title)} {newest && <Tag tone="primary">{t('newest')}</Tag>}
        </h3>
        <span className="fine">{t('sentAt', { at: instant(latest.at, l) })}</span>
      </div>
      {last && <Changes before={last} now={latest} />}
      <FormAnswers form={latest.form} data={latest.data} />
      {before.map(version => (
        <Details key={version.at} summary={t('versionOf', { at: instant(version.at, l) })}>
          <FormAnswers form={version.form} data={version.data} />
        </Details>
      ))}
    </section>
  )
}

/** What differs from the version before, field by field. */
const Changes = ({ before, now }: { before: Submission; now: Submission }) => {
  const t = useWords(officeWords)
  const l = useLanguage()
  const changes = useMemo(() => changesOf(before, now, l), [before, now, l])
  return (
    <section className="changes" aria-labelledby={`changes-${now.step}`}>
      <h4 id={`changes-${now.step}`}>{t('changesSince', { at: instant(before.at, l) })}</h4>
      {changes.length === 0 && <p>{t('noChanges')}</p>}
      <dl>
        {changes.map(change => (
          <div key={change.name}>
            <dt>{change.name}</dt>
            <dd>
              <span className="sr-only">{t('before')}: </span>
              {change.before === undefined ? <span className="muted">{t('nothing')}</span> : <del>{change.before}</del>}
              <span aria-hidden="true"> → </span>
              <span className="sr-only">, {t('now')}: </span>
              {change.now === undefined ? <span className="muted">{t('nothing')}</span> : <ins>{change.now}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
