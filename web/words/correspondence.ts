import { words } from './words.ts'

/** Words around the messages between citizen and office inside a case. */
export const correspondenceWords = words({
  title: { cs: 'Zprávy', en: 'Messages' },
  list: { cs: 'Zprávy k podání, nejstarší první', en: 'Messages about the case, the oldest first' },
  none: { cs: 'Zatím tu žádná zpráva není.', en: 'There are no messages yet.' },
  forWhom: { cs: '{who} za: {name}', en: '{who} for {name}' },
  you: { cs: 'Vy', en: 'You' },
  office: { cs: 'úřad', en: 'town hall' },
  applicant: { cs: 'žadatel', en: 'applicant' },
  toOffice: { cs: 'Napsat úřadu', en: 'Write to the town hall' },
  toOfficeHint: {
    cs: 'Zeptejte se, nebo něco vysvětlete. Podání se tím nezmění. Odpověď uvidíte tady a přijde i e-mailem.',
    en: 'Ask or explain something. It does not change what you filed. The answer appears here and comes by email too.',
  },
  toCitizen: { cs: 'Napsat žadateli', en: 'Write to the applicant' },
  toCitizenHint: {
    cs: 'Žadatel zprávu uvidí v podání a dostane ji e-mailem. Lhůta běží dál. Potřebujete-li doplnění, vyžádejte ho rozhodnutím.',
    en: 'The applicant will see the message in the case and get it by email. The time limit keeps running. To ask for more information, use the decision.',
  },
  over: {
    cs: {
      one: 'O {n} znak více, než se vejde.',
      few: 'O {n} znaky více, než se vejde.',
      other: 'O {n} znaků více, než se vejde.',
    },
    en: { one: '{n} character too many.', other: '{n} characters too many.' },
  },
  empty: { cs: 'Napište prosím zprávu.', en: 'Please write a message.' },
  files: { cs: 'Přílohy ke zprávě', en: 'Attachments to the message' },
  send: { cs: 'Odeslat zprávu', en: 'Send the message' },
  sent: { cs: 'Zpráva je odeslaná.', en: 'The message has been sent.' },
})
