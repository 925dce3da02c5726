import { form } from '../../../forms/form.ts'
import { email, files, longText, oneOf, optional, text, when } from '../../../forms/fields.ts'
import { agenda } from '../../agenda.ts'

/** A library card: the neutral agenda that newcomers copy. It is always tested and never offered to citizens. */
export default agenda({
  id: '_example',
  title: { cs: 'Průkaz do knihovny', en: 'Library card' },
  starts: 'citizen',
  first: 'application',
  assurance: 'low',
  department: 'registry',
  withdrawable: true,

  forms: {
    application: form({
      reader: text({ cs: 'Jméno čtenáře', en: 'Name of the reader' }),
      age: oneOf(
        { cs: 'Věk', en: 'Age' },
        { adult: { cs: '15 a více let', en: '15 or older' }, child: { cs: 'méně než 15 let', en: 'under 15' } },
      ),
      guardian: when('age', 'child', text({ cs: 'Jméno rodiče', en: 'Name of a parent' })),
      email: optional(email()),
      attachments: optional(files({ cs: 'Přílohy', en: 'Attachments' }, { max: 3 })),
    }),
    verdict: form({
      verdict: oneOf(
        { cs: 'Rozhodnutí', en: 'Decision' },
        {
          grant: { cs: 'Vydat průkaz', en: 'Issue the card' },
          ask: { cs: 'Doplnit', en: 'Ask for more' },
          refuse: { cs: 'Zamítnout', en: 'Refuse' },
        },
      ),
      reasons: when(
        'verdict',
        ['ask', 'refuse'],
        longText({ cs: 'Důvod pro žadatele', en: 'Reason for the applicant' }),
      ),
    }),
    supplement: form({
      note: longText({ cs: 'Doplnění', en: 'Supplement' }),
      attachments: optional(files({ cs: 'Přílohy', en: 'Attachments' }, { max: 3 })),
    }),
  },
  steps: {
    application: { cs: 'Přihláška', en: 'Application' },
    verdict: { cs: 'Posouzení', en: 'Assessment' },
    supplement: { cs: 'Doplnění', en: 'Supplement' },
  },
  texts: {
    received: {
      subject: { cs: 'Přihlášku jsme přijali', en: 'We have received your application' },
      body: { cs: 'Ozveme se do tří pracovních dnů.', en: 'We will answer within three working days.' },
    },
    missing: {
      subject: { cs: 'Doplňte prosím přihlášku', en: 'Please complete your application' },
      body: { cs: '{reasons}', en: '{reasons}' },
    },
    granted: {
      subject: { cs: 'Průkaz je připraven', en: 'Your card is ready' },
      body: { cs: 'Vyzvednete si ho u pultu knihovny.', en: 'Collect it at the library desk.' },
    },
    refused: {
      subject: { cs: 'Přihlášku jsme zamítli', en: 'Your application was refused' },
      body: { cs: '{reasons}', en: '{reasons}' },
    },
  },
  outcomes: { granted: { cs: 'průkaz vydán', en: 'card issued' }, refused: { cs: 'zamítnuto', en: 'refused' } },

  async run(c) {
    await c.form('application')
    await c.notify('received')
    for (;;) {
      const { verdict, reasons = '' } = await c.clerk('verdict', { role: 'registry', due: '3 working days' })
      if (verdict === 'grant') {
        await c.notify('granted')
        return 'granted'
      }
      if (verdict === 'refuse') {
        await c.notify('refused', { reasons })
        return 'refused'
      }
      await c.notify('missing', { reasons })
      await c.form('supplement', { within: '30 days' })
    }
  },
})
