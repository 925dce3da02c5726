import type { RefObject } from 'react'
import { lastTask } from '../last.ts'
import { rowLink } from './TaskRow.tsx'

/** Moves the focus from row to row, and knows which row has it. */
export function useRowKeys(list: RefObject<HTMLTableElement | null>) {
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>(`.${rowLink}`) ?? [])]
  const idOf = (element: Element | null | undefined) =>
    element?.closest('[data-task]')?.getAttribute('data-task') ?? null
  const current = (): string | null => idOf(document.activeElement)
  const inList = (): boolean => list.current?.contains(document.activeElement) ?? false
  const focus = (id: string): void =>
    links()
      .find(link => idOf(link) === id)
      ?.focus()
  return {
    /** The task whose row has the focus. */
    current,
    focus,
    inList,
    /** To the next row (1) or the one before (-1); from outside the list, on from the task that was opened last. */
    step(by: 1 | -1): void {
      const all = links()
      const at = all.findIndex(link => idOf(link) === (current() ?? lastTask()))
      const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)
      const link = all[to]
      link?.focus({ preventScroll: true })
      link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    },
  }
}
