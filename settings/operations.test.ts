import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsAsMarkdown } from './settings.ts'

const cells = (row: string) => row.split('|').map(cell => cell.trim())

test('docs/operations.md has the table of settings as it is', () => {
  const document = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8')
  const written = document
    .slice(document.indexOf('## Settings'))
    .split('\n')
    .filter(line => line.startsWith('| `'))
  const wanted = settingsAsMarkdown()
    .split('\n')
    .filter(line => line.startsWith('| `'))
  expect(written.map(cells)).toEqual(wanted.map(cells))
})
