/** JSON pointers (RFC 6901) and the scopes of JSON Forms, which are pointers into the schema. */

/** `/a~1b/0` → `['a/b', '0']` */
export function keysOf(pointer: string): string[] {
  if (pointer === '') return []
  const keys = pointer.slice(1).split('/')
  return pointer.includes('~') ? keys.map(key => key.replaceAll('~1', '/').replaceAll('~0', '~')) : keys
}

/** The pointer of a key under another pointer. */
export function under(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? key : escaped(key)}`
}

/** A key as it stands in a pointer. */
export function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
}

/** `/a/b` → `/a`; the root is its own parent. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** The last key of a pointer; empty for the root. */
export function lastKey(pointer: string): string {
  return keysOf(pointer).at(-1) ?? ''
}

/** The value that a pointer leads to; undefined if nothing is there. Reads own properties only. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data
  for (const key of keysOf(pointer)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** What a place of a schema leads to in data: one value, or one for each item where `*` stands (see `walk`). */
export function valuesAt(data: unknown, place: string): { pointer: string; value: unknown }[] {
  return keysOf(place).reduce(
    (found, key) =>
      found.flatMap(({ pointer, value }) => {
        if (key === '*' && Array.isArray(value))
          return value.map((item: unknown, at) => ({ pointer: under(pointer, at), value: item }))
        const inner = valueAt(value, under('', key))
        return inner === undefined ? [] : [{ pointer: under(pointer, key), value: inner }]
      }),
    [{ pointer: '', value: data }],
  )
}

/** `/address/street` → `#/properties/address/properties/street` */
export function scopeOf(pointer: string): string {
  return '#' + keysOf(pointer).reduce((scope, key) => under(`${scope}/properties`, key), '')
}

/** `#/properties/address/properties/street` → `/address/street` */
export function pointerOf(scope: string): string {
  const keys = keysOf(scope.replace(/^#/, ''))
  return keys.filter((_, at) => at % 2 === 1).reduce(under, '')
}
