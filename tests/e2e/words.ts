import type { Language } from '../../api/contract.ts'
import type { Room } from '../../web/words/words.ts'

/**
 * The words of a room of the portal as patterns: `const t = spoken(shell, 'cs'); page.getByRole('link', { name: t('skip') })`.
 * What the portal fills in matches anything, a plural matches in each of its forms, and all spaces are alike.
 */
export const spoken =
  <R extends Room>(room: R, language: Language) =>
  (key: keyof R): RegExp => {
    const text = room[key]?.[language]
    if (text === undefined) throw new Error(`The portal has no words for ${String(key)}.`)
    return new RegExp((typeof text === 'string' ? [text] : Object.values(text)).map(pattern).join('|'))
  }

const pattern = (text: string) =>
  text
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{\w+\}/g, '.+')
    .replace(/e-(?=mail)/g, 'e-\\u2060?')
    .replace(/\s/g, '\\s')
