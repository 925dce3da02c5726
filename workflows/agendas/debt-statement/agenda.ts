import { form } from '../../../forms/form.ts'
import { oneOf } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'

/** A statement of account, or a confirmation of no debts (potvrzení o bezdlužnosti), issued at once from the ledger. */
export default agenda({
  id: 'debt-statement',
  title: { cs: 'Přehled závazků a potvrzení o bezdlužnosti', en: 'Statement of account and confirmation of no debts' },
  starts: 'citizen',
  first: 'request',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: true,

  forms: {
    request: form({
      document: oneOf(
        { cs: 'Co potřebujete', en: 'What you need' },
        {
          statement: {
            cs: 'Přehled závazků: vše, co zbývá zaplatit, se splatností',
            en: 'Statement of account: all that is left to pay, with its due days',
          },
          'no-debts': {
            cs: 'Potvrzení o bezdlužnosti: že nic není po splatnosti',
            en: 'Confirmation of no debts: that nothing is overdue',
          },
        },
      ),
    }),
  },
  steps: { request: { cs: 'Žádost', en: 'Request' } },
  texts: {
    statement: {
      subject: { cs: 'Přehled závazků je hotový', en: 'The statement of account is ready' },
      body: {
        cs: 'Přehled závazků ve stavu evidence k {asOf:instant} je v příloze. Zbývá zaplatit {owed:money}, z toho po splatnosti {overdue:money}.',
        en: 'The statement of account in the state of the records on {asOf:instant} is attached. {owed:money} is left to pay, of which {overdue:money} is overdue.',
      },
    },
    confirmed: {
      subject: { cs: 'Potvrzení o bezdlužnosti je hotové', en: 'The confirmation of no debts is ready' },
      body: {
        cs: 'Ve stavu evidence k {asOf:instant} nic není po splatnosti. Potvrzení je v příloze.',
        en: 'In the state of the records on {asOf:instant} nothing is overdue. The confirmation is attached.',
      },
    },
    owing: {
      subject: {
        cs: 'Potvrzení o bezdlužnosti teď vydat nemůžeme',
        en: 'We cannot confirm that there are no debts now',
      },
      body: {
        cs: 'Ve stavu evidence k {asOf:instant} je po splatnosti {overdue:money}, počet závazků: {late}. Jejich seznam je v příloze. Zaplatit je můžete hned v přehledu plateb; až bude platba zapsaná, požádejte znovu, potvrzení přijde obratem. Nesouhlasí-li seznam, zavolejte na finanční odbor.',
        en: 'In the state of the records on {asOf:instant}, {overdue:money} is overdue; number of debts: {late}. They are listed in the attachment. You can pay them at once among your payments; once the payment is recorded, ask again and the confirmation comes by return. If the list is not right, call the finance department.',
      },
    },
    unknown: {
      subject: {
        cs: 'Účet zatím není spojený s evidencí města',
        en: 'The account is not linked to the city’s records yet',
      },
      body: {
        cs: 'Nevíme, které závazky jsou vaše, proto nemůžeme nic potvrdit. Požádejte v přehledu plateb o spojení účtu s evidencí a potom to zkuste znovu.',
        en: 'We do not know which debts are yours, so we cannot confirm anything. Ask among your payments for the account to be linked to the records, and then try again.',
      },
    },
  },
  outcomes: {
    issued: { cs: 'vydáno', en: 'issued' },
    owing: { cs: 'nevydáno, něco je po splatnosti', en: 'not issued, something is overdue' },
    unknown: { cs: 'nevydáno, účet není spojený s evidencí', en: 'not issued, the account is not linked' },
  },

  async run(c) {
    const { document } = await c.form('request')
    const stated = await c.do.debtStatement()
    if (!stated) {
      await c.notify('unknown')
      return 'unknown'
    }
    const { owed, overdue, late, asOf } = stated
    if (document === 'no-debts' && late === 0) {
      const confirmation = await c.issue('no-debts', { statement: c.id })
      await c.notify('confirmed', { asOf }, [confirmation])
      return 'issued'
    }
    const statement = await c.issue('debt-statement', { statement: c.id })
    if (document === 'no-debts') {
      await c.notify('owing', { asOf, overdue, late }, [statement])
      return 'owing'
    }
    await c.notify('statement', { asOf, owed, overdue }, [statement])
    return 'issued'
  },
})
