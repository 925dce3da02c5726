import type { ComponentProps } from 'react'
import { Button } from '../kit/Button.tsx'
import { apiPaths } from '../paths.ts'

/** Signs out here and at the identity provider: a form, because the answer leads the browser there. */
export const SignOut = (button: ComponentProps<typeof Button>) => (
  <form method="post" action={apiPaths.logout}>
    <Button {...button} type="submit" />
  </form>
)
