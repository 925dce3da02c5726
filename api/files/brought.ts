import { valueAt, valuesAt } from '../../forms/pointer.ts'
import { walk, type Schema } from '../../forms/schema.ts'
import type { Language, Words } from '../contract.ts'
import type { Brought } from './rows.ts'

/** Told of a file that is not there, of somebody else's and of one sent already alike: in each case it is to be uploaded again. */
export const goneWords: Words = {
  cs: 'Tento soubor už nemáme k dispozici: neodeslané soubory po týdnu mažeme a odeslaný patří k jinému podání. Odeberte ho a nahrajte znovu.',
  en: 'We no longer have this file: files not sent are deleted after a week, and one that was sent belongs to another submission. Remove it and upload it again.',
}

/** The files that judged data of a form bring, in the order of its fields. */
export function filesIn(schema: Schema, data: unknown, language: Language): Brought[] {
  const found: Brought[] = []
  walk(schema, (field, pointer) => {
    if (field['x-check'] !== 'files') return
    for (const file of valuesAt(data, `${pointer}/*`)) {
      const id = valueAt(file.value, '/id')
      if (typeof id === 'string') found.push({ id, path: file.pointer, otherwise: goneWords[language] })
    }
  })
  return found
}
