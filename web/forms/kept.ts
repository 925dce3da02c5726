// What people type is kept in the tab's own storage until the portal has it: a reload or a new sign-in loses nothing.
const prefix = 'typed:'
/** A forgotten tab must not show old data for ever. */
const longest = 12 * 3_600_000

/** Something typed, the version of the draft it changes, and when it was typed (ISO). */
export interface Kept {
  data: unknown
  version: number
  at: string
}

/** Keeps what was typed under a name that no other person shares. A full or forbidden storage is no reason to stop anybody. */
export function keep(name: string, kept: Kept): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(kept))
  } catch {
    return
  }
}

/** What was kept under the name; null when nothing was, or too long ago. */
export function recall(name: string, now = Date.now()): Kept | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null')
    if (!isKept(value)) return null
    return now - Date.parse(value.at) < longest ? value : null
  } catch {
    return null
  }
}

export function forget(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name)
  } catch {
    return
  }
}

/** Forgets everything that was typed in this tab: whoever signs out leaves nothing behind. */
export function forgetAll(): void {
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '')
    for (const name of names) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
  } catch {
    return
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  'version' in value &&
  Number.isInteger(value.version) &&
  'at' in value &&
  typeof value.at === 'string'
