/**
 * The happenings of a case that hold, of all that were ever told, in the order of their telling: one that was told under the number of an
 * earlier one, or a lower number, takes its place and that of all after it (see activities/retelling.ts).
 */
export function lasting<T extends { ordinal: number | null }>(events: readonly T[]): T[] {
  let next = Infinity
  return events
    .toReversed()
    .filter(({ ordinal }) => {
      if (ordinal === null) return true
      const holds = ordinal < next
      if (holds) next = ordinal
      return holds
    })
    .toReversed()
}
