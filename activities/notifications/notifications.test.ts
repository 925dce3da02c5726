import { describe, expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import { fill } from './fill.ts'
import { lateNotice } from './late-notice.ts'
import { letter } from './letter.ts'

describe('fill', () => {
  test('money, days and instants are written as people read them, in Prague', () => {
    const values = { amount: 123_450, due: '2026-04-15', until: '2026-07-01T22:30:00Z', name: 'Eva' }
    expect(fill('{name}: {amount:money}, {due:day}', values, 'cs')).toBe(
      'Eva: 1\u00a0234,50\u00a0Kč, 15.\u00a0dubna 2026',
    )
    expect(fill('{until:instant}', values, 'en')).toBe('2 July 2026 at 00:30')
  })
  test('a value that is missing leaves an empty place, and one from outside is never run as a pattern', () => {
    expect(fill('Dobrý den {name}!', {}, 'cs')).toBe('Dobrý den !')
    expect(fill('{words}', { words: '$& {amount:money} <b>' }, 'cs')).toBe('$& {amount:money} <b>')
  })
})

test('a letter names the case, its address and a person to turn to, in the reader’s language', () => {
  const text = {
    subject: { cs: 'Platba {amount:money}', en: 'Payment {amount:money}' },
    body: { cs: 'Přijali jsme ji.', en: 'We have it.' },
  }
  const request = {
    text,
    values: { amount: 78_000 },
    caseNumber: 'PO-1/2026',
    caseUrl: 'https://portal.example/cs/cases/1',
  }
  const cs = letter(loadCity(), { ...request, language: 'cs' })
  expect(cs.subject).toBe('Platba 780\u00a0Kč (PO-1/2026)')
  expect(cs.text).toContain('Přijali jsme ji.')
  expect(cs.text).toContain('https://portal.example/cs/cases/1')
  expect(cs.text).toMatch(/tel\. \+420 \d{3} \d{3} \d{3}/)
  expect(letter(loadCity(), { ...request, language: 'en' }).text).toContain('Case number: PO-1/2026')
})

test('a supervisor is told of a late task: which, since when, who has it and where it is; not whose matter', () => {
  const task = {
    number: 'PO-1/2026',
    title: 'Průkaz do knihovny',
    step: 'Posouzení',
    due: '15. dubna 2026',
    assignee: null,
    url: 'https://portal.example/cs/office/tasks/1%3Averdict%2F1',
  }
  const { subject, text } = lateNotice(loadCity(), task)
  expect(subject).toBe('Úkol po lhůtě: Průkaz do knihovny (PO-1/2026)')
  for (const word of ['15. dubna 2026', 'Posouzení', 'Úkol nikdo nemá.', task.url])
    expect(text.replaceAll('\u00a0', ' ')).toContain(word)
  expect(lateNotice(loadCity(), { ...task, assignee: 'Jana Hájková' }).text).toMatch(/Úkol má.Jana Hájková/)
})
