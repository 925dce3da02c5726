import { useState } from 'react'
import type { DeskPerson } from '../../../api/contract.ts'
import { remember } from './queries.ts'

/** Does one thing for the person and keeps the newest that the answer says of them. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const run = async (what: () => Promise<DeskPerson>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      remember(await what())
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, failure }
}
