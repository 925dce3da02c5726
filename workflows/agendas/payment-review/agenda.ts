import { form } from '../../../forms/form.ts'
import { identifier, longText, oneOf } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'

/** Money or news of money that came after its case had closed: late, disputed or returned. The house starts it, a clerk decides. */
export default agenda({
  id: 'payment-review',
  title: { cs: 'Prověření platby', en: 'Review of a payment' },
  starts: 'house',
  first: 'notice',
  assurance: 'low',
  department: 'finance',
  withdrawable: false,

  forms: {
    notice: form({
      order: identifier({ cs: 'Platba', en: 'Payment' }),
      reason: oneOf(
        { cs: 'Co se stalo', en: 'What happened' },
        {
          late: {
            cs: 'Zpráva o platbě přišla po uzavření případu',
            en: 'News of the payment came after the case had closed',
          },
          dispute: { cs: 'Plátce platbu u banky rozporuje', en: 'The payer disputes the payment with the bank' },
          refund: { cs: 'Platba byla v bráně vrácena', en: 'The payment was refunded at the gateway' },
        },
      ),
    }),
    review: form({
      verdict: oneOf(
        { cs: 'Jak naložit s penězi', en: 'What to do with the money' },
        {
          keep: { cs: 'Ponechat, jak je zapsáno', en: 'Leave as recorded' },
          correct: { cs: 'Opravit v účetnictví ručně', en: 'Correct in the accounts by hand' },
        },
      ),
      words: longText({ cs: 'Zpráva pro plátce', en: 'Message to the payer' }),
    }),
  },
  steps: { notice: { cs: 'Oznámení', en: 'Notice' }, review: { cs: 'Prověření platby', en: 'Review of the payment' } },
  texts: {
    received: {
      subject: { cs: 'Prověřujeme vaši platbu', en: 'We are reviewing your payment' },
      body: {
        cs: 'Od banky nebo platební brány jsme dostali o vaší platbě zprávu, kterou musí posoudit člověk. Nic nemusíte dělat, dáme vám vědět.',
        en: 'We have received news of your payment from the bank or the gateway which a person must look at. You need not do anything, we will let you know.',
      },
    },
    reviewed: {
      subject: { cs: 'Vaši platbu jsme prověřili', en: 'We have reviewed your payment' },
      body: { cs: '{words}', en: '{words}' },
    },
  },
  outcomes: {
    reviewed: { cs: 'prověřeno', en: 'reviewed' },
    nothing: { cs: 'žádné peníze nepřišly', en: 'no money came' },
  },

  async run(c) {
    const { order, reason } = await c.form('notice')
    if (reason === 'late' && (await c.do.latePayment(order)) === null) return 'nothing'
    await c.notify('received')
    const { words } = await c.clerk('review', { role: 'finance', due: '3 working days' })
    await c.notify('reviewed', { words })
    return 'reviewed'
  },
})
