import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for another one: ids are reused, an id with its start time is not. */
export interface ProcessMark {
  pid: number
  started: string
}

/** The mark of a living process, or undefined when there is none (a zombie counts as dead). */
export function markOf(pid: number): ProcessMark | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid)
  return started === undefined ? undefined : { pid, started }
}

/** Whether exactly this process still lives. */
export function lives(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started
}

/** The parent of a process, where /proc tells. */
export function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

/** Asks a process to end and forces it after `patience` milliseconds. Resolves when it is gone. */
export async function end(mark: ProcessMark, signal: NodeJS.Signals, patience: number): Promise<void> {
  const forceAt = Date.now() + patience
  send(mark, signal)
  while (lives(mark)) {
    if (Date.now() > forceAt) send(mark, 'SIGKILL')
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

function send(mark: ProcessMark, signal: NodeJS.Signals) {
  try {
    if (lives(mark)) process.kill(mark.pid, signal)
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}

function startedOnLinux(pid: number): string | undefined {
  const fields = statOf(pid)
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

/** Fields of /proc/<pid>/stat from the third on: state, parent, … start in clock ticks since boot; see proc_pid_stat(5). */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}
