import { words } from './words.ts'

/** Words of the page on which officials enter when they are away and who stands in. */
export const absencesWords = words({
  title: { cs: 'Nepřítomnost', en: 'Absences' },
  lead: {
    cs: 'Kdo bude pryč a kdo ho zastoupí. První den se úkoly samy objeví u zástupce, po posledním dni se zase vrátí.',
    en: 'Who will be away and who stands in. On the first day the tasks appear with the substitute by themselves; after the last day they go back.',
  },
  list: { cs: 'Zadané nepřítomnosti', en: 'Planned absences' },
  none: { cs: 'Nikdo z vašeho týmu nemá zadanou nepřítomnost.', en: 'Nobody in your team has a planned absence.' },
  who: { cs: 'Kdo je pryč', en: 'Who is away' },
  when: { cs: 'Odkdy dokdy', en: 'From and to' },
  substitute: { cs: 'Kdo zastupuje', en: 'Who stands in' },
  me: { cs: 'vy', en: 'you' },
  now: { cs: 'právě teď', en: 'now' },
  cancel: { cs: 'Zrušit', en: 'Cancel' },
  cancelTitle: { cs: 'Zrušit nepřítomnost?', en: 'Cancel the absence?' },
  cancelText: {
    cs: '{name}: úkoly se hned vrátí. Co už rozhodl zástupce, platí.',
    en: '{name}: the tasks go back at once. What the substitute has decided stays valid.',
  },
  cancelYes: { cs: 'Ano, zrušit', en: 'Yes, cancel it' },
  cancelNo: { cs: 'Ne, nechat', en: 'No, keep it' },
  cancelled: { cs: 'Nepřítomnost je zrušená.', en: 'The absence is cancelled.' },
  enter: { cs: 'Zadat nepřítomnost', en: 'Add an absence' },
  from: { cs: 'První den', en: 'First day' },
  to: { cs: 'Poslední den', en: 'Last day' },
  enterButton: { cs: 'Zadat nepřítomnost', en: 'Add the absence' },
  entered: { cs: 'Nepřítomnost je zadaná.', en: 'The absence is saved.' },
})
