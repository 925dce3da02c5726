import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * What each key does here: `j`, `ArrowDown`, `?`, `g i` (one after another), `Ctrl+Enter`. One that gives false has done
 * nothing, and the browser does what it would without us.
 */
export type Keys = Readonly<Record<string, () => unknown>>

const remembered = 'office-keys'
const listeners = new Set<() => void>()
const areOn = (): boolean => localStorage.getItem(remembered) !== 'off'

/** Whether keys of one letter do anything: who speaks to their computer must be able to switch them off (WCAG 2.1.4). */
export const useKeysOn = (): [on: boolean, switchTo: (on: boolean) => void] => [
  useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, areOn),
  on => {
    localStorage.setItem(remembered, on ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
]

/** Two keys belong together when the second follows within this time. */
const together = 1500

/** Whether letters are being typed there. Boxes and radio buttons take no letters. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'))

interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** The name of what was pressed, after what was pressed just before; '' for what is no key of ours. */
export function nameOf({ key, ctrlKey, metaKey, altKey }: Press, before = ''): string {
  if (altKey) return ''
  const plain = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return plain === 'Enter' ? 'Ctrl+Enter' : ''
  return before ? `${before} ${plain}` : plain
}

/** Hears the keys of a page, unless somebody is typing, a dialog is open, or one-letter keys are switched off. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    let before = ''
    let at = 0
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const first = nameOf(event)
      const isLetter = first.length === 1
      if (first === '' || (first !== 'Ctrl+Enter' && isTyping(event.target)) || (isLetter && !areOn())) return
      const name = event.timeStamp - at < together ? nameOf(event, before) : first
      const act = latest.current[name] ?? latest.current[first]
      before = Object.keys(latest.current).some(known => known.startsWith(`${first} `)) ? first : ''
      at = event.timeStamp
      if (!act || act() === false) return
      before = ''
      event.preventDefault()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
