import { useMemo, useRef, useState } from 'react'
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
  /** Where the form cannot go on yet, and why. */
  waits: () => FieldProblem[]
} {
  const [touched, setTouched] = useState(none)
  const [refused, setRefused] = useState(silent)
  const held = useRef(new Map<string, string>())
  const acts = useMemo(() => {
    const show = (pointers: readonly string[]) =>
      setTouched(known => (pointers.every(pointer => known.has(pointer)) ? known : new Set([...known, ...pointers])))
    return {
      show,
      touch: (pointer: string) => show([pointer]),
      untouch: (pointer: string) =>
        setTouched(known => new Set([...known].filter(other => !`${other}/`.startsWith(`${pointer}/`)))),
      changed: (pointer: string) =>
        setRefused(known => {
          const left = [...known].filter(([other]) => !`${other}/`.startsWith(`${pointer}/`))
          return left.length < known.size ? new Map(left) : known
        }),
      hold: (pointer: string, why: string | undefined) => {
        if (why === undefined) held.current.delete(pointer)
        else held.current.set(pointer, why)
      },
      waits: () => [...held.current].map(([path, message]) => ({ path, rule: 'held', message })),
      refuse: (problems: readonly FieldProblem[]) =>
        setRefused(new Map(problems.map(({ path, message }) => [path, message]))),
    }
  }, [])
  const context = useMemo(() => ({ ...acts, touched, refused, suggest }), [acts, touched, refused, suggest])
  return { context, show: acts.show, refuse: acts.refuse, waits: acts.waits }
}
