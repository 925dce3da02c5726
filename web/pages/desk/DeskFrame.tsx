import './desk.css'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { DeskPerson, DeskState } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { ButtonLink } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { deskWords } from '../../words/desk.ts'
import { deskQuery } from './queries.ts'
import { Serving } from './Serving.tsx'

interface Props {
  title: (person: DeskPerson) => string
  lead?: (person: DeskPerson) => ReactNode
  /** Below the page of the person: the way back to it. */
  under?: boolean
  children: (person: DeskPerson, state: DeskState) => ReactNode
}

/** A page of the service of the person in the address; nothing of theirs once they are not the one present. */
export const DeskFrame = ({ title, lead, under, children }: Props) => {
  const { person: id = '' } = useParams()
  const t = useWords(deskWords)
  const l = useLanguage()
  const { data, error, refetch } = useQuery(deskQuery)
  const person = data?.present?.id === id ? data.present : null
  const crumbs = [
    { to: paths.desk(l), title: t('title') },
    ...(under && person ? [{ to: paths.deskPerson(l, id), title: person.name }] : []),
  ]
  return (
    <Page title={person ? title(person) : t('title')} lead={person && lead?.(person)} crumbs={crumbs} wide>
      {data && person ? (
        <>
          <Serving person={person} />
          {children(person, data)}
        </>
      ) : data ? (
        <Alert tone="warning" title={t('gone')} role="alert">
          <p>{t('goneText')}</p>
          <ButtonLink kind="secondary" size="s" to={paths.desk(l)}>
            {t('toDesk')}
          </ButtonLink>
        </Alert>
      ) : error ? (
        <Failure cause={error} onRetry={() => void refetch()} />
      ) : (
        <Spinner rows={6} />
      )}
    </Page>
  )
}
