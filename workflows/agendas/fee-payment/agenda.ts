import { form } from '../../../forms/form.ts'
import { confirmation } from '../../../forms/confirmation.ts'
import { email, longText, oneOf, optional, payableItems } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'
import { outcomes, steps, texts, title } from './texts.ts'

/** Paying what one owes the city, by card: several debts in one basket (úhrada závazků vůči městu). */
export default agenda({
  id: 'fee-payment',
  title,
  starts: 'citizen',
  first: 'basket',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: true,
  forOthers: 'pay',
  steps,
  texts,
  outcomes,

  forms: {
    basket: form({
      items: payableItems(),
      email: optional(email({ title: { cs: 'E-mail pro potvrzení', en: 'E-mail for the receipt' } })),
    }),
    review: form({
      verdict: oneOf(
        { cs: 'Co s přeplatkem', en: 'What to do with the overpayment' },
        {
          keep: {
            cs: 'Evidovat jako přeplatek a vyzvat plátce k žádosti o vrácení',
            en: 'Keep as an overpayment and invite the payer to ask for a refund',
          },
          use: { cs: 'Použít na jiný dluh plátce', en: 'Use for another debt of the payer' },
          refund: { cs: 'Vrátit na kartu', en: 'Give back to the card' },
        },
      ),
      words: longText({ cs: 'Vysvětlení pro plátce', en: 'Explanation for the payer' }),
    }),
    confirmation: confirmation(),
  },

  async run(c) {
    const { items, email } = await c.form('basket')
    const address: Record<string, string> = email ? { email } : {}

    const payment = await c.pay('payment', { items, ...(email && { email }), within: '30 minutes' })
    const finance = { role: 'finance', due: '3 working days' } as const
    if (payment.state === 'held') {
      const sum = `${(payment.amount / 100).toFixed(2)} ${payment.currency}`
      await c.notify('held', { sum, ...address })
      const order = { of: { order: payment.order }, values: address, ...finance }
      // it belongs to the payer: until it is with them, an official has it on the desk
      for (;;) {
        const { state } = await c.refund('confirmation', order)
        if (state !== 'rejected' && state !== 'failed') return 'returned'
      }
    }
    if (payment.state !== 'paid') {
      await c.notify(payment.state, address)
      return payment.state
    }

    const receipt = await c.issue('receipt', { payment: payment.payment })
    await c.notify('paid', { amount: payment.amount, ...address }, [receipt])

    while (payment.review) {
      const { verdict, words } = await c.clerk('review', finance)
      if (verdict === 'refund') {
        const rest = { of: { payment: payment.payment }, proposedBy: 'review', values: address, ...finance } as const
        const { state } = await c.refund('confirmation', rest)
        if (state === 'rejected') continue
        if (state === 'done' || state === 'failed') break
      }
      const used =
        verdict === 'use' && c.since('2026-11-refunds') ? await c.do.spendRest({ payment: payment.payment }) : 0
      if (used > 0) await c.notify('used', { amount: used, words, ...address })
      else await c.notify('reviewed', { words, ...address })
      break
    }
    return 'paid'
  },
})
