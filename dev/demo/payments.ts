import { addDays, partsOf, type Day } from '../../city/calendar.ts'
import { creditedOn, type Demo, type PaidPart, type Prescription } from './prescription.ts'
import type { Random } from './random.ts'
import type { LiabilityRow, PaymentRow } from './rows.ts'
import { subjectOf } from './subjects.ts'

/** Payments of the past. What one payer paid on one day through one channel was one payment, for several debts. */
export function paymentRows({ random, today }: Demo, rows: { p: Prescription; row: LiabilityRow }[]) {
  const together = new Map<
    string,
    { payer: string; part: PaidPart; items: { liabilityId: string; amount: number }[] }
  >()
  for (const { p, row } of rows) {
    for (const part of p.fate.paid ?? []) {
      const key = [p.subject.id, part.on, part.channel].join()
      const found = together.get(key) ?? { payer: p.subject.name, part, items: [] }
      found.items.push({ liabilityId: row.id, amount: part.amount })
      together.set(key, found)
    }
  }
  const made = [...together.values()].map(({ payer, part, items }) => {
    const payment = paymentRow(random, payer, part, today)
    const amount = items.reduce((sum, item) => sum + item.amount, 0)
    return { payment: { ...payment, amount }, items }
  })
  return {
    payments: made.map(({ payment }) => payment),
    allocations: made.flatMap(({ payment, items }) =>
      items.map(item => ({ ...item, paymentId: payment.id, at: payment.postedAt })),
    ),
  }
}

/** Money without a debt (přeplatek): somebody paid the same bank order twice. */
export function overpaid({ random, subjects, today }: Demo): PaymentRow {
  const payer = subjectOf(subjects, 'alena-markova').name
  const amount = 39_000
  const part = { amount, on: addDays(today, -33), channel: 'bank' as const }
  return { ...paymentRow(random, payer, part, today), amount, unallocated: amount }
}

function paymentRow(random: Random, payer: string, part: PaidPart, today: Day): PaymentRow {
  const { on, channel } = part
  const time = `${String(random.int(6, 18)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`
  const card = channel === 'card'
  return {
    id: random.uuid(),
    externalId: `demo-${channel}-${partsOf(on).year}-${random.uuid().slice(0, 8)}`,
    channel,
    payer,
    amount: part.amount,
    unallocated: 0,
    paidAt: `${on}T${time}:00.000Z`,
    creditedOn: creditedOn(part, today),
    postedAt: `${on}T20:00:00.000Z`,
    cardBrand: card ? random.pick(['visa', 'mastercard']) : null,
    cardLast4: card ? String(random.int(1_000, 9_999)) : null,
  }
}
