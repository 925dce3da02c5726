import { expect, test } from 'vitest'
import { fold, found } from './search.ts'

const guides = [
  { title: 'Poplatek za komunální odpad', keywords: 'popelnice' },
  { title: 'Zábor veřejného prostranství', keywords: 'lešení kontejner na odpad' },
  { title: 'Svatba a partnerství', keywords: 'sňatek' },
]
const titles = (query: string): string[] =>
  found(guides, query, guide => [guide.title, guide.keywords]).map(guide => guide.title)

test('diacritics and case do not matter', () => {
  expect(fold('Žádost o ZÁBOR')).toBe('zadost o zabor')
  expect(titles('ZABOR')).toEqual(['Zábor veřejného prostranství'])
})
test('every word must be found, at the beginning of a word', () => {
  expect(titles('kom odp')).toEqual(['Poplatek za komunální odpad'])
  expect(titles('pad')).toEqual([])
})
test('a hit in the title comes before one in the keywords', () =>
  expect(titles('odpad')).toEqual(['Poplatek za komunální odpad', 'Zábor veřejného prostranství']))
test('nothing asked, everything shown', () => expect(titles('  ')).toHaveLength(3))
