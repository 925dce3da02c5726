import { confirmation } from '../../../forms/confirmation.ts'
import { form } from '../../../forms/form.ts'
import { identifier, longText, money, oneOf, optional, text } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'
import { outcomes, reasons, steps, texts, title } from './texts.ts'

/** Money or news of money that came when its case had closed: late, disputed, taken back or returned. The house starts it, a clerk decides. */
export default agenda({
  id: 'payment-review',
  title,
  starts: 'house',
  first: 'notice',
  assurance: 'low',
  department: 'finance',
  withdrawable: false,
  steps,
  texts,
  outcomes,

  forms: {
    notice: form({
      order: optional(identifier({ cs: 'Platba', en: 'Payment' })),
      reason: oneOf({ cs: 'Co se stalo', en: 'What happened' }, reasons),
      refund: optional(identifier({ cs: 'Vrácení', en: 'Refund' })),
      amount: optional(money({ cs: 'Částka', en: 'Amount' })),
      account: optional(text({ cs: 'Na účet', en: 'To the account' }, { max: 34 })),
    }),
    review: form({
      verdict: oneOf(
        { cs: 'Jak naložit s penězi', en: 'What to do with the money' },
        {
          keep: { cs: 'Ponechat, jak je zapsáno', en: 'Leave as recorded' },
          correct: { cs: 'Opravit v účetnictví ručně', en: 'Correct in the accounts by hand' },
          use: { cs: 'Použít přeplatek na jiný dluh plátce', en: 'Use the overpayment for another debt of the payer' },
          refund: { cs: 'Vrátit přeplatek na kartu', en: 'Give the overpayment back to the card' },
        },
      ),
      words: longText({ cs: 'Zpráva pro plátce', en: 'Message to the payer' }),
    }),
    confirmation: confirmation(),
  },

  async run(c) {
    const { order = '', reason, refund = '', amount = 0, account = '' } = await c.form('notice')
    switch (reason) {
      case 'late':
        if ((await c.do.latePayment(order)) === null) return 'nothing'
        await c.notify('received')
        break
      case 'dispute-won':
        await c.notify('dispute-won')
        return 'won'
      case 'dispute-lost': {
        const back = await c.do.chargeBack(order)
        if (!back) return 'nothing'
        await c.notify('charged-back', { amount: back.amount })
        break
      }
      case 'refund':
        // what was refunded before the portal entered it by itself was entered by hand
        if (c.since('2026-11-refunds') && (await c.do.recordOutsideRefund(order)) === null) return 'nothing'
        await c.notify('received')
        break
      case 'refund-failed': {
        const back = await c.do.refundCameBack(refund)
        if (!back) return 'nothing'
        await c.notify('refund-failed', { amount: back.amount })
        break
      }
      case 'transfer-returned':
        await c.do.transferred({ id: refund, returned: true })
        await c.notify('transfer-returned', { amount, account })
        return 'came-back'
      default:
        await c.notify('received')
    }

    const finance = { role: 'finance', due: '3 working days' } as const
    for (;;) {
      const { verdict, words } = await c.clerk('review', finance)
      if (verdict === 'refund') {
        const { state } = await c.refund('confirmation', { of: { order }, proposedBy: 'review', ...finance })
        if (state === 'rejected') continue
      } else if (verdict === 'use') await c.do.spendRest({ order })
      await c.notify('reviewed', { words })
      return 'reviewed'
    }
  },
})
