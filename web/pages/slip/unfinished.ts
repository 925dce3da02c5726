const key = 'slip'

/** Remembers in this tab alone which slip is being paid, so that whoever comes back from the card page finds it again. */
export function keepTicket(ticket: string | null): void {
  try {
    if (ticket === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, ticket)
  } catch {
    // a browser that keeps nothing: the way back from the card page still leads to the payment
  }
}

/** The ticket of the payment begun in this tab; null when there is none. */
export function keptTicket(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
