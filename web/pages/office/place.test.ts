import { expect, test } from 'vitest'
import { addressOf, asked, isNarrowed, placeOf } from './place.ts'

const from = (query: string) => placeOf(new URLSearchParams(query))

test('an address without a word means the whole team, newest first', () => {
  expect(from('')).toEqual({ view: 'team', sort: 'newest' })
  expect(addressOf(from(''))).toEqual({})
})

test('what an address names comes back from it; what it names wrongly is as usual', () => {
  const query = 'view=mine&role=finance&agenda=a&assignee=hana&q=nov%C3%A1k&sort=due'
  expect(new URLSearchParams({ ...addressOf(from(query)) }).toString()).toBe(
    new URLSearchParams(new URLSearchParams(query)).toString(),
  )
  expect(from('view=everything&sort=random&q=')).toEqual({ view: 'team', sort: 'newest' })
})

test('the API is always told view and order', () => {
  expect(asked(from('q=novák'), 'mark')).toBe('?view=team&sort=newest&q=nov%C3%A1k&after=mark')
})

test('an inbox alone narrows nothing', () => {
  expect(isNarrowed(from('role=finance&view=mine'))).toBe(false)
  expect(isNarrowed(from('q=x'))).toBe(true)
})
