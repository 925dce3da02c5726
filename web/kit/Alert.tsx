import type { ReactNode, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'

export type Tone = 'primary' | 'success' | 'warning' | 'error' | 'neutral'
const icons: Record<Tone, IconName> = {
  primary: 'info',
  neutral: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
}

interface Props {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits for its turn; none is read when reached. */
  role?: 'alert' | 'status'
  ref?: Ref<HTMLDivElement>
}

/** A message in a coloured box: what happened and what to do. */
export const Alert = ({ tone = 'primary', title, children, role, ref }: Props) => (
  <div
    className="gov-message"
    data-hydrated=""
    data-color={tone}
    data-type="subtle"
    role={role}
    ref={ref}
    {...(ref ? { tabIndex: -1 } : {})}
  >
    <span>
      <Icon name={icons[tone]} slot="icon" />
    </span>
    <div className="gov-message__content">
      {title && <p className="alert-title">{title}</p>}
      {children}
    </div>
  </div>
)
