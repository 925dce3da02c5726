// In whose name one acts lives in the address and in this tab: coming back from the card gateway or from signing in leads to
// the same name. Another tab knows nothing of it.
const place = 'acting-for'

/** Who acted in this tab, and for whom. */
export interface InTab {
  person: string
  subject: string
  name: string
}

const isInTab = (value: unknown): value is InTab =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  typeof value.person === 'string' &&
  'subject' in value &&
  typeof value.subject === 'string' &&
  'name' in value &&
  typeof value.name === 'string'

/** What this tab remembers; null when one acts in one's own name. */
export const inTab = (): InTab | null => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
    return isInTab(value) ? value : null
  } catch {
    return null
  }
}

/** Remembers for whom one acts; null forgets. A forbidden storage stops nobody: the address says it too. */
export const rememberInTab = (now: InTab | null): void => {
  try {
    if (now) sessionStorage.setItem(place, JSON.stringify(now))
    else sessionStorage.removeItem(place)
  } catch {
    return
  }
}

/**
 * Puts into the address what the tab remembers, before anything is drawn: the card gateway and the sign-in lead back to pages
 * whose address does not say it. An invitation is always one's own.
 */
export const backInTab = (): void => {
  const query = new URLSearchParams(window.location.search)
  const before = inTab()
  if (!before || query.has('for') || query.has('code')) return
  query.set('for', before.subject)
  window.history.replaceState(window.history.state, '', `${window.location.pathname}?${query}${window.location.hash}`)
}
