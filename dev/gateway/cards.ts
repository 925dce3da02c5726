import { createHash } from 'node:crypto'
import type { StoredCard } from './objects/types.ts'

/** Why an issuer refuses: Stripe's code and decline code, its English message, and the field it concerns. */
export interface Decline {
  code: string
  declineCode?: string
  message: string
  field?: 'number' | 'expiry' | 'cvc'
  param?: string
}

export type Decision = 'card_declined' | 'insufficient_funds' | 'expired_card' | 'incorrect_cvc' | 'processing_error'

export const declines: Record<Decision, Decline> = {
  card_declined: { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' },
  insufficient_funds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  expired_card: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    field: 'expiry',
    param: 'exp_month',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    field: 'cvc',
    param: 'cvc',
  },
  processing_error: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
}

/** A test card and what its issuer does. Source: https://docs.stripe.com/testing */
export interface TestCard {
  number: string
  brand: 'visa' | 'mastercard' | 'amex'
  /** The name of its story in the page's list of cards. */
  story: Story
  declines?: Decision
  authenticates?: true
  afterwards?: 'dispute' | 'refund-later' | 'refund-fails'
}

export type Story =
  | 'pays'
  | 'declined'
  | 'funds'
  | 'expired'
  | 'cvc'
  | 'processing'
  | 'secure'
  | 'secureDeclined'
  | 'disputed'
  | 'refundLater'
  | 'refundFails'

const list: TestCard[] = [
  { number: '4242424242424242', brand: 'visa', story: 'pays' },
  { number: '5555555555554444', brand: 'mastercard', story: 'pays' },
  { number: '378282246310005', brand: 'amex', story: 'pays' },
  { number: '4000002760003184', brand: 'visa', story: 'secure', authenticates: true },
  { number: '4000002500003155', brand: 'visa', story: 'secure', authenticates: true },
  {
    number: '4000008400001629',
    brand: 'visa',
    story: 'secureDeclined',
    authenticates: true,
    declines: 'card_declined',
  },
  { number: '4000000000000002', brand: 'visa', story: 'declined', declines: 'card_declined' },
  { number: '4000000000009995', brand: 'visa', story: 'funds', declines: 'insufficient_funds' },
  { number: '4000000000000069', brand: 'visa', story: 'expired', declines: 'expired_card' },
  { number: '4000000000000127', brand: 'visa', story: 'cvc', declines: 'incorrect_cvc' },
  { number: '4000000000000119', brand: 'visa', story: 'processing', declines: 'processing_error' },
  { number: '4000000000000259', brand: 'visa', story: 'disputed', afterwards: 'dispute' },
  { number: '4000000000007726', brand: 'visa', story: 'refundLater', afterwards: 'refund-later' },
  { number: '4000000000005126', brand: 'visa', story: 'refundFails', afterwards: 'refund-fails' },
]

export const testCards: readonly TestCard[] = list

/** The test card of this number (digits only), or undefined: then it may be somebody's real card. */
export const testCard = (number: string): TestCard | undefined => list.find(card => card.number === number)

/** The check digit of a card number: ISO/IEC 7812-1, annex B. */
export function luhn(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return /^\d{12,19}$/.test(number) && sum % 10 === 0
}

/** What is kept of a card: everything but its number and its code. */
export function storedCard(card: TestCard, expiry: { month: number; year: number }, holder: string): StoredCard {
  return {
    // The story's card is found again by a digest: the number itself is never written to the file.
    test: digest(card.number),
    brand: card.brand,
    last4: card.number.slice(-4),
    expMonth: expiry.month,
    expYear: expiry.year,
    holder,
    country: 'CZ',
    fingerprint: digest(`fingerprint ${card.number}`).slice(0, 16),
  }
}

/**
 * The test card behind a kept card.
 * @throws Error when the list of test cards no longer has it.
 */
export function cardOf(stored: StoredCard): TestCard {
  const card = list.find(one => digest(one.number) === stored.test)
  if (!card) throw new Error(`The card ending ${stored.last4} is no longer among the test cards.`)
  return card
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
