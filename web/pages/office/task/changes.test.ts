import { expect, test } from 'vitest'
import * as f from '../../../../forms/fields.ts'
import { form } from '../../../../forms/form.ts'
import { changesOf, type Submission, versionsOf } from './changes.ts'

const w = (cs: string, en = cs) => ({ cs, en })
const { schema, layout } = form({
  name: f.text(w('Jméno', 'Name')),
  note: f.optional(f.longText(w('Poznámka', 'Note'))),
  things: f.list(w('Předměty', 'Things'), f.section(w('Předmět', 'Thing'), { what: f.text(w('Co', 'What')) })),
})
const sent = (step: string, at: string, data: unknown): Submission => ({
  step,
  title: w(step),
  at,
  by: 'Eva Nováková',
  for: null,
  form: { schema: { ...schema }, layout: { ...layout } },
  data,
})

test('answers that differ stand side by side, those under a heading with its name', () => {
  const before = sent('a', '1', { name: 'Eva', note: 'stará', things: [{ what: 'lešení' }, { what: 'stůl' }] })
  const now = sent('a', '2', { name: 'Eva', things: [{ what: 'lešení' }, { what: 'židle' }, { what: 'plot' }] })
  expect(changesOf(before, now, 'cs')).toEqual([
    { name: 'Předměty – Předmět 2 – Co', before: 'stůl', now: 'židle' },
    { name: 'Předměty – Předmět 3 – Co', before: undefined, now: 'plot' },
    { name: 'Poznámka', before: 'stará', now: undefined },
  ])
  expect(changesOf(now, now, 'en')).toEqual([])
})

test('versions of one form belong together, in the order in which the forms were first handed in', () => {
  const all = [sent('a', '1', {}), sent('b', '2', {}), sent('a', '3', {}), sent('a', '4', {})]
  expect(versionsOf(all).map(({ latest, before }) => [latest.step, latest.at, before.map(({ at }) => at)])).toEqual([
    ['a', '4', ['3', '1']],
    ['b', '2', []],
  ])
})
