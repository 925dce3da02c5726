import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Draft } from '../../api/contract.ts'
import { ApiProblem } from '../api.ts'
import { DraftKeeper } from './draft.ts'
import { forgetAll, keep, recall } from './kept.ts'

const refusal = (status: number) =>
  new ApiProblem({ type: 'x', code: 'x', title: 'x', status, detail: 'x', requestId: 'x' })

/** The portal's side of one draft, with the rule of versions that the API has. */
function portal(draft: Draft | null = null) {
  const at = '2026-04-15T12:05:00.000Z'
  const made = (data: unknown, version: number): Draft => ({ key: 'k', data, version, updatedAt: at })
  const side = {
    draft,
    down: 0,
    puts: 0,
    get: async () => (side.down ? Promise.reject(refusal(side.down)) : side.draft),
    put: async (data: unknown, version: number) => {
      side.puts += 1
      if (side.down) throw refusal(side.down)
      if ((side.draft?.version ?? 0) !== version) throw refusal(409)
      return (side.draft = made(data, version + 1))
    },
    remove: async () => {
      side.draft = null
    },
    elsewhere: (data: unknown) => (side.draft = made(data, (side.draft?.version ?? 0) + 1)),
  }
  return side
}
const tab = new Map<string, string>()
const initial = { name: '' }
const opened = async (remote: ReturnType<typeof portal> | null) => {
  const keeper = new DraftKeeper('eva:form', remote)
  await keeper.open(initial)
  return keeper
}

