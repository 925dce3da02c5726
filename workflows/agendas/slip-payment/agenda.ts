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
          keep: { cs: 'Evidovat jako přeplatek', en: 'Keep as an overpayment' },
          use: { cs: 'Použít na jiný dluh téhož dlužníka', en: 'Use for another debt of the same debtor' },
        },
      ),
      words: longText({
        cs: 'Vysvětlení pro plátce, který zná jen složenku',
        en: 'Explanation for the payer, who knows the slip alone',
      }),
    }),
  },

  async run(c) {
    const { liability, symbol, amount, language, email } = await c.form('slip')
    const payer: Record<string, string> = { language, ...(email && { email }) }

    const items = [{ liability, amount }]
    const payment = await c.pay('payment', { items, language, ...(email && { email }), within: '30 minutes' })
    if (payment.state !== 'paid') {
      await c.notify('changed', { symbol, ...payer })
      return 'changed'
    }

    const receipt = await c.issue('slip-receipt', { payment: payment.payment, symbol, language })
    await c.notify('paid', { amount: payment.amount, symbol, ...payer }, [receipt])

    if (payment.review) {
      const { words } = await c.clerk('review', { role: 'finance', due: '3 working days' })
      await c.notify('reviewed', { words, ...payer })
    }
    return 'paid'
  },
})
