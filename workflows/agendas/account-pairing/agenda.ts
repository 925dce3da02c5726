import { form } from '../../../forms/form.ts'
import { birthNumber, longText, oneOf, optional, subject, variableSymbol, when } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'

/** A citizen whom the portal could not find in the city's accounting by itself asks a clerk to (spárování účtu). */
export default agenda({
  id: 'account-pairing',
  title: { cs: 'Spárování účtu s evidencí města', en: 'Linking your account with the city’s records' },
  starts: 'citizen',
  first: 'request',
  assurance: 'substantial',
  department: 'finance',
  withdrawable: true,
  forOthers: null,
  minors: true,

  forms: {
    request: form({
      symbol: optional(
        variableSymbol({
          help: {
            cs: 'Najdete ho na složence nebo ve výzvě k platbě. Nemáte-li ho, nechte prázdné.',
            en: 'It is on the payment slip or the call for payment. Leave it empty if you do not have it.',
          },
        }),
      ),
      birthNumber: optional(
        birthNumber({
          help: {
            cs: 'Pomůže nám najít vás s jistotou. Není povinné.',
            en: 'It helps us find you for sure. It is not required.',
          },
        }),
      ),
      note: optional(
        longText(
          { cs: 'Co bychom měli vědět', en: 'What we should know' },
          { help: { cs: 'Třeba dřívější jméno nebo adresa.', en: 'For example an earlier name or address.' } },
        ),
      ),
    }),
    pairing: form({
      verdict: oneOf(
        { cs: 'Rozhodnutí', en: 'Decision' },
        { pair: { cs: 'Spárovat', en: 'Link' }, refuse: { cs: 'Nespárovat', en: 'Do not link' } },
      ),
      subject: when('verdict', 'pair', subject()),
      reasons: when(
        'verdict',
        'refuse',
        longText({ cs: 'Důvod a co má žadatel udělat', en: 'Reason, and what the applicant should do' }),
      ),
    }),
  },
  steps: {
    request: { cs: 'Žádost', en: 'Request' },
    pairing: { cs: 'Ověření v evidenci', en: 'Check of the records' },
  },
  texts: {
    paired: {
      subject: { cs: 'Váš účet je spárovaný', en: 'Your account is linked' },
      body: {
        cs: 'V portálu teď vidíte své závazky vůči městu a můžete je zaplatit.',
        en: 'You can now see and pay what you owe the city.',
      },
    },
    taken: {
      subject: { cs: 'Účet se nepodařilo spárovat', en: 'Your account could not be linked' },
      body: {
        cs: 'Záznam v evidenci města už patří k jinému účtu. Přijďte prosím s občanským průkazem na přepážku, která pomáhá s přihlášením; najdete ji v kontaktech portálu.',
        en: 'The record already belongs to another account. Please come with your identity card to the desk that helps with signing in; you find it among the contacts of the portal.',
      },
    },
    refused: {
      subject: { cs: 'Účet jsme nespárovali', en: 'We have not linked your account' },
      body: { cs: '{reasons}', en: '{reasons}' },
    },
  },
  outcomes: { paired: { cs: 'spárováno', en: 'linked' }, refused: { cs: 'nespárováno', en: 'not linked' } },

  async run(c) {
    await c.form('request')
    const { subject, reasons = '' } = await c.clerk('pairing', { role: 'finance', due: '3 working days' })
    if (subject === undefined) {
      await c.notify('refused', { reasons })
      return 'refused'
    }
    const result = await c.do.pairAccount(c.citizen.id, subject)
    await c.notify(result === 'paired' ? 'paired' : 'taken')
    return result === 'paired' ? 'paired' : 'refused'
  },
})
