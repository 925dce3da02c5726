import { readdirSync } from 'node:fs'
import { expect, test, describe } from 'vitest'
import { loadCity } from '../city/city.ts'
import { guides } from '../city/guides.ts'
import { faults } from '../forms/lint.ts'
import type { Agenda } from '../workflows/agenda.ts'
import { agendas } from '../workflows/agendas/index.ts'

const folder = new URL('../workflows/agendas/', import.meta.url)
const city = loadCity()

/** Every fault of an agenda, each with its file and place. */
function faultsOf(agenda: Agenda): string[] {
  const file = `workflows/agendas/${agenda.id}/agenda.ts`
  const words = (place: string, text: { cs: string; en: string } | undefined) =>
    (['cs', 'en'] as const)
      .filter(lang => !text?.[lang]?.trim())
      .map(lang => `${file}: ${place} has no text in ${lang}`)
  return [
    ...words('title', agenda.title),
    ...(agenda.forms[agenda.first] ? [] : [`${file}: first names the form ${agenda.first}, which it does not have`]),
    ...(typeof agenda.withdrawable === 'boolean' ? [] : agenda.withdrawable)
      .filter(step => !agenda.forms[step])
      .map(step => `${file}: withdrawable names the form ${step}, which it does not have`),
    ...Object.entries(agenda.forms).flatMap(([step, form]) =>
      faults(form).map(fault => `${file}: forms.${step}: ${fault}`),
    ),
    ...Object.keys(agenda.forms).flatMap(step => words(`steps.${step}`, agenda.steps[step])),
    ...Object.entries(agenda.steps).flatMap(([step, text]) => words(`steps.${step}`, text)),
    ...Object.entries(agenda.outcomes).flatMap(([outcome, text]) => words(`outcomes.${outcome}`, text)),
    ...Object.entries(agenda.texts).flatMap(([name, { subject, body }]) => [
      ...words(`texts.${name}.subject`, subject),
      ...words(`texts.${name}.body`, body),
      ...placeholders(body.cs)
        .filter(p => !placeholders(body.en).includes(p))
        .map(p => `${file}: texts.${name}.body: {${p}} stands in Czech only`),
    ]),
    ...(city.departments.some(d => d.id === agenda.department)
      ? []
      : [`${file}: department ${agenda.department} is not one of the city's`]),
  ]
}
const placeholders = (text: string) => [...text.matchAll(/\{([\w:]+)\}/g)].map(m => m[1] ?? '')

test('every folder is registered, and under its own name', () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter(e => e.isDirectory())
    .map(e => e.name)
  const unregistered = folders
    .filter(name => !agendas.has(name))
    .map(name => `workflows/agendas/${name}/: not in workflows/agendas/index.ts`)
  const homeless = [...agendas.keys()]
    .filter(id => !folders.includes(id))
    .map(id => `workflows/agendas/index.ts: ${id} has no folder of that name`)
  expect([...unregistered, ...homeless]).toEqual([])
})

test('no two agendas share an id', async () => {
  const ids = await Promise.all(
    readdirSync(folder, { withFileTypes: true })
      .filter(e => e.isDirectory())
      .map(async e => ((await import(`../workflows/agendas/${e.name}/agenda.ts`)) as { default: Agenda }).default.id),
  )
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

describe.each([...agendas.values()].map(agenda => [agenda.id, agenda] as const))('%s', (id, agenda) => {
  test('has no fault', () => expect(faultsOf(agenda)).toEqual([]))
  test('has stories of its own', () => expect(readdirSync(new URL(`${id}/`, folder))).toContain('agenda.test.ts'))
})

test('the faults that authors make are found, with their place', () => {
  const [some] = agendas.values()
  if (!some) throw new Error('There are no agendas.')
  const broken: Agenda = {
    ...some,
    first: 'nowhere',
    withdrawable: ['never'],
    department: 'ministry',
    title: { cs: 'Název', en: ' ' },
    texts: { sent: { subject: { cs: 'Odesláno', en: 'Sent' }, body: { cs: 'Dne {day}', en: 'On a day' } } },
  }
  const file = `workflows/agendas/${some.id}/agenda.ts`
  expect(faultsOf(broken)).toEqual(
    expect.arrayContaining([
      `${file}: title has no text in en`,
      `${file}: first names the form nowhere, which it does not have`,
      `${file}: withdrawable names the form never, which it does not have`,
      `${file}: texts.sent.body: {day} stands in Czech only`,
      `${file}: department ministry is not one of the city's`,
    ]),
  )
})

test('every guide that says “online” leads to an agenda which a citizen may start', () => {
  const wrong = guides(city, '2026-01-01')
    .filter(guide => guide.online && agendas.get(guide.online)?.starts !== 'citizen')
    .map(guide => `${guide.slug}: ${guide.online}`)
  expect(wrong).toEqual([])
})
