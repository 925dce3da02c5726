import { describe, expect, test } from 'vitest'
import { routes } from '../routes/index.ts'
import { Buckets, limitOf, limits } from './limits.ts'

const three = { burst: 3, perMinute: 60 }

describe('a bucket', () => {
  test('gives its tokens, then one a second, and says how long to wait', () => {
    const buckets = new Buckets()
    const take = (at: number) => buckets.take('me', three, at)
    expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 1])
    expect(take(1000)).toBe(0)
    expect(take(1000)).toBe(1)
  })

  test('is full again after a while, and never fuller', () => {
    const buckets = new Buckets()
    for (let i = 0; i < 4; i++) buckets.take('me', three, 0)
    expect([1, 2, 3, 4].map(() => buckets.take('me', three, 3_600_000) > 0)).toEqual([false, false, false, true])
  })

  test('of another is another', () => {
    const buckets = new Buckets()
    for (let i = 0; i < 4; i++) buckets.take('me', three, 0)
    expect(buckets.take('you', three, 0)).toBe(0)
  })

  test('slow to refill names a wait after which it really gives', () => {
    const slow = { burst: 1, perMinute: 2 }
    const buckets = new Buckets()
    buckets.take('me', slow, 0)
    const wait = buckets.take('me', slow, 0)
    expect(wait).toBe(30)
    expect(buckets.take('me', slow, wait * 1000)).toBe(0)
  })
})

test('signing in is limited most, writes more than reads, and every route but health is counted', () => {
  expect(limits['sign-in'].browser.perMinute).toBeLessThan(limits.write.browser.perMinute)
  expect(limits.write.browser.perMinute).toBeLessThan(limits.read.browser.perMinute)
  expect(routes.filter(route => limitOf(route) === 'none').map(({ path }) => path)).toEqual([
    '/health/live',
    '/health/ready',
  ])
  expect(routes.filter(route => limitOf(route) === 'sign-in').map(({ path }) => path)).toEqual([
    '/api/auth/login',
    '/api/auth/callback',
    '/api/auth/passkey/options',
    '/api/auth/passkey',
  ])
})
