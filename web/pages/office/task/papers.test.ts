import { expect, test } from 'vitest'
import type { CaseView } from '../../../../api/contract.ts'
import * as f from '../../../../forms/fields.ts'
import { form } from '../../../../forms/form.ts'
import { papersOf } from './papers.ts'

const w = (cs: string, en = cs) => ({ cs, en })
const { schema, layout } = form({ name: f.text(w('Jméno')), scans: f.files(w('Přílohy')) })
const file = (id: string, name: string, type: string) => ({ id, name, size: 2048, type })
const sent = (at: string, ...scans: unknown[]): CaseView['submissions'][number] => ({
  step: 'request',
  title: w('Žádost', 'Request'),
  at,
  by: 'Eva Nováková',
  for: null,
  form: { schema: { ...schema }, layout: { ...layout } },
  data: { name: 'Eva', scans },
})
const issued = { kind: 'decision', title: w('Rozhodnutí', 'Decision'), number: 'R-1', case: 'c', amount: null, for: null }

test('attachments of the newest version come first, then what was issued and is ready', () => {
  const submissions = [
    sent('2026-04-01T08:00:00Z', file('old', 'stará.pdf', 'application/pdf')),
    sent(
      '2026-04-02T08:00:00Z',
      file('a', 'plán.pdf', 'application/pdf'),
      file('b', 'foto.jpg', 'image/jpeg'),
      file('c', 'text.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    ),
  ]
  const documents = [
    { ...issued, id: 'd', at: '2026-04-03T08:00:00Z', ready: true },
    { ...issued, id: 'e', at: '2026-04-03T08:00:00Z', ready: false },
  ]
  const papers = papersOf({ submissions, documents } as unknown as CaseView, 'cs')
  expect(papers.map(({ key, title, shown }) => [key, title, shown])).toEqual([
    ['a', 'plán.pdf', { as: 'page', at: '/api/files/a' }],
    ['b', 'foto.jpg', { as: 'picture', at: '/api/files/b' }],
    ['c', 'text.docx', null],
    ['d', 'Rozhodnutí', { as: 'page', at: '/api/documents/d?show=1' }],
  ])
})
