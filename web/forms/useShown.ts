import { useMemo, useState } from 'react'
import type { FieldProblem } from '../../api/contract.ts'
import type { FormState } from './state.ts'

const none: ReadonlySet<string> = new Set()
const silent: ReadonlyMap<string, string> = new Map()

/** Which mistakes of a form are shown at their fields by now, and what the server has said of the data. */
export function useShown(suggest: string): {
  context: FormState
  /** Shows the mistakes at these places. */
  show: (pointers: readonly string[]) => void
  /** Remembers the server's words until the values change. */
  refuse: (problems: readonly FieldProblem[]) => void
} {
  const [touched, setTouched] = useState(none)
  const [refused, setRefused] = useState(silent)
  const acts = useMemo(() => {
    const show = (pointers: readonly string[]) =>
      setTouched(known => (pointers.every(pointer => known.has(pointer)) ? known : new Set([...known, ...pointers])))
    return {
      show,
      touch: (pointer: string) => show([pointer]),
      untouch: (pointer: string) =>
        setTouched(known => new Set([...known].filter(other => !`${other}/`.startsWith(`${pointer}/`)))),
      changed: (pointer: string) =>
        setRefused(known => (known.has(pointer) ? new Map([...known].filter(([other]) => other !== pointer)) : known)),
      refuse: (problems: readonly FieldProblem[]) =>
        setRefused(new Map(problems.map(({ path, message }) => [path, message]))),
    }
  }, [])
  const context = useMemo(() => ({ ...acts, touched, refused, suggest }), [acts, touched, refused, suggest])
  return { context, show: acts.show, refuse: acts.refuse }
}
