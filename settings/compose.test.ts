import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { table } from './settings.ts'

const compose = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8')
// STRIPE_API_URL is the address of a demo gateway, which production refuses.
const production = Object.values(table)
  .map(it => it.name)
  .filter(name => name !== 'STRIPE_API_URL')

test.each(production)('docker-compose.yml gives %s', name => {
  expect(compose).toMatch(new RegExp(`^ +${name}: \\S`, 'm'))
})

test('docker-compose.yml gives no demo part', () => {
  expect(compose).not.toMatch(/STRIPE_API_URL|localhost:30\d\d/)
})
