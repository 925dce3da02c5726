import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'

interface Look {
  kind?: 'primary' | 'secondary' | 'plain' | 'danger'
  size?: 's' | 'm' | 'l'
  icon?: IconName
  /** As wide as its place on a narrow screen. */
  wide?: boolean
  children: ReactNode
}
const types = { primary: 'solid', secondary: 'outlined', plain: 'base', danger: 'outlined' }

const Frame = ({ kind = 'primary', size = 'm', wide, children }: Look) => (
  <span
    className={`gov-button${wide ? ' wide' : ''}`}
    data-hydrated=""
    data-size={size}
    data-type={types[kind]}
    data-color={kind === 'danger' ? 'error' : 'primary'}
  >
    {children}
  </span>
)
const Face = ({ icon, children }: Look) => (
  <>
    {icon && <Icon name={icon} slot="icon-start" />}
    {children}
  </>
)
const lookOf = ({ kind, size, icon, wide, children }: Look): Look => ({
  ...(kind ? { kind } : {}),
  ...(size ? { size } : {}),
  ...(icon ? { icon } : {}),
  ...(wide ? { wide } : {}),
  children,
})

/** A button. `busy`: its work is under way; it stays where it is, keeps the focus and does nothing twice. */
export const Button = ({
  busy,
  type = 'button',
  onClick,
  ...all
}: Look & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>) => {
  const { kind: _kind, size: _size, icon: _icon, wide: _wide, children: _children, ...rest } = all
  return (
    <Frame {...lookOf(all)}>
      <button
        {...rest}
        type={type}
        className="element"
        aria-disabled={busy || undefined}
        onClick={event => {
          if (busy) event.preventDefault()
          else onClick?.(event)
        }}
      >
        <Face {...lookOf(all)} />
        {busy && <span className="busy" aria-hidden="true" />}
      </button>
    </Frame>
  )
}

/** A link within the portal that looks like a button. */
export const ButtonLink = ({ to, ...look }: Look & { to: string }) => (
  <Frame {...lookOf(look)}>
    <Link className="element" to={to}>
      <Face {...look} />
    </Link>
  </Frame>
)

/** A link out of the single page: to the API (a file, signing in) or to the card gateway. */
export const ButtonAnchor = ({ href, newTab, ...look }: Look & { href: string; newTab?: boolean }) => (
  <Frame {...lookOf(look)}>
    <a className="element" href={href} {...(newTab ? { target: '_blank' } : {})}>
      <Face {...look} />
    </a>
  </Frame>
)
