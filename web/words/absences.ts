import { words } from './words.ts'

/** Words of the page on which officials enter when they are away and who stands in. */
export const absencesWords = words({
  title: { cs: 'Nepřítomnost', en: 'Absences' },
  lead: {
    cs: 'Kdo je pryč, odkdy dokdy, a kdo zatím vyřizuje jeho úkoly. Přepne se to samo, ráno i na konci.',
    en: 'Who is away from when to when, and who handles their tasks. It switches by itself, at the start and at the end.',
  },
  list: { cs: 'Zadané nepřítomnosti', en: 'Entered absences' },
  none: { cs: 'Nikdo z vašeho týmu nemá zadanou nepřítomnost.', en: 'Nobody of your team is entered as absent.' },
  who: { cs: 'Kdo je pryč', en: 'Who is away' },
  when: { cs: 'Odkdy dokdy', en: 'From – to' },
  substitute: { cs: 'Kdo zastupuje', en: 'Who stands in' },
  me: { cs: 'vy', en: 'you' },
  now: { cs: 'právě teď', en: 'now' },
  cancel: { cs: 'Zrušit', en: 'Cancel' },
  cancelTitle: { cs: 'Zrušit nepřítomnost?', en: 'Cancel the absence?' },
  cancelText: {
    cs: '{name}: úkoly budou zase jen u něj nebo u ní. Co zástupce už rozhodl, platí.',
    en: '{name}: the tasks will be theirs alone again. What the substitute has decided counts.',
  },
  cancelYes: { cs: 'Ano, zrušit', en: 'Yes, cancel it' },
  cancelNo: { cs: 'Ne, nechat', en: 'No, keep it' },
  cancelled: { cs: 'Nepřítomnost je zrušená.', en: 'The absence is cancelled.' },
  enter: { cs: 'Zadat nepřítomnost', en: 'Enter an absence' },
  from: { cs: 'První den', en: 'First day' },
  to: { cs: 'Poslední den', en: 'Last day' },
  enterButton: { cs: 'Zadat', en: 'Enter' },
  entered: { cs: 'Nepřítomnost je zadaná.', en: 'The absence is entered.' },
})
