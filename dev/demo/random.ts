/** A repeatable source of chance: the same seed gives the same city. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean
  /** One of the values; throws RangeError when there is none. */
  pick<T>(values: readonly T[]): T
  /** A UUID of version 4. */
  uuid(): string
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for made-up data, never for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('')
  return {
    int,
    chance: percent => next() * 100 < percent,
    pick: values => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new RangeError('There is nothing to pick from.')
      return value
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(0, 3)]}${hex(3)}-${hex(12)}`,
  }
}
