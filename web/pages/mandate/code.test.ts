import { expect, test } from 'vitest'
import { bareCode } from './code.ts'

test('a code is read however it was copied', () => {
  expect(bareCode(' kx7p-m2qd ')).toBe('KX7PM2QD')
  expect(bareCode('KX7P\u00a0M2QD')).toBe('KX7PM2QD')
  expect(bareCode('kx7p – m2qd')).toBe('KX7PM2QD')
})