beforeEach(() => {
  vi.useFakeTimers()
  tab.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => tab.set(key, value),
    removeItem: (key: string) => tab.delete(key),
    key: (at: number) => [...tab.keys()][at] ?? null,
    get length() {
      return tab.size
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a draft', () => {
  test('begins with what is initial, and says nothing of an earlier one', async () => {
    const keeper = await opened(portal())
    expect(keeper.current()).toBe(initial)
    expect(keeper.state()).toMatchObject({ phase: 'open', restored: null, theirs: null })
  })

  test('is saved soon after the last change, once', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    keeper.change({ name: 'E' })
    await vi.advanceTimersByTimeAsync(500)
    keeper.change({ name: 'Eva' })
    await vi.advanceTimersByTimeAsync(500)
    expect(remote.puts).toBe(0)
    await vi.advanceTimersByTimeAsync(400)
    expect(remote.draft).toMatchObject({ data: { name: 'Eva' }, version: 1 })
    expect(remote.puts).toBe(1)
    expect(keeper.state().savedAt).not.toBeNull()
  })

  test('goes on from the portal, under its version', async () => {
    const remote = portal()
    remote.elsewhere({ name: 'Eva' })
    const keeper = await opened(remote)
    expect(keeper.current()).toEqual({ name: 'Eva' })
    expect(keeper.state().restored).toBe('2026-04-15T12:05:00.000Z')
    keeper.change({ name: 'Eva M.' })
    await keeper.flush()
    expect(remote.draft).toMatchObject({ data: { name: 'Eva M.' }, version: 2 })
  })

  test('that the portal does not have yet goes on from the tab, and is sent', async () => {
    const remote = portal()
    const first = await opened(remote)
    first.change({ name: 'Eva' })
    const second = await opened(remote)
    expect(second.current()).toEqual({ name: 'Eva' })
    expect(second.state().restored).not.toBeNull()
    await second.flush()
    expect(remote.draft?.data).toEqual({ name: 'Eva' })
    expect(recall('eva:form')).toBeNull()
  })

  test('asks which to keep when another device was faster; mine', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    remote.elsewhere({ name: 'Telefon' })
    keeper.change({ name: 'Počítač' })
    await keeper.flush()
    expect(keeper.state().theirs?.data).toEqual({ name: 'Telefon' })
    keeper.change({ name: 'Počítač 2' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(remote.draft?.data).toEqual({ name: 'Telefon' })
    await keeper.keepMine()
    expect(remote.draft).toMatchObject({ data: { name: 'Počítač 2' }, version: 2 })
    expect(keeper.state().theirs).toBeNull()
  })

  test('asks which to keep when another device was faster; theirs', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    remote.elsewhere({ name: 'Telefon' })
    keeper.change({ name: 'Počítač' })
    await keeper.flush()
    const { generation } = keeper.state()
    keeper.takeTheirs()
    expect(keeper.current()).toEqual({ name: 'Telefon' })
    expect(keeper.state().generation).toBe(generation + 1)
    expect(recall('eva:form')).toBeNull()
  })

  test('asks at once when the tab and the portal have gone different ways', async () => {
    const remote = portal()
    keep('eva:form', { data: { name: 'Karta' }, version: 0, at: new Date().toISOString() })
    remote.elsewhere({ name: 'Telefon' })
    const keeper = await opened(remote)
    expect(keeper.current()).toEqual({ name: 'Karta' })
    expect(keeper.state().theirs?.data).toEqual({ name: 'Telefon' })
  })

  test('does not ask when its own saving has come back in another order of keys', async () => {
    keep('eva:form', { data: { name: 'Eva', age: 'adult' }, version: 1, at: new Date().toISOString() })
    const remote = portal({
      key: 'k',
      data: { age: 'adult', name: 'Eva' },
      version: 2,
      updatedAt: '2026-04-15T12:05:00.000Z',
    })
    const keeper = await opened(remote)
    expect(keeper.state()).toMatchObject({ phase: 'open', theirs: null })
    expect(keeper.current()).toEqual({ name: 'Eva', age: 'adult' })
  })

  test('does not ask about two versions that are the same', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    remote.elsewhere({ name: 'Eva' })
    keeper.change({ name: 'Eva' })
    await keeper.flush()
    expect(keeper.state().theirs).toBeNull()
    expect(remote.draft?.version).toBe(2)
  })

  test('deleted elsewhere begins anew with what is typed here', async () => {
    const remote = portal()
    remote.elsewhere({ name: 'Eva' })
    const keeper = await opened(remote)
    remote.draft = null
    keeper.change({ name: 'Eva M.' })
    await keeper.flush()
    expect(remote.draft).toMatchObject({ data: { name: 'Eva M.' }, version: 1 })
  })

  test('stays in the tab while the session is over or the line is down, and is sent later', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    remote.down = 401
    keeper.change({ name: 'Eva' })
    await keeper.flush()
    expect(keeper.state().saving).toBe('failed')
    expect(recall('eva:form')?.data).toEqual({ name: 'Eva' })
    remote.down = 0
    await keeper.flush()
    expect(remote.draft?.data).toEqual({ name: 'Eva' })
    expect(keeper.state().saving).toBe('idle')
  })

  test('started over is empty everywhere', async () => {
    const remote = portal()
    remote.elsewhere({ name: 'Eva' })
    const keeper = await opened(remote)
    keeper.change({ name: 'Eva M.' })
    await keeper.startOver(initial)
    await vi.advanceTimersByTimeAsync(2000)
    expect(keeper.current()).toBe(initial)
    expect(keeper.state().restored).toBeNull()
    expect(remote.draft).toBeNull()
    expect(tab.size).toBe(0)
  })

  test('of a form that was sent is gone, and a late change does not bring it back', async () => {
    const remote = portal()
    const keeper = await opened(remote)
    keeper.change({ name: 'Eva' })
    await keeper.close()
    keeper.change({ name: 'Eva M.' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(remote.draft).toBeNull()
    expect(tab.size).toBe(0)
    expect(keeper.closed).toBe(true)
  })

  test('without the portal is kept in the tab alone', async () => {
    const keeper = await opened(null)
    keeper.change({ name: 'Eva' })
    await vi.advanceTimersByTimeAsync(2000)
    expect((await opened(null)).current()).toEqual({ name: 'Eva' })
  })
})

describe('what is kept in the tab', () => {
  test('is forgotten after half a day and at signing out', () => {
    keep('a', { data: 1, version: 0, at: '2026-04-15T12:00:00.000Z' })
    expect(recall('a', Date.parse('2026-04-15T23:00:00.000Z'))?.data).toBe(1)
    expect(recall('a', Date.parse('2026-04-16T01:00:00.000Z'))).toBeNull()
    tab.set('other', 'stays')
    forgetAll()
    expect([...tab.keys()]).toEqual(['other'])
  })

  test('is not trusted when somebody else wrote there', () => {
    tab.set('typed:a', '{"data":1}')
    tab.set('typed:b', 'no json')
    expect(recall('a')).toBeNull()
    expect(recall('b')).toBeNull()
  })
})
