import { useRef, useState } from 'react'

/** The ids between two of a list, both included, in whichever order they stand. */
export function between(ids: readonly string[], one: string, other: string): string[] {
  const [a, b] = [ids.indexOf(one), ids.indexOf(other)]
  return a < 0 || b < 0 ? [other] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

export interface Selection {
  /** In the order of the list. */
  ids: readonly string[]
  has: (id: string) => boolean
  /** Selects or unselects one; `through`: and all between it and the one before, to the same. */
  toggle: (id: string, through?: boolean) => void
  all: () => void
  clear: () => void
}

/** Which tasks of the list are selected. One that is not in `list` any more is not selected either. */
export function useSelection(list: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  return {
    ids: list.filter(id => chosen.has(id)),
    has: id => chosen.has(id),
    toggle(id, through = false) {
      const these = through && last.current !== null ? between(list, last.current, id) : [id]
      last.current = id
      setChosen(now => {
        const next = new Set(now)
        for (const one of these) {
          if (now.has(id)) next.delete(one)
          else next.add(one)
        }
        return next
      })
    },
    all: () => setChosen(new Set(list)),
    clear: () => setChosen(new Set()),
  }
}
