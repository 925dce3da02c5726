import type { ComponentProps } from 'react'
import type { SignedOut } from '../../api/contract.ts'
import { call } from '../api.ts'
import { Button } from '../kit/Button.tsx'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'

/** Signs out here; the answer leads the browser on, so that the identity provider forgets the person too. */
export function useSignOut(): () => void {
  const l = useLanguage()
  return () => {
    const leave = (next: string) => window.location.assign(next)
    call<SignedOut>('POST', '/auth/logout').then(
      ({ next }) => leave(next),
      // whoever has no session any more is out already
      () => leave(paths.signedOut(l)),
    )
  }
}

export const SignOut = (button: ComponentProps<typeof Button>) => {
  const signOut = useSignOut()
  return <Button {...button} onClick={signOut} />
}
