import { confirmation } from '../../../forms/confirmation.ts'
import { form } from '../../../forms/form.ts'
import { longText, oneOf, optional, overpayment, payee, when } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'
import { outcomes, steps, texts, title } from './texts.ts'

/**
 * What was paid beyond what was owed goes back to the payer's account (vrácení přeplatku): § 154–155 zákona č. 280/2009 Sb., daňový řád,
 * for fees and fines; § 2991 občanského zákoníku for rents and sewerage. First it is used for what is overdue.
 */
export default agenda({
  id: 'overpayment-refund',
  title,
  starts: 'citizen',
  first: 'request',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: true,
  forOthers: null,
  steps,
  texts,
  outcomes,

  forms: {
    request: form({
      overpayment: overpayment({ cs: 'Který přeplatek', en: 'Which overpayment' }),
      to: payee(),
      reason: optional(longText({ cs: 'Co bychom měli vědět', en: 'What we should know' })),
    }),
    review: form({
      verdict: oneOf(
        { cs: 'Vrátit přeplatek', en: 'Give the overpayment back' },
        { refund: { cs: 'Ano, na uvedený účet', en: 'Yes, to the account given' }, refuse: { cs: 'Ne', en: 'No' } },
      ),
      words: when('verdict', 'refuse', longText({ cs: 'Odůvodnění pro plátce', en: 'Reasons for the payer' })),
    }),
    confirmation: confirmation(),
    transfer: form({
      result: oneOf(
        { cs: 'Příkaz v bance', en: 'The order in the bank' },
        {
          made: { cs: 'Zadaný', en: 'Made' },
          refused: { cs: 'Banka peníze vrátila nebo nepřijala', en: 'The bank gave the money back or did not take it' },
        },
      ),
    }),
    account: form({ to: payee() }),
  },

  async run(c) {
    const { overpayment, ...asked } = await c.form('request')
    let { to } = asked
    const found = await c.do.overpayment(overpayment)
    if (found.used > 0) await c.notify('used', { amount: found.used })
    if (found.left === 0) {
      if (found.used === 0) await c.notify('nothing')
      return 'used'
    }
    if (found.left <= found.limit) {
      await c.notify('small', { amount: found.left, limit: found.limit })
      return 'kept'
    }
    await c.notify('received', { amount: found.left, paidOn: found.paidOn })
    const finance = { role: 'finance', due: '5 working days' } as const
    for (;;) {
      const { verdict, words = '' } = await c.clerk('review', { role: 'finance', due: '10 working days' })
      if (verdict === 'refuse') {
        await c.notify('refused', { words })
        return 'kept'
      }
      const of = { payment: overpayment }
      const back = await c.refund('confirmation', { of, proposedBy: 'review', account: to.account, ...finance })
      if (back.state === 'nothing' || back.state === 'taken') {
        await c.notify('nothing')
        return 'used'
      }
      // not confirmed: whoever reviewed it looks again
      if (back.state !== 'approved') continue
      const { result } = await c.clerk('transfer', finance)
      const said = { amount: back.amount, account: to.account }
      await c.do.transferred({ id: back.refund, returned: result === 'refused' })
      if (result === 'made') {
        await c.notify('sent', said)
        return 'sent'
      }
      await c.notify('wrong-account', said)
      ;({ to } = await c.form('account', { within: '60 days' }))
    }
  },
})
