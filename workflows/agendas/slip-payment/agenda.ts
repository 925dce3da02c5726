import { confirmation } from '../../../forms/confirmation.ts'
import { form } from '../../../forms/form.ts'
import { email, identifier, longText, money, oneOf, optional, variableSymbol } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'
import { outcomes, steps, texts, title } from './texts.ts'

/**
 * A debt paid by what its slip (složenka) says, by whoever holds it, without signing in. The house starts it once symbol and amount
 * have been found to fit; nothing it tells the payer goes beyond the slip.
 */
export default agenda({
  id: 'slip-payment',
  title,
  starts: 'house',
  first: 'slip',
  assurance: 'low',
  department: 'finance',
  withdrawable: false,
  steps,
  texts,
  outcomes,

  forms: {
    slip: form({
      liability: identifier({ cs: 'Závazek', en: 'Liability' }),
      symbol: variableSymbol(),
      amount: money({ cs: 'Částka', en: 'Amount' }),
      language: oneOf(
        { cs: 'Jazyk plátce', en: 'Language of the payer' },
        { cs: { cs: 'čeština', en: 'Czech' }, en: { cs: 'angličtina', en: 'English' } },
      ),
      email: optional(email({ title: { cs: 'E-mail pro potvrzení', en: 'E-mail for the receipt' } })),
    }),
    review: form({
      verdict: oneOf(
        { cs: 'Co s přeplatkem', en: 'What to do with the overpayment' },
        {
          refund: { cs: 'Vrátit na kartu', en: 'Give back to the card' },
          keep: { cs: 'Evidovat jako přeplatek', en: 'Keep as an overpayment' },
          use: { cs: 'Použít na jiný dluh téhož dlužníka', en: 'Use for another debt of the same debtor' },
        },
      ),
      words: longText({
        cs: 'Vysvětlení pro plátce, který zná jen složenku',
        en: 'Explanation for the payer, who knows the slip alone',
      }),
    }),
    confirmation: confirmation(),
  },

  async run(c) {
    const { liability, symbol, amount, language, email } = await c.form('slip')
    const payer: Record<string, string> = { language, ...(email && { email }) }

    const items = [{ liability, amount }]
    const payment = await c.pay('payment', { items, language, ...(email && { email }), within: '30 minutes' })
    const finance = { role: 'finance', due: '3 working days' } as const
    if (payment.state === 'held') {
      const sum = `${(payment.amount / 100).toFixed(2)} ${payment.currency}`
      await c.notify('held', { sum, symbol, ...payer })
      // it belongs to the payer: until it is with them, an official has it on the desk
      for (;;) {
        const { state } = await c.refund('confirmation', { of: { order: payment.order }, values: payer, ...finance })
        if (state !== 'rejected' && state !== 'failed') return 'returned'
      }
    }
    if (payment.state !== 'paid') {
      await c.notify('changed', { symbol, ...payer })
      return 'changed'
    }

    const receipt = await c.issue('slip-receipt', { payment: payment.payment, symbol, language })
    await c.notify('paid', { amount: payment.amount, symbol, ...payer }, [receipt])

    const rest = { payment: payment.payment }
    while (payment.review) {
      const { verdict, words } = await c.clerk('review', finance)
      if (verdict === 'refund') {
        const refund = { of: rest, proposedBy: 'review', values: payer, ...finance } as const
        const { state } = await c.refund('confirmation', refund)
        if (state === 'rejected') continue
        if (state === 'done' || state === 'failed') break
      }
      if (verdict === 'use') await c.do.spendRest(rest)
      await c.notify('reviewed', { words, ...payer })
      break
    }
    return 'paid'
  },
})
