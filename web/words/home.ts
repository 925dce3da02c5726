import { words } from './words.ts'

export const home = words({
  title: { cs: 'Co potřebujete vyřídit?', en: 'What do you need to settle?' },
  lead: {
    cs: 'Návody, platby i žádosti na jednom místě. Kdykoli, i z domova.',
    en: 'Guides, payments and applications in one place. Any time, from home.',
  },
  search: { cs: 'Hledat životní situaci', en: 'Search life situations' },
  searchHint: {
    cs: 'Například: odpad, pes, svatba, plná moc',
    en: 'For example: waste, dog, wedding, power of attorney',
  },
  searchButton: { cs: 'Hledat', en: 'Search' },
  owedTitle: { cs: 'Co mám zaplatit', en: 'What I owe' },
  owedTitleFor: { cs: 'K zaplacení: {name}', en: 'To pay: {name}' },
  owedNothingFor: { cs: 'Městu se nic nedluží.', en: 'Nothing is owed to the city.' },
  owedByOthers: { cs: 'Z toho za jiné', en: 'Of which for others' },
  asked: { cs: 'Někdo vás žádá o souhlas', en: 'Somebody needs your consent' },
  owedNothing: { cs: 'Městu nic nedlužíte.', en: 'You owe the city nothing.' },
  owedSum: { cs: 'Celkem k zaplacení', en: 'To pay in total' },
  overdue: { cs: 'Z toho po splatnosti', en: 'Of which overdue' },
  nextDue: { cs: 'Nejbližší splatnost', en: 'Next due' },
  showPayments: { cs: 'Zobrazit platby', en: 'Show payments' },
  payNow: { cs: 'Zobrazit a zaplatit', en: 'Show and pay' },
  guestTitle: { cs: 'Vaše platby na jednom místě', en: 'Your payments in one place' },
  guestText: {
    cs: 'Po přihlášení bankou, mobilem nebo občankou:',
    en: 'After signing in with your bank, phone or identity card:',
  },
  guest1: { cs: 'uvidíte, co zaplatit a do kdy', en: 'you see what to pay and by when' },
  guest2: { cs: 'zaplatíte kartou a máte doklad', en: 'you pay by card and get a receipt' },
  guest3: { cs: 'sledujete, jak žádost postupuje', en: 'you follow how your application goes' },
  guestHow: { cs: 'Jak se přihlásit?', en: 'How do I sign in?' },
  signIn: { cs: 'Přihlásit se', en: 'Sign in' },
  unpairedTitle: {
    cs: 'Účet zatím není spojený s evidencí města',
    en: 'Your account is not linked to the city’s records yet',
  },
  unpairedText: {
    cs: 'Abychom vám mohli ukázat platby, potřebujeme váš účet spojit s evidencí. Jde to na pár kliknutí.',
    en: 'To show your payments, we must link your account to the city’s records. It takes a few clicks.',
  },
  unpairedButton: { cs: 'Spojit účet', en: 'Link the account' },
  mine: { cs: 'Čeká na vás', en: 'Waiting for you' },
  mineCases: {
    cs: { one: '{n} podání', few: '{n} podání', other: '{n} podání' },
    en: { one: '{n} case', other: '{n} cases' },
  },
  topics: { cs: 'Životní situace podle témat', en: 'Life situations by topic' },
  all: { cs: 'Všechny životní situace', en: 'All life situations' },
  officialTitle: { cs: 'Jste přihlášeni jako pracovník úřadu', en: 'You are signed in as an official' },
  officialText: {
    cs: 'O čem máte rozhodnout, najdete mezi úkoly. Návody a kontakty tu vidíte stejně jako občané.',
    en: 'What you have to decide is among your tasks. Guides and contacts look here as they do to citizens.',
  },
  toInbox: { cs: 'Přejít k úkolům', en: 'Go to tasks' },
})
