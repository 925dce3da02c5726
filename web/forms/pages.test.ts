import { expect, test } from 'vitest'
import * as f from '../../forms/fields.ts'
import { form } from '../../forms/form.ts'
import { control, page, pages } from '../../forms/layout.ts'
import { localise } from '../../forms/localise.ts'
import { completed, found, labelOf, pageOf, pagesOf } from './pages.ts'
import { idOf, pointerOfPath } from './place.ts'

const w = (cs: string, en = cs) => ({ cs, en })
const paged = form(
  {
    name: f.text(w('Jméno', 'Name')),
    seat: f.section(w('Sídlo', 'Seat'), { zip: f.postcode() }),
    things: f.list(w('Předměty', 'Things'), f.section(w('Předmět'), { count: f.count(w('Počet', 'Count')) })),
  },
  { layout: pages(page(w('Kdo', 'Who'), 'name'), page(w('Kde a co', 'Where and what'), 'things', control('seat'))) },
)
const all = pagesOf(localise(paged, 'cs').layout)

test('the pages of a form have their labels, and a form without pages is one', () => {
  expect(all.map(labelOf)).toEqual(['Kdo', 'Kde a co'])
  expect(pagesOf(form({ name: f.text(w('Jméno')) }).layout)).toHaveLength(1)
})

test('a place is on the page that asks for it, for one in it, or for the list around it', () => {
  expect(pageOf(all, '/name')).toBe(0)
  expect(pageOf(all, '/seat/zip')).toBe(1)
  expect(pageOf(all, '/seat')).toBe(1)
  expect(pageOf(all, '/things/0/count')).toBe(1)
  expect(pageOf(all, '/names')).toBe(-1)
  expect(pageOf(all, '')).toBe(-1)
})

test('problems stand in the order of the fields and say where they are', () => {
  const problems = ['/seat/zip', '/things/1/count', '', '/name'].map(path => ({
    path,
    rule: 'required',
    message: 'Vyplňte.',
  }))
  expect(found(problems, all, paged, 'cs').map(({ path, message, page }) => [path, message, page])).toEqual([
    ['', 'Vyplňte.', -1],
    ['/name', 'Vyplňte.', 0],
    ['/things/1/count', 'Předměty › 2. – Vyplňte.', 1],
    ['/seat/zip', 'Sídlo – Vyplňte.', 1],
  ])
})

test('as many pages are completed as come before the first with something wrong', () => {
  expect(completed(all, ['/seat/zip'])).toBe(1)
  expect(completed(all, ['/seat/zip', '/name'])).toBe(0)
  expect(completed(all, [])).toBe(2)
})

test('a path of JSON Forms, a pointer and an id name the same place', () => {
  expect(pointerOfPath('things.0.count')).toBe('/things/0/count')
  expect(pointerOfPath('')).toBe('')
  expect(idOf('/things/0/count')).toBe('field-things-0-count')
})
