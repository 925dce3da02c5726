import { words } from './words.ts'

export const guidesWords = words({
  title: { cs: 'Životní situace', en: 'Life situations' },
  lead: {
    cs: 'Ke každé situaci zjistíte, co potřebujete, jak dlouho to trvá, kolik to stojí a kdo vám pomůže.',
    en: 'For each situation: what you need, how long it takes, what it costs and who will help you.',
  },
  search: { cs: 'Co hledáte?', en: 'What are you looking for?' },
  searchHint: { cs: 'Háčky a čárky psát nemusíte.', en: 'You may leave out accents.' },
  topic: { cs: 'Téma', en: 'Topic' },
  allTopics: { cs: 'Všechna témata', en: 'All topics' },
  onlyOnline: { cs: 'Jen to, co vyřídím online', en: 'Only what can be settled online' },
  found: {
    cs: { one: 'Nalezena {n} situace', few: 'Nalezeny {n} situace', other: 'Nalezeno {n} situací' },
    en: { one: '{n} situation found', other: '{n} situations found' },
  },
  noneTitle: { cs: 'Nic jsme nenašli', en: 'Nothing found' },
  noneText: {
    cs: 'Zkuste jiné nebo kratší slovo, nebo nám zavolejte. Poradíme vám.',
    en: 'Try another or a shorter word, or call us. We will help you.',
  },
  clear: { cs: 'Zobrazit všechny', en: 'Show all' },
  online: { cs: 'Vyřídíte online', en: 'Settled online' },
  settleOnline: { cs: 'Vyřídit online', en: 'Settle online' },
  facts: { cs: 'V kostce', en: 'In brief' },
  cost: { cs: 'Kolik to stojí', en: 'What it costs' },
  duration: { cs: 'Jak dlouho to trvá', en: 'How long it takes' },
  law: { cs: 'Podle kterého zákona', en: 'Under which law' },
  updated: { cs: 'Aktualizováno', en: 'Updated' },
  responsible: { cs: 'Kdo vám pomůže', en: 'Who will help you' },
  office: { cs: 'Kam přijít', en: 'Where to come' },
  door: { cs: 'Dveře č. {door}', en: 'Door {door}' },
})
