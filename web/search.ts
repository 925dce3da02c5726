// Letters that Unicode does not take apart into a base letter and a mark.
const whole: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss' }

/** Folds a text for searching: lower case, no diacritics. „Žádost o ZÁBOR“ → „zadost o zabor“. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøß]/g, letter => whole[letter] ?? letter)

/**
 * Those items of a list in which every word of the query begins some word, the best first: a hit in the first of
 * an item's texts counts more than one in the next. An empty query gives the list as it is.
 */
export const found = <T>(items: readonly T[], query: string, textsOf: (item: T) => readonly string[]): T[] => {
  const asked = fold(query).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return [...items]
  return items
    .flatMap(item => {
      const texts = textsOf(item).map(text => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`)
      const ranks = asked.map(word => texts.findIndex(text => text.includes(` ${word}`)))
      return ranks.includes(-1) ? [] : [{ item, rank: ranks.reduce((a, b) => a + b, 0) }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(hit => hit.item)
}
