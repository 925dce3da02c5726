import { useLocation } from 'react-router'
import { Alert } from '../../kit/Alert.tsx'
import { useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

/** What a page is told about the decision that led to it. */
export interface JustDecided {
  decided: string
  pending: boolean
}

const isJustDecided = (state: unknown): state is JustDecided =>
  typeof state === 'object' &&
  state !== null &&
  'decided' in state &&
  typeof state.decided === 'string' &&
  'pending' in state &&
  typeof state.pending === 'boolean'

/** Says that the decision just made is stored, on the page that follows it. */
export const Decided = ({ then }: { then: string }) => {
  const t = useWords(officeWords)
  const state: unknown = useLocation().state
  if (!isJustDecided(state)) return null
  return (
    <Alert tone="success" role="status" title={t('decided', { number: state.decided })}>
      <p>{state.pending ? t('decidedPending') : then}</p>
    </Alert>
  )
}
