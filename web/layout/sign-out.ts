import { useState } from 'react'
import type { SignedOut } from '../../api/contract.ts'
import { rememberInTab } from '../acting/tab.ts'
import { call } from '../api.ts'

const mark = 'signed-out'

/** Ends the session here, then sends the browser to end it at the identity provider too. */
export const useSignOut = (): { signOut: () => void; busy: boolean } => {
  const [busy, setBusy] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    try {
      const { next } = await call<SignedOut>('POST', '/auth/logout')
      // The provider sends the browser back to the front door; this tells it there to say that all is done.
      sessionStorage.setItem(mark, '1')
      rememberInTab(null)
      window.location.assign(next)
    } catch {
      setBusy(false)
    }
  }
  return { signOut: () => void leave(), busy }
}

/** Whether this tab has just signed out; true once. */
export const hasSignedOut = (): boolean => {
  const marked = sessionStorage.getItem(mark) !== null
  sessionStorage.removeItem(mark)
  return marked
}
