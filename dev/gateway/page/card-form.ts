import { luhn, testCard, type TestCard } from '../cards.ts'
import type { Problem } from './texts.ts'

export type Field = 'number' | 'expiry' | 'cvc' | 'holder'

/** What the payer typed, as typed. */
export type Typed = Record<Field, string>

export type Problems = Partial<Record<Field, Problem>>

export interface ReadCard {
  card: TestCard
  expiry: { month: number; year: number }
  holder: string
}

export const empty: Typed = { number: '', expiry: '', cvc: '', holder: '' }

/** The fields of a submitted form. A field that is missing counts as empty. */
export function typed(form: URLSearchParams): Typed {
  const field = (name: Field) => (form.get(name) ?? '').trim().slice(0, 200)
  return { number: field('number'), expiry: field('expiry'), cvc: field('cvc'), holder: field('holder') }
}

/** Judges the form: the card, or what is wrong at which field. `today` is `YYYY-MM-DD`. */
export function judge(form: Typed, today: string): { problems: Problems } | { read: ReadCard } {
  const number = form.number.replace(/[\s-]/g, '')
  const card = testCard(number)
  const expiry = readExpiry(form.expiry)
  const cvc = form.cvc.replace(/\s/g, '')

  const found: Record<Field, Problem | undefined> = {
    number: number === '' ? 'numberMissing' : !luhn(number) ? 'numberWrong' : card ? undefined : 'numberReal',
    expiry:
      form.expiry === '' ? 'expiryMissing' : !expiry ? 'expiryWrong' : isPast(expiry, today) ? 'expiryPast' : undefined,
    cvc: cvc === '' ? 'cvcMissing' : new RegExp(`^\\d{${codeLength(card)}}$`).test(cvc) ? undefined : 'cvcWrong',
    holder:
      form.holder === ''
        ? 'holderMissing'
        : /\p{L}/u.test(form.holder) && form.holder.length <= 100
          ? undefined
          : 'holderWrong',
  }
  if (card && expiry && !Object.values(found).some(Boolean)) return { read: { card, expiry, holder: form.holder } }

  const problems: Problems = {}
  for (const field of ['number', 'expiry', 'cvc', 'holder'] as const) if (found[field]) problems[field] = found[field]
  return { problems }
}

const codeLength = (card: TestCard | undefined) => (card?.brand === 'amex' ? '4' : card ? '3' : '3,4')

/** Reads `12/34`, `1 / 34`, `1234` or `12/2034`. */
function readExpiry(text: string): { month: number; year: number } | undefined {
  const [, month, year] =
    /^(\d{1,2})\s*[/.-]\s*(\d{2}|20\d{2})$|^$/.exec(text) ?? /^(\d{2})\s*(\d{2}|20\d{2})$/.exec(text) ?? []
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return undefined
  return { month: Number(month), year: (Number(year) % 100) + 2000 }
}

/** A card is valid until the last day of its month. */
function isPast(expiry: { month: number; year: number }, today: string): boolean {
  return `${expiry.year}-${String(expiry.month).padStart(2, '0')}` < today.slice(0, 7)
}
