import { useSearchParams } from 'react-router'

/**
 * The page of a form that is shown, from 0; it stands in the address (`?page=2` is the second), so that the browser's own
 * back leads to the page before.
 */
export function usePageNumber(count: number): [at: number, go: (at: number) => void] {
  const [query, setQuery] = useSearchParams()
  const asked = Number(query.get('page') ?? 1)
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked - 1, 0), count - 1) : 0
  const go = (next: number) =>
    setQuery(now => {
      const changed = new URLSearchParams(now)
      if (next === 0) changed.delete('page')
      else changed.set('page', String(next + 1))
      return changed
    })
  return [at, go]
}
