// Letters that Unicode does not take apart into a base letter and a mark.
const whole: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }

/**
 * Folds a text for searching: lower case, no diacritics, each run of white space one space.
 * „Žádost o ZÁBOR“ and „zadost o zabor“ fold to the same text. Fold both the index and what the person typed.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœıþð]/g, letter => whole[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}
