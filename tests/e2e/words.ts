import type { Language } from '../../api/contract.ts'
import { say } from '../../web/words/words.ts'
import type { Room, Say } from '../../web/words/words.ts'

/** The words of a room of the portal as a pattern for the text of an element; spaces that do not break are like any other. */
export const spoken = <R extends Room>(room: R, l: Language): ((...what: Parameters<Say<R>>) => RegExp) => {
  const tell: Say<R> = (key, ...given) => say(room, l, key, ...given)
  return (...what) =>
    new RegExp(
      tell(...what)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s/g, '\\s'),
    )
}
