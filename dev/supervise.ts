import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import type { DataFolder } from './data-folder.ts'
import { Problem } from './problem.ts'
import { markOf } from './processes.ts'

/** A program to keep running: how to start it, how to know that it is ready, how to end it. */
export interface Program {
  name: string
  command: string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Resolves once the program does its work. `line` gives each line it prints; rejecting means it never will. */
  ready: (heard: Heard) => Promise<void>
  /** How it ends properly, and how long it may take before it is forced. */
  stopSignal: 'SIGTERM' | 'SIGINT'
  stopMs: number
  /** What to do when it does not start, or ends by itself: one sentence. */
  advice: string
  /** Gives the child an IPC channel whose end tells it that its parent is gone. */
  ipc?: boolean
}

export interface Heard {
  /** Resolves with the first line, or message on the IPC channel, that has this text. */
  line(text: string): Promise<string>
  /** Calls until it gives true; waits a little between tries. */
  until(ask: () => Promise<boolean>): Promise<void>
}

/** A supervised program. Starting a running one, or stopping a stopped one, does nothing. */
export interface Part {
  readonly name: string
  readonly pid: number | undefined
  start(): Promise<void>
  stop(): Promise<void>
  /** Ends it the hard way (SIGKILL unless another signal is given), as a crash would. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

const startMs = 60_000

/**
 * Makes a part of a program. Its output goes to logs/<name>.log in the data folder. Ends with this process whatever
 * happens to it: by the kernel where `setpriv` is there, else at the next start.
 * @param died told when the program ends though nobody asked it to
 */
export function supervise(program: Program, folder: DataFolder, died: (what: Problem) => void): Part {
  let child: ChildProcess | undefined
  let ended = Promise.resolve()
  let wanted = false
  let before = false
  const log = join(folder.path, 'logs', `${program.name}.log`)

  async function start() {
    if (child) return
    wanted = true
    const listeners = new Set<(line: string) => void>()
    const tail: string[] = []
    const [file = '', ...args] = [...leash(program.stopSignal), ...program.command]
    const running = spawn(file, args, {
      cwd: program.cwd,
      env: program.env ?? process.env,
      stdio: program.ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
      detached: true, // Its own group: Ctrl-C reaches it through us, in the right order, and not from the terminal.
    })
    child = running
    const mark = running.pid === undefined ? undefined : markOf(running.pid)
    if (mark) folder.remember({ ...mark, name: program.name, signal: program.stopSignal })
    // started again, it must not take away what was said before
    const out = createWriteStream(log, { flags: before ? 'a' : 'w', mode: 0o600 })
    before = true
    for (const stream of [running.stdout, running.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', line => {
          out.write(`${line}\n`)
          tail.push(line)
          if (tail.length > 12) tail.shift()
          for (const listener of listeners) listener(line)
        })
    // What it says on the channel between us is heard too, however little it logs.
    running.on('message', said => {
      if (typeof said === 'string') for (const listener of listeners) listener(said)
    })

    let ready = false
    let cut: (problem: Problem) => void = () => {}
    const failed = new Promise<never>((_, reject) => (cut = reject))
    failed.catch(() => {})
    ended = new Promise(resolve => {
      const finish = (how: string) => {
        if (child === running) child = undefined
        if (mark) folder.forget(mark)
        out.end()
        const last = tail.length > 0 ? `\nIts last lines (all of them in ${log}):\n  ${tail.join('\n  ')}` : ''
        const what = ready ? 'ended unexpectedly' : 'could not start'
        const problem = new Problem(`${program.name} ${what} (${how}). ${program.advice}${last}`)
        cut(problem)
        if (ready && wanted) died(problem)
        resolve()
      }
      running.once('error', error => finish(error.message))
      running.once('close', (code, signal) => finish(signal ?? `exit code ${code}`))
    })

    const heard: Heard = {
      line: text =>
        new Promise(resolve => {
          const listener = (line: string) => {
            if (!line.includes(text)) return
            listeners.delete(listener)
            resolve(line)
          }
          listeners.add(listener)
        }),
      async until(ask) {
        while (child === running && !(await ask().catch(() => false))) await pause(50)
      },
    }
    const late = new AbortController()
    const tooLate = pause(startMs, late.signal).then(() => {
      throw new Problem(`${program.name} was not ready within ${startMs / 1000} s: see ${log} for what it waits for.`)
    })
    tooLate.catch(() => {})
    try {
      await Promise.race([program.ready(heard), failed, tooLate])
      ready = true
    } catch (error) {
      await halt('SIGKILL', 0)
      throw error
    } finally {
      late.abort()
    }
  }

  /** Sends the signal, forces the end after `patience`, and waits for it. */
  async function halt(signal: NodeJS.Signals, patience: number) {
    wanted = false
    const running = child
    if (!running) return ended
    const force = setTimeout(() => running.kill('SIGKILL'), patience)
    running.kill(signal)
    await ended
    clearTimeout(force)
  }

  return {
    name: program.name,
    get pid() {
      return child?.pid
    },
    start,
    stop: () => halt(program.stopSignal, program.stopMs),
    kill: (signal = 'SIGKILL') => halt(signal, program.stopMs),
  }
}

/**
 * Runs a program once, to its end; what it prints goes to logs/<name>.log.
 * @throws {Problem} with its first lines when it fails
 */
export async function runOnce(
  it: { name: string; command: string[]; env: NodeJS.ProcessEnv; cwd: string; advice: string },
  folder: DataFolder,
  signal: AbortSignal,
): Promise<void> {
  const log = join(folder.path, 'logs', `${it.name}.log`)
  const [file = '', ...args] = [...leash('SIGKILL'), ...it.command]
  const running = spawn(file, args, {
    cwd: it.cwd,
    env: it.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    signal,
  })
  const out: Buffer[] = []
  running.stdout.on('data', (part: Buffer) => out.push(part))
  running.stderr.on('data', (part: Buffer) => out.push(part))
  const how = await new Promise<string | undefined>(resolve => {
    running.once('error', error => resolve(error.message))
    running.once('close', (code, by) => resolve(code === 0 ? undefined : (by ?? `exit code ${code}`)))
  })
  const text = stripVTControlCharacters(Buffer.concat(out).toString('utf8'))
  writeFileSync(log, text, { mode: 0o600 })
  if (how === undefined) return
  const said = text.trim().split('\n').slice(0, 12).join('\n  ')
  throw new Problem(`${it.name} failed (${how}). ${it.advice}\nIt said (all of it in ${log}):\n  ${said}`)
}

/**
 * What goes before a command so that the kernel ends the program when this process dies, even by SIGKILL
 * (PR_SET_PDEATHSIG, see prctl(2)). Empty where util-linux is missing.
 */
function leash(signal: string): string[] {
  return hasSetpriv() ? ['setpriv', '--pdeathsig', signal.replace('SIG', ''), '--'] : []
}

let setprivFound: boolean | undefined
/** Whether `setpriv` of util-linux is here and knows what is asked of it. */
export function hasSetpriv(): boolean {
  setprivFound ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', '--', 'true']).status === 0
  return setprivFound
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new Error('no longer needed'))
    })
  })
}
