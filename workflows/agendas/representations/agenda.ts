import { consent } from '../../../forms/fields.ts'
import { form } from '../../../forms/form.ts'
import { agenda } from '../../agenda.ts'

/** Whom the citizen may act for by law: children, companies, entries of the register of representation (zákonné zastoupení). */
export default agenda({
  id: 'representations',
  title: { cs: 'Za koho smím jednat podle zákona', en: 'Whom I may act for by law' },
  starts: 'citizen',
  first: 'request',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: true,
  forOthers: null,

  forms: {
    request: form({
      consent: consent({
        cs: 'Zeptejte se registrů, za které děti, firmy a další osoby smím podle zákona jednat.',
        en: 'Ask the registers for which children, companies and other people I may act by law.',
      }),
    }),
  },
  steps: { request: { cs: 'Dotaz do registrů', en: 'Question to the registers' } },
  texts: {
    found: {
      subject: { cs: 'Můžete jednat za: {names}', en: 'You may act for: {names}' },
      body: {
        cs: 'Registry potvrdily, za koho smíte jednat. V portálu si zvolte, za koho právě jednáte. Nic dalšího dokládat nemusíte.',
        en: 'The registers have confirmed for whom you may act. Choose in the portal for whom you are acting. You need not prove anything further.',
      },
    },
    nobody: {
      subject: { cs: 'Registry nikoho neuvádějí', en: 'The registers name nobody' },
      body: {
        cs: 'Podle registrů teď za nikoho nejednáte. Rodič může přinést rodný list dítěte, opatrovník rozhodnutí soudu; jinak potřebujete plnou moc.',
        en: 'According to the registers you act for nobody now. A parent may bring the child’s birth certificate, a guardian the court’s decision; otherwise you need a power of attorney.',
      },
    },
  },
  outcomes: {
    found: { cs: 'zapsáno', en: 'recorded' },
    nobody: { cs: 'nikoho neuvádějí', en: 'nobody named' },
  },

  async run(c) {
    await c.form('request')
    const found = await c.do.findPrincipals()
    if (found.length === 0) {
      await c.notify('nobody')
      return 'nobody'
    }
    await c.notify('found', { names: found.map(({ name }) => name).join(', ') })
    return 'found'
  },
})
