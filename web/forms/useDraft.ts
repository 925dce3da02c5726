import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useSession } from '../session.tsx'
import { DraftKeeper, type DraftState } from './draft.ts'
import { remoteDraft } from './remote.ts'

const keepers = new Map<string, DraftKeeper>()

function keeperOf(person: string, key: string | null, keepAs: string | null): DraftKeeper {
  if (keepAs === null) return new DraftKeeper(null, null)
  const name = `${person}:${keepAs}`
  const known = keepers.get(name)
  if (known && !known.closed) return known
  const made = new DraftKeeper(name, key === null ? null : remoteDraft(key))
  keepers.set(name, made)
  return made
}

/**
 * The draft of a form. `key` is its name at the portal, null for a form that has no draft there; `keepAs` its name in
 * this tab, null for one that is not kept at all.
 */
export function useDraft(
  key: string | null,
  keepAs: string | null,
  initial: unknown,
): { draft: DraftKeeper; state: DraftState } {
  const { user, expired } = useSession()
  const person = user?.id ?? ''
  const draft = useMemo(() => keeperOf(person, key, keepAs), [person, key, keepAs])
  const state = useSyncExternalStore(draft.subscribe, draft.state)

  useEffect(() => {
    void draft.open(initial)
  }, [draft, initial])
  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void draft.flush()
    }
    const back = (): void => void draft.flush()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', back)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', back)
      window.removeEventListener('online', back)
      void draft.flush()
    }
  }, [draft])
  useEffect(() => {
    if (!expired) void draft.flush()
  }, [draft, expired])
  return { draft, state }
}
