import { useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { parsePath, UNSAFE_NavigationContext as Navigation } from 'react-router'
import type { Navigator, To } from 'react-router'
import { keptFor } from './address.ts'

/**
 * Makes every way to another page – links, redirects, steps made by code – keep in whose name one acts. It is done where the
 * router itself makes addresses, so that no page has to think of it and none can forget.
 */
export const Keeping = ({ children }: { children: ReactNode }) => {
  const navigation = useContext(Navigation)
  const { navigator } = navigation
  const value = useMemo(() => ({ ...navigation, navigator: keeping(navigator) }), [navigation, navigator])
  return <Navigation value={value}>{children}</Navigation>
}

const keeping = (navigator: Navigator): Navigator => ({
  ...navigator,
  createHref: to => navigator.createHref(kept(to)),
  push: (to, state, options) => navigator.push(kept(to), state, options),
  replace: (to, state, options) => navigator.replace(kept(to), state, options),
})

const kept = (to: To): To => {
  const path = typeof to === 'string' ? parsePath(to) : to
  return { ...path, search: keptFor(path.search ?? '', window.location.search) }
}
