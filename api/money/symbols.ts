/** Digits of a symbol at most. */
const longest = 10

/** Symbols that one slip of the hand turns into this one: a digit wrong, left out or added, two neighbours swapped. Without leading zeros. */
export function mistyped(symbol: string): string[] {
  const digits = [...'0123456789']
  const places = [...symbol].keys()
  const found = [...places].flatMap(at => {
    const [before, here, after] = [symbol.slice(0, at), symbol[at] ?? '', symbol.slice(at + 1)]
    return [
      ...digits.map(digit => before + digit + after),
      before + after,
      ...digits.map(digit => before + digit + here + after),
      ...(after === '' ? [] : [before + (after[0] ?? '') + here + after.slice(1)]),
    ]
  })
  const all = [...found, ...digits.map(digit => symbol + digit)].map(one => one.replace(/^0+/, ''))
  return [...new Set(all)].filter(one => one !== symbol && one !== '' && one.length <= longest)
}

/** Numbers in a message that may be a symbol: four digits and more, spaces between them do not matter. */
export function symbolsIn(message: string): string[] {
  const whole = message.match(/\d[\d ]*\d/g) ?? []
  const texts = whole.flatMap(text => [text.replaceAll(' ', ''), ...text.split(' ')])
  return [...new Set(texts.map(text => text.replace(/^0+/, '')))].filter(
    ({ length }) => length >= 4 && length <= longest,
  )
}
