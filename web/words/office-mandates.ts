import { words } from './words.ts'

/** Words for officials who verify mandates: finding one, suspending it and letting it go on. */
export const officeMandatesWords = words({
  title: { cs: 'Zmocnění', en: 'Mandates' },
  lead: {
    cs: 'Najděte zmocnění podle jména zmocnitele nebo zmocněnce. Dokud nehledáte, vidíte tu ta, která jsou pozastavená a čekají na rozhodnutí.',
    en: 'Find a mandate by the name of its principal or agent. Until you search, you see those that are suspended and wait for a decision.',
  },
  search: { cs: 'Jméno nebo název firmy', en: 'Name of a person or company' },
  find: { cs: 'Hledat', en: 'Search' },
  waiting: { cs: 'Pozastavená zmocnění', en: 'Suspended mandates' },
  results: { cs: 'Nalezená zmocnění', en: 'Mandates found' },
  count: {
    cs: { one: '{n} zmocnění', few: '{n} zmocnění', other: '{n} zmocnění' },
    en: { one: '{n} mandate', other: '{n} mandates' },
  },
  noneWaiting: { cs: 'Žádné zmocnění není pozastavené.', en: 'No mandate is suspended.' },
  none: {
    cs: 'Takové zmocnění tu není. Zkuste jen příjmení, s háčky a čárkami.',
    en: 'There is no such mandate. Try the surname alone, with its accents.',
  },
  who: { cs: 'Kdo jedná a za koho', en: 'Who acts, and for whom' },
  actsFor: { cs: '{agent} za: {principal}', en: '{agent} for {principal}' },
  scope: { cs: 'Co je dovoleno', en: 'What is allowed' },
  state: { cs: 'Stav', en: 'State' },
  since: { cs: 'od {at}', en: 'since {at}' },

  suspendedBy: { cs: 'Kdo pozastavil', en: 'Suspended by' },
  portal: { cs: 'portál, podle registru', en: 'the portal, according to the register' },
  suspendedAt: { cs: 'Pozastaveno', en: 'Suspended on' },
  toTask: { cs: 'Zobrazit, jak se ověřovalo', en: 'Show how it was verified' },
  card: { cs: 'Zmocnění', en: 'Mandate' },
  open: { cs: 'Zobrazit zmocnění', en: 'Show the mandate' },

  suspendTitle: { cs: 'Pozastavení', en: 'Suspension' },
  suspendText: {
    cs: 'Máte pochybnost, třeba o podpisu nebo o vůli zmocnitele? Pozastavte zmocnění, než se věc vysvětlí.',
    en: 'Do you have a doubt, for example about the signature or the principal’s will? Suspend the mandate until it is cleared up.',
  },
  suspend: { cs: 'Pozastavit zmocnění', en: 'Suspend the mandate' },
  suspendLead: {
    cs: 'Platí to hned. Na jeho základě už nepůjde nic vidět, podat ani zaplatit, rozběhlá podání se zastaví a nezaplacená platba se zavře. Co se stalo dřív, platí. Zmocnitel i zmocněnec dostanou zprávu s vaším důvodem.',
    en: 'It takes effect at once. Nothing can be seen, filed or paid under it, cases in progress stop, and an unpaid payment is closed. What was done before stays valid. The principal and the agent get a message with your reason.',
  },
  reason: { cs: 'Důvod', en: 'Reason' },
  reasonHelp: {
    cs: 'Přečtou si ho zmocnitel i zmocněnec. Napište i to, co mají udělat.',
    en: 'The principal and the agent will read it. Also say what they should do.',
  },
  resumeTitle: { cs: 'Zmocnění je pozastavené', en: 'The mandate is suspended' },
  resumeText: {
    cs: 'Vysvětlilo se to? Obnovte zmocnění, a podání, která stojí, půjdou dál. Jinak vyzvěte zmocnitele, ať ho odvolá.',
    en: 'Is it cleared up? Resume the mandate, and the cases that have stopped will go on. Otherwise ask the principal to revoke it.',
  },
  resume: { cs: 'Obnovit zmocnění', en: 'Resume the mandate' },
  resumeLead: {
    cs: 'Platí to hned. Zmocněnec může zase jednat a zastavená podání pokračují. Oba dostanou zprávu.',
    en: 'It takes effect at once. The agent may act again, and the cases that had stopped go on. Both get a message.',
  },
  resumeReason: { cs: 'Vzkaz pro oba (nemusíte ho psát)', en: 'A message to both (optional)' },
  suspended: {
    cs: 'Zmocnění je pozastavené. Oba dostanou zprávu.',
    en: 'The mandate is suspended. Both get a message.',
  },
  resumed: { cs: 'Zmocnění zase platí. Oba dostanou zprávu.', en: 'The mandate is valid again. Both get a message.' },
})
