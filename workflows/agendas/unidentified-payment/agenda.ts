import { agenda } from '../../agenda.ts'
import { account, confirmation, correction, decision, notice, outgoing } from './forms.ts'

/**
 * Money on a bank statement that cannot be told by itself (nejasná platba). The house starts it; a clerk finds whose it is, keeps it
 * as unidentified, or has it returned, which another official must confirm. Of money that has left the account they say what it was.
 */
export default agenda({
  id: 'unidentified-payment',
  title: { cs: 'Nejasná platba', en: 'Unidentified payment' },
  starts: 'house',
  first: 'notice',
  assurance: 'low',
  department: 'finance',
  withdrawable: false,

  forms: { notice, decision, outgoing, account, confirmation, correction },
  steps: {
    notice: { cs: 'Položka výpisu', en: 'Line of the statement' },
    decision: { cs: 'Určení platby', en: 'Identifying the payment' },
    outgoing: { cs: 'Určení odeslané platby', en: 'Identifying an outgoing payment' },
    account: { cs: 'Účet pro vrácení', en: 'Account for the return' },
    confirmation: { cs: 'Potvrzení vrácení', en: 'Confirming the return' },
    correction: { cs: 'Oprava po bance', en: 'Correction after the bank' },
  },
  texts: {},
  outcomes: {
    settled: { cs: 'uhrazeny závazky', en: 'debts settled' },
    kept: { cs: 'ponecháno jako nejasná platba', en: 'kept as unidentified' },
    returned: { cs: 'vrací se odesílateli', en: 'goes back to the sender' },
    sent: { cs: 'vratka plátci', en: 'a refund to a payer' },
    explained: { cs: 'jiná platba města', en: 'another payment of the city' },
    corrected: { cs: 'opraveno', en: 'corrected' },
  },

  async run(c) {
    const { line, why, amount, counterAccount } = await c.form('notice')
    if (why === 'reversal') {
      const { words } = await c.clerk('correction', { role: 'finance', due: '3 working days' })
      await c.do.decideBankLine({ line, what: 'correct', note: words })
      return 'corrected'
    }
    if (amount < 0)
      for (;;) {
        const {
          verdict,
          refund = '',
          words = '',
        } = await c.clerk('outgoing', { role: 'finance', due: '5 working days' })
        if (verdict === 'other') {
          await c.do.decideBankLine({ line, what: 'explain', note: words })
          return 'explained'
        }
        // a refund that another line has shown sent meanwhile is not this one
        if ((await c.do.decideBankLine({ line, what: 'refund', refund })) === 'done') return 'sent'
      }
    for (;;) {
      const {
        verdict,
        items = [],
        words = '',
        ...to
      } = await c.clerk('decision', { role: 'finance', due: '5 working days' })
      if (verdict === 'settle') {
        // a debt paid elsewhere meanwhile is decided anew
        if ((await c.do.decideBankLine({ line, what: 'settle', items })) === 'done') return 'settled'
      } else if (verdict === 'keep') {
        await c.do.decideBankLine({ line, what: 'keep', note: words })
        return 'kept'
      } else {
        const back =
          to.account ?? counterAccount ?? (await c.clerk('account', { role: 'finance', due: '5 working days' })).account
        const { agreed } = await c.clerk('confirmation', {
          role: 'finance',
          due: '3 working days',
          not: ['decision', 'account'],
        })
        if (agreed === 'yes') {
          await c.do.decideBankLine({ line, what: 'return', account: back, note: words })
          return 'returned'
        }
      }
    }
  },
})
