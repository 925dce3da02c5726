import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { Failure } from '../../../kit/Failure.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../../language.tsx'
import { Page } from '../../../layout/Page.tsx'
import { paths } from '../../../paths.ts'
import { officialsWords } from '../../../words/officials.ts'
import { addOfficial, officialsQuery } from './queries.ts'

/** Adds an official. */
export const NewOfficialPage = () => {
  const t = useWords(officialsWords)
  const l = useLanguage()
  const go = useNavigate()
  const { data, error, refetch } = useQuery(officialsQuery)
  return (
    <Page title={t('addTitle')} lead={t('addLead')} crumbs={[{ to: paths.officials(l), title: t('title') }]}>
      {data ? (
        <CaseForm
          form={data.newForm}
          draftKey={null}
          keepAs="official:new"
          submitLabel={t('save')}
          onSubmit={async typed => {
            const { id } = await addOfficial(typed)
            void go(paths.official(l, id), { state: 'added' })
            return undefined
          }}
        />
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}
