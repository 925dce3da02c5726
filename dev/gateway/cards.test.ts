import { expect, test } from 'vitest'
import { cardOf, luhn, storedCard, testCards } from './cards.ts'
import { empty, judge } from './page/card-form.ts'
import { texts } from './page/texts.ts'

test('every test card passes the check digit, and is found again without its number', () => {
  for (const card of testCards) {
    expect(luhn(card.number), card.number).toBe(true)
    const stored = storedCard(card, { month: 12, year: 2034 }, 'Jana')
    expect(cardOf(stored)).toBe(card)
    expect(JSON.stringify(stored)).not.toContain(card.number)
  }
})

test.each(['4242424242424241', '4242', '', '0000000000000000000000', 'abcdefghijklmnop'])(
  '%j is no card number',
  number => {
    expect(luhn(number)).toBe(false)
  },
)

const good = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', holder: 'Jana Nováková' }
const today = '2026-05-31'

test.each([
  ['12/34', 12, 2034],
  ['5/26', 5, 2026],
  ['05 / 2026', 5, 2026],
  ['0534', 5, 2034],
  ['5.34', 5, 2034],
])('reads the expiry %s', (expiry, month, year) => {
  expect(judge({ ...good, expiry }, today)).toMatchObject({ read: { expiry: { month, year } } })
})

test.each([
  [{ number: '' }, { number: 'numberMissing' }],
  [{ number: '4242 4242 4242 4241' }, { number: 'numberWrong' }],
  [{ number: '4111 1111 1111 1111' }, { number: 'numberReal' }],
  [{ expiry: '' }, { expiry: 'expiryMissing' }],
  [{ expiry: '13/34' }, { expiry: 'expiryWrong' }],
  [{ expiry: 'soon' }, { expiry: 'expiryWrong' }],
  [{ expiry: '04/26' }, { expiry: 'expiryPast' }],
  [{ cvc: '' }, { cvc: 'cvcMissing' }],
  [{ cvc: '12' }, { cvc: 'cvcWrong' }],
  [{ cvc: '1234' }, { cvc: 'cvcWrong' }],
  [{ number: '3782 822463 10005', cvc: '123' }, { cvc: 'cvcWrong' }],
  [{ holder: '' }, { holder: 'holderMissing' }],
  [{ holder: '123' }, { holder: 'holderWrong' }],
])('%j is %j', (change, problems) => {
  expect(judge({ ...good, ...change }, today)).toEqual({ problems })
})

test('names all that is wrong at once, each in both languages', () => {
  const judged = judge(empty, today)
  if (!('problems' in judged)) throw new Error('An empty form must not pass.')
  expect(Object.keys(judged.problems)).toEqual(['number', 'expiry', 'cvc', 'holder'])
  for (const problem of Object.values(judged.problems)) {
    expect(texts.cs.problems[problem]).not.toBe(texts.en.problems[problem])
  }
})
