import { form } from '../../../forms/form.ts'
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
        },
      ),
      words: longText({ cs: 'Vysvětlení pro plátce', en: 'Explanation for the payer' }),
    }),
  },

  async run(c) {
    const { items, email } = await c.form('basket')
    const address: Record<string, string> = email ? { email } : {}

    const payment = await c.pay('payment', { items, ...(email && { email }), within: '30 minutes' })
    if (payment.state !== 'paid') {
      await c.notify(payment.state, address)
      return payment.state
    }

    const receipt = await c.issue('receipt', { payment: payment.payment })
    await c.notify('paid', { amount: payment.amount, ...address }, [receipt])

    if (payment.review) {
      const { words } = await c.clerk('review', { role: 'finance', due: '3 working days' })
      await c.notify('reviewed', { words, ...address })
    }
    return 'paid'
  },
})
