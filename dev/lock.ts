import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { lives, markOf, type ProcessMark } from './processes.ts'

export const Mark = Type.Object({ pid: Type.Integer(), started: Type.String() })

/** The living process whose mark a lock, a file, holds. Undefined when there is no lock, or whoever made it is dead. */
export function holderOf(lock: string): ProcessMark | undefined {
  if (!existsSync(lock)) return undefined
  try {
    const holder = Value.Parse(Mark, JSON.parse(readFileSync(lock, 'utf8')))
    return lives(holder) ? holder : undefined
  } catch {
    return undefined // Half a lock was written by a process that died doing so.
  }
}

/**
 * Waits until no living process holds the lock, and takes it for this one. The folder that the file lies in must be there.
 * @returns gives the lock back
 * @throws when `signal` gives up the waiting
 */
export async function takeTurn(lock: string, signal: AbortSignal): Promise<() => void> {
  const mine = `${lock}.${randomUUID()}`
  writeFileSync(mine, JSON.stringify(markOf(process.pid) ?? {}))
  try {
    while (!placed(mine, lock)) {
      if (holderOf(lock)) await setTimeout(50, undefined, { signal })
      else rmSync(lock, { force: true })
    }
  } finally {
    rmSync(mine)
  }
  return () => rmSync(lock, { force: true })
}

/**
 * Builds what is not there yet. Of several processes at once one builds, the others wait for it.
 * @returns whether this one built
 * @throws when `signal` gives up the waiting
 */
export async function buildOnce(
  lock: string,
  { isBuilt, build }: { isBuilt: () => boolean | Promise<boolean>; build: () => Promise<unknown> },
  signal: AbortSignal,
): Promise<boolean> {
  if (await isBuilt()) return false
  mkdirSync(dirname(lock), { recursive: true })
  const release = await takeTurn(lock, signal)
  try {
    if (await isBuilt()) return false
    await build()
    return true
  } finally {
    release()
  }
}

/** Links the whole file at its place unless one is there: of two at once exactly one succeeds. */
function placed(file: string, place: string): boolean {
  try {
    linkSync(file, place)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
