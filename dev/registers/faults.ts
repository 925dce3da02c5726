/** The registers that can misbehave one by one; `everything` is the way to all of them. */
export const registerNames = ['ROB', 'ROS', 'ReZa', 'RÚIAN', 'everything'] as const
export type RegisterName = (typeof registerNames)[number]

export const faultKinds = ['status', 'timeout', 'reset', 'delay', 'nonsense'] as const

/**
 * A misbehaviour for the next `times` questions, or until it is cleared. `status` answers 503, `timeout` never answers, `reset` cuts
 * the connection, `delay` answers after `ms`, `nonsense` answers something else than was agreed.
 */
export interface Fault {
  register: RegisterName
  does: (typeof faultKinds)[number]
  ms?: number
  times?: number
}

export interface Faults {
  add(fault: Fault): void
  /** Ends all faults and lets hanging questions go. */
  clear(): void
  list(): Fault[]
  /** The fault that this question meets, if any; counts it. */
  meet(register: RegisterName): Fault | undefined
  /** Resolves after `ms`, or once faults are cleared. */
  wait(ms: number): Promise<void>
}

/** Faults live in memory: restarted registers behave well. */
export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = []
  const waiting = new Set<() => void>()
  return {
    add: fault => void active.push({ fault, left: fault.times ?? Infinity }),
    clear() {
      active = []
      for (const go of [...waiting]) go()
    },
    list: () => active.map(({ fault }) => fault),
    meet(register) {
      const met = active.find(({ fault }) => fault.register === register || fault.register === 'everything')
      if (met && --met.left === 0) active = active.filter(one => one !== met)
      return met?.fault
    },
    wait: ms =>
      new Promise(resolve => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, Math.min(ms, 2 ** 31 - 1))
        waiting.add(go)
      }),
  }
}
