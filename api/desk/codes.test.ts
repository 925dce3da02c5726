import { describe, expect, test } from 'vitest'
import { newCode, sameSeal, sealer } from './codes.ts'
import { spentBecause } from './weighing.ts'

const seal = sealer(Buffer.alloc(32, 7))

describe('a code of the desk', () => {
  test('has sixty bits in three groups, of letters that nobody misreads', () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is the same however it is typed', () => {
    const right = seal.code('7K3M-Q0XA-21TC')
    for (const typed of ['7k3mq0xa21tc', ' 7K3M Q0XA 21TC ', '7K3M–QOXA–2ITC', '7k3m-qoxa-2ltc'])
      expect(seal.code(typed)).toBe(right)
    expect(seal.code('7K3M-Q0XA-21TD')).not.toBe(right)
  })

  test('is worth nothing without the key of the installation', () => {
    expect(sealer(Buffer.alloc(32, 8)).code('7K3M-Q0XA-21TC')).not.toBe(seal.code('7K3M-Q0XA-21TC'))
    // a code and an address of the same letters are told apart
    expect(seal.address('7K3MQ0XA21TC')).not.toBe(seal.code('7K3MQ0XA21TC'))
  })

  test('is compared whole', () => {
    expect(sameSeal(seal.code('A'), seal.code('A'))).toBe(true)
    expect(sameSeal(seal.code('A'), seal.code('B'))).toBe(false)
    expect(sameSeal('', seal.code('A'))).toBe(false)
  })
})

test('why a code is good no more: used before all, then wrong too often, replaced, expired', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const later = new Date('2026-11-30T22:59:00Z')
  const good = { usedAt: null, voidAt: null, wrong: 0, expiresAt: later }
  expect(spentBecause(good, now)).toBeNull()
  expect(spentBecause({ ...good, wrong: 4 }, now)).toBeNull()
  expect(spentBecause({ ...good, usedAt: now }, now)).toBe('desk-code-used')
  expect(spentBecause({ ...good, wrong: 5, voidAt: now }, now)).toBe('desk-code-locked')
  expect(spentBecause({ ...good, voidAt: now }, now)).toBe('desk-code-replaced')
  expect(spentBecause(good, later)).toBe('desk-code-expired')
})
