import { useEffect, useReducer, useRef } from 'react'
import type { FileInfo } from '../../api/contract.ts'
import { asProblem, call, upload } from '../api.ts'

/** A file on its way to the portal, or one that did not get there; `problem` says why. */
export interface Upload {
  key: string
  file: File
  /** From 0 to 1. */
  progress: number
  problem?: string
  /** Whether trying once more may help: not when the file itself is at fault. */
  again?: boolean
}

type Change = { add: Upload[] } | { drop: string } | { change: string; to: Partial<Upload> }

const changed = (list: readonly Upload[], change: Change): readonly Upload[] => {
  if ('add' in change) return [...list, ...change.add]
  if ('drop' in change) return list.filter(({ key }) => key !== change.drop)
  return list.map(one => (one.key === change.change ? { ...one, ...change.to } : one))
}

/**
 * Uploads files one after another. `refusal` says at once what is wrong with a file, before a byte is sent, knowing how many of those
 * chosen with it are fine; `done` hears of each one that the portal has, `failed` of each that it has not.
 */
export function useUploads(on: {
  refusal: (file: File, before: number) => string | undefined
  done: (file: FileInfo) => void
  failed: (name: string, why: string) => void
}) {
  const [uploads, change] = useReducer(changed, [])
  const hear = useRef(on)
  hear.current = on
  const line = useRef<Promise<void>>(Promise.resolve())
  const stops = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const running = stops.current
    return () => running.forEach(stop => stop.abort())
  }, [])

  const send = async ({ key, file }: Upload, stop: AbortController) => {
    if (stop.signal.aborted) return
    try {
      const info = await upload<FileInfo>(`/files?name=${encodeURIComponent(file.name)}`, file, {
        progress: progress => change({ change: key, to: { progress } }),
        signal: stop.signal,
      })
      change({ drop: key })
      hear.current.done(info)
    } catch (cause) {
      if (stop.signal.aborted) return
      const { status, message } = asProblem(cause)
      const again = status !== 413 && status !== 415 && status !== 422
      change({ change: key, to: { problem: message, again } })
      hear.current.failed(file.name, message)
    } finally {
      stops.current.delete(key)
    }
  }
  const queue = (one: Upload) => {
    const stop = new AbortController()
    stops.current.set(one.key, stop)
    line.current = line.current.then(() => send(one, stop))
  }
  return {
    uploads,
    add(files: readonly File[]) {
      let fine = 0
      const made = files.map((file): Upload => {
        const problem = hear.current.refusal(file, fine)
        if (problem === undefined) fine++
        return { key: crypto.randomUUID(), file, progress: 0, ...(problem !== undefined && { problem }) }
      })
      change({ add: made })
      for (const one of made)
        if (one.problem === undefined) queue(one)
        else hear.current.failed(one.file.name, one.problem)
    },
    retry(one: Upload) {
      const { problem: _, again: __, ...fresh } = { ...one, key: crypto.randomUUID(), progress: 0 }
      change({ drop: one.key })
      change({ add: [fresh] })
      queue(fresh)
    },
    drop(key: string) {
      stops.current.get(key)?.abort()
      change({ drop: key })
    },
  }
}

/** Takes a file back that has not been sent. What the portal does not hear it sweeps away by itself. */
export const takeBack = (id: string): Promise<unknown> =>
  call('DELETE', `/files/${encodeURIComponent(id)}`).catch(() => undefined)
