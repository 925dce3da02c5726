import { Actions, composePaths, toDataPath } from '@jsonforms/core'
import { useJsonForms } from '@jsonforms/react'
import { useContext, useEffect, useRef } from 'react'
import { valueAt, under } from '../../../forms/pointer.ts'
import type { Layout } from '../../../forms/layout.ts'
import { useWords } from '../../language.tsx'
import { formWords } from '../../words/forms.ts'
import { AddressSearch, type Suggestion } from '../AddressSearch.tsx'
import { idOf, pointerOfPath } from '../place.ts'
import { FormContext } from '../state.ts'

/** The fields of an address that the register knows. */
const known = ['street', 'houseNumber', 'orientationNumber', 'municipality', 'zip'] as const

/**
 * Above the fields of an address: finds it in the register and fills them in, with the code of the address place. Whoever changes a
 * field afterwards writes an address of their own, so the code goes.
 */
export const AddressHelp = ({ elements, path }: { elements: readonly Layout[]; path: string }) => {
  const t = useWords(formWords)
  const form = useContext(FormContext)
  const { core, dispatch } = useJsonForms()
  const first = elements.find(element => element.type === 'Control')
  const scope = first?.type === 'Control' ? first.scope.replace(/\/properties\/[^/]+$/, '') : '#'
  const base = composePaths(path, toDataPath(scope))
  const pointer = pointerOfPath(base)
  const data = addressIn(valueAt(core?.data, pointer))
  const written = known.map(name => data[name] ?? '').join('\n')
  const chosen = useRef(written)
  const hasCode = data['ruianCode'] !== undefined
  useEffect(() => {
    if (!hasCode) chosen.current = written
    else if (chosen.current !== written) dispatch?.(Actions.update(composePaths(base, 'ruianCode'), () => undefined))
  }, [hasCode, written, base, dispatch])
  if (data['abroad'] === true) return null

  const choose = (address: Suggestion): void => {
    const { ruianCode, text: _, zip, ...rest } = address
    const parts: Partial<Record<(typeof known)[number], string>> = {
      ...rest,
      ...(zip !== undefined && { zip: zip.replace(/\s/g, '') }),
    }
    chosen.current = known.map(name => parts[name] ?? '').join('\n')
    for (const name of known) form.changed(under(pointer, name))
    dispatch?.(Actions.update(base, () => ({ ...data, ...blank, ...parts, ruianCode: Number(ruianCode) })))
  }
  return (
    <AddressSearch
      id={`${idOf(pointer)}-search`}
      label={t('addressSearch')}
      hint={t('addressHint')}
      onChoose={choose}
    />
  )
}

const blank = Object.fromEntries(known.map(name => [name, undefined]))
const addressIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
