/**
 * The least that one payment may come to, by currency, in its smallest unit. The first is the one the city uses.
 * Source: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export const minimums: Record<string, number> = { czk: 15_00, eur: 50, usd: 50 }

/** Stripe takes at most eight digits. */
export const maximum = 99_999_999

export type Language = 'cs' | 'en'

/** Haléře (or cents) as people write them: `1 234,50 Kč` with unbreakable spaces, or `CZK 1,234.50` in English. */
export function formatAmount(amount: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(language === 'cs' ? 'cs-CZ' : 'en-GB', {
    style: 'currency',
    currency: currency.toUpperCase(),
  }).format(amount / 100)
}
