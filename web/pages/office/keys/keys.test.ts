import { expect, test } from 'vitest'
import { nameOf } from './keys.ts'

const press = (key: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

test('keys have the names under which pages know them', () => {
  expect(nameOf(press('J'))).toBe('j')
  expect(nameOf(press('?'))).toBe('?')
  expect(nameOf(press('ArrowDown'))).toBe('ArrowDown')
  expect(nameOf(press('i'), 'g')).toBe('g i')
  expect(nameOf(press('Enter', { ctrlKey: true }))).toBe('Ctrl+Enter')
  expect(nameOf(press('Enter', { metaKey: true }))).toBe('Ctrl+Enter')
})

test('the browser’s own keys are left to it', () => {
  expect(nameOf(press('c', { ctrlKey: true }))).toBe('')
  expect(nameOf(press('r', { metaKey: true }))).toBe('')
  expect(nameOf(press('ArrowLeft', { altKey: true }))).toBe('')
})
