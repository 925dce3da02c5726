import { form } from '../../../forms/form.ts'
import { count, day, debt, longText, oneOf, when } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'
import { outcomes, steps, texts, title } from './texts.ts'

const parts = { cs: 'Počet měsíčních splátek', en: 'Number of monthly instalments' }
const from = { cs: 'První splátka nejpozději', en: 'First instalment by' }
const range = { min: 2, max: 36 }

/**
 * Paying a debt in instalments: posečkání a splátky (§ 156 zákona č. 280/2009 Sb., daňový řád) for fees and fines, an agreement (dohoda
 * o splátkách) for rents and sewerage. The case lives as long as the instalments do.
 */
export default agenda({
  id: 'instalments',
  title,
  starts: 'citizen',
  first: 'request',
  assurance: 'substantial',
  department: 'finance',
  // once it is decided, the plan lives on in the case
  withdrawable: ['decision', 'approval'],
  steps,
  texts,
  outcomes,

  forms: {
    request: form({
      debt: debt({ cs: 'Který závazek', en: 'Which debt' }),
      count: count(parts, { ...range, help: { cs: 'Dvě až 36.', en: 'Two to 36.' } }),
      first: day(from, { notPast: true }),
      reasons: longText(
        { cs: 'Proč o splátky žádáte', en: 'Why you ask for instalments' },
        {
          help: {
            cs: 'Například ztráta práce, nemoc nebo péče o dítě. Napište, co můžete měsíčně platit.',
            en: 'For example loss of work, illness or care of a child. Say what you can pay a month.',
          },
        },
      ),
    }),
    decision: form({
      verdict: oneOf(
        { cs: 'Jak rozhodnout', en: 'How to decide' },
        {
          grant: { cs: 'Povolit, jak je žádáno', en: 'Grant as asked' },
          otherwise: { cs: 'Povolit jinak', en: 'Grant otherwise' },
          refuse: { cs: 'Nepovolit', en: 'Refuse' },
        },
      ),
      count: when('verdict', 'otherwise', count(parts, range)),
      first: when('verdict', 'otherwise', day(from, { notPast: true })),
      reasons: when('verdict', ['otherwise', 'refuse'], longText({ cs: 'Odůvodnění', en: 'Reasons' })),
    }),
    approval: form({
      verdict: oneOf(
        { cs: 'Souhlasíte s rozhodnutím?', en: 'Do you agree with the decision?' },
        { approve: { cs: 'Ano', en: 'Yes' }, return: { cs: 'Ne, vrátit', en: 'No, return it' } },
      ),
      words: when('verdict', 'return', longText({ cs: 'Co změnit', en: 'What to change' })),
    }),
  },

  async run(c) {
    const request = await c.form('request')
    const number = request.debt
    const debt = await c.do.debtToSpread(number)
    if ('flaw' in debt) {
      await c.notify('impossible', { number })
      return 'impossible'
    }
    await c.notify('received', { number, amount: debt.amount, count: request.count, first: request.first })

    for (;;) {
      const decision = await c.clerk('decision', { role: 'finance', due: '30 days' })
      if (debt.approval) {
        const { verdict } = await c.clerk('approval', { role: 'finance', due: '5 working days', not: ['decision'] })
        if (verdict === 'return') continue
      }
      const { verdict, reasons = '' } = decision
      if (verdict === 'refuse') {
        const paper = await c.issue('instalments-refused', { number, amount: debt.amount, world: debt.world, reasons })
        await c.notify('refused', { number, reasons }, [paper])
        return 'refused'
      }
      const count = decision.count ?? request.count
      const first = decision.first ?? request.first
      const plan = await c.do.grantInstalments({ number, count, first })
      if ('flaw' in plan) {
        await c.notify('impossible', { number })
        return 'impossible'
      }
      const paper = await c.issue('instalments-granted', { number, world: debt.world, reasons })
      await c.notify('granted', { number, count, first, last: plan.last }, [paper])

      for (let { lookOn } = plan; ;) {
        await c.wait(lookOn)
        const now = await c.do.instalmentsOn(lookOn)
        if (now.state === 'running') {
          lookOn = now.lookOn
          continue
        }
        if (now.state === 'kept') await c.notify('kept', { number })
        else await c.notify('missed', { number, due: now.due, left: now.left })
        return now.state
      }
    }
  },
})
