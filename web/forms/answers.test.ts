import { expect, test } from 'vitest'
import * as f from '../../forms/fields.ts'
import { form } from '../../forms/form.ts'
import { group, page, pages } from '../../forms/layout.ts'
import { answersOf } from './answers.ts'

const w = (cs: string, en = cs) => ({ cs, en })
const thing = f.section(w('Předmět', 'Thing'), {
  name: f.text(w('Název', 'Name')),
  count: f.optional(f.count(w('Počet', 'Count'))),
})
const { schema, layout } = form(
  {
    name: f.text(w('Jméno', 'Name')),
    note: f.optional(f.longText(w('Poznámka', 'Note'))),
    things: f.list(w('Předměty', 'Things'), thing),
    subject: f.optional(f.subject()),
    last: f.optional(f.text(w('Nakonec', 'At last'))),
  },
  {
    layout: pages(
      page(w('Kdo', 'Who'), 'name', group(w('Více', 'More'), 'note')),
      page(w('Co', 'What'), 'things', 'subject', 'last'),
    ),
  },
)

test('answers come in the order of the form, under its headings', () => {
  const data = { name: 'Eva', note: 'a\nb', things: [{ name: 'Lešení', count: 2 }, { name: 'Stůl' }], last: 'konec' }
  expect(answersOf(schema, layout, data, 'cs')).toEqual({
    title: undefined,
    parts: [
      {
        title: 'Kdo',
        parts: [
          { path: '/name', name: 'Jméno', text: 'Eva', long: false },
          { title: 'Více', parts: [{ path: '/note', name: 'Poznámka', text: 'a\nb', long: true }] },
        ],
      },
      {
        title: 'Co',
        parts: [
          {
            title: 'Předměty',
            parts: [
              {
                title: 'Předmět 1',
                parts: [
                  { path: '/name', name: 'Název', text: 'Lešení', long: false },
                  { path: '/count', name: 'Počet', text: '2', long: false },
                ],
              },
              { title: 'Předmět 2', parts: [{ path: '/name', name: 'Název', text: 'Stůl', long: false }] },
            ],
          },
          { path: '/last', name: 'Nakonec', text: 'konec', long: false },
        ],
      },
    ],
  })
})

test('one item of a list needs no number, and a heading with nothing under it is left out', () => {
  const { parts } = answersOf(
    schema,
    layout,
    { things: [{ name: 'Table' }], subject: '1f0c2b1e-0000-4000-8000-000000000000' },
    'en',
  )
  expect(parts).toEqual([
    {
      title: 'What',
      parts: [{ title: 'Things', parts: [{ path: '/name', name: 'Name', text: 'Table', long: false }] }],
    },
  ])
})

test('data that are no object have no answers', () => {
  expect(answersOf(schema, layout, null, 'cs').parts).toEqual([])
})
