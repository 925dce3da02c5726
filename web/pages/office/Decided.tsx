import { useLocation } from 'react-router'
import { Alert } from '../../kit/Alert.tsx'
import { useWords } from '../../language.tsx'
import { officeWords } from '../../words/office.ts'

/** What a page is told about the act that led to it. */
export interface JustDone {
  /** Words about it. */
  done: string
  /** How many tasks are left in the view one works through. */
  left: number | null
}

const isJustDone = (state: unknown): state is JustDone =>
  typeof state === 'object' &&
  state !== null &&
  'done' in state &&
  typeof state.done === 'string' &&
  'left' in state &&
  (state.left === null || typeof state.left === 'number')

/** Says on the page that follows what has just been done, and how much is left. */
export const Decided = () => {
  const t = useWords(officeWords)
  const state: unknown = useLocation().state
  if (!isJustDone(state)) return null
  return (
    <Alert tone="success" role="status">
      <p>
        {state.done} {state.left !== null && (state.left > 0 ? t('left', { n: state.left }) : t('noneLeft'))}
      </p>
    </Alert>
  )
}
