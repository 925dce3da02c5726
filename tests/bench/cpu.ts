import { readFileSync, readdirSync } from 'node:fs'

/** Ticks of the clock in /proc a second (sysconf(_SC_CLK_TCK), 100 on every Linux of today). */
const ticks = 100

/**
 * CPU time in ms that a process and all that descend from it have used so far, by /proc/<pid>/stat; children that have ended are
 * counted by their parent. 0 where there is no /proc.
 */
export function cpuMs(root: number): number {
  const all = processes()
  const tree = new Set([root])
  for (let grown = true; grown;) {
    grown = false
    for (const { pid, parent } of all)
      if (tree.has(parent) && !tree.has(pid)) {
        tree.add(pid)
        grown = true
      }
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, one) => sum + one.ms, 0)
}

interface Used {
  pid: number
  parent: number
  ms: number
}

function processes(): Used[] {
  try {
    return readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? read(Number(name)) : []))
  } catch {
    return []
  }
}

function read(pid: number): Used[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name stands in brackets and may hold anything; the numbers follow it (proc_pid_stat(5), fields from 3)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const used = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
    return [{ pid, parent: Number(fields[1]), ms: (used * 1000) / ticks }]
  } catch {
    return [] // it has just ended
  }
}

/** CPU of named process trees, from now until asked: ms by name. */
export function measure(parts: Record<string, number>): () => Record<string, number> {
  const before = Object.entries(parts).map(([name, pid]) => [name, pid, cpuMs(pid)] as const)
  return () => Object.fromEntries(before.map(([name, pid, ms]) => [name, cpuMs(pid) - ms]))
}

/** How busy the whole machine is: ms of CPU by all processes, from now until asked. */
export function machine(): () => number {
  const busy = () => {
    try {
      const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/) ?? []
      // user, nice, system, idle, iowait, irq, softirq, steal
      return [0, 1, 2, 5, 6, 7].reduce((sum, at) => sum + Number(fields[at]), 0) * (1000 / ticks)
    } catch {
      return 0
    }
  }
  const before = busy()
  return () => busy() - before
}
