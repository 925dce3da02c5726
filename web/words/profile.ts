import { words } from './words.ts'

export const profileWords = words({
  title: { cs: 'Můj profil', en: 'My profile' },
  ownOnly: {
    cs: 'Profil je vždy jen váš, i když právě jednáte za někoho jiného.',
    en: 'The profile is always your own, even while you act for somebody else.',
  },
  mandatesTitle: { cs: 'Plné moci', en: 'Powers of attorney' },
  mandatesText: {
    cs: 'Za koho můžete jednat vy a kdo může jednat za vás. Každou plnou moc tam můžete ukončit.',
    en: 'Who you may act for, and who may act for you. You can end each of them there at any time.',
  },
  mandatesButton: { cs: 'Zobrazit plné moci', en: 'Show powers of attorney' },
  whoTitle: { cs: 'Kdo jste', en: 'Who you are' },
  whoText: {
    cs: 'Tyto údaje jsme dostali při přihlášení. Změnit je může jen ten, kdo je vede – například matrika nebo ohlašovna.',
    en: 'We received these details when you signed in. Only the office that keeps them, such as the civil registry, can change them.',
  },
  name: { cs: 'Jméno', en: 'Name' },
  birthDate: { cs: 'Datum narození', en: 'Date of birth' },
  address: { cs: 'Adresa', en: 'Address' },
  unknown: { cs: 'neznáme', en: 'not known to us' },
  contactTitle: { cs: 'Jak vás zastihneme', en: 'How to reach you' },
  contactText: {
    cs: 'Na e-mail posíláme doklady a zprávy o vašich podáních.',
    en: 'We send receipts and news about your cases by email.',
  },
  email: { cs: 'E-mail', en: 'Email' },
  emailWrong: {
    cs: 'Zkontrolujte e-mail. Má mít tvar jmeno@domena.cz.',
    en: 'Check the email address. It should look like name@example.com.',
  },
  phone: { cs: 'Telefon', en: 'Phone' },
  phoneHint: { cs: 'Například +420 601 123 456', en: 'For example +420 601 123 456' },
  phoneWrong: {
    cs: 'Zkontrolujte telefon. Napište devět číslic, případně s předvolbou země.',
    en: 'Check the phone number. Write nine digits, or add the country code.',
  },
  language: { cs: 'Jazyk zpráv', en: 'Language of messages' },
  czech: { cs: 'Česky', en: 'Czech' },
  english: { cs: 'Anglicky', en: 'English' },
  save: { cs: 'Uložit změny', en: 'Save changes' },
  saved: { cs: 'Změny jsme uložili.', en: 'Your changes are saved.' },
  errorTitle: { cs: 'Opravte prosím tyto údaje', en: 'Please correct these' },
  pairingTitle: { cs: 'Spojení s evidencí města', en: 'Link to the city’s records' },
  paired: {
    cs: 'Váš účet je spojený s evidencí města. Vidíte svoje platby.',
    en: 'Your account is linked to the city’s records. You can see your payments.',
  },
  pairedAt: { cs: 'Spojeno {day}', en: 'Linked on {day}' },
  meansTitle: { cs: 'Čím se přihlašujete', en: 'How you sign in' },
  means: { cs: 'Prostředek', en: 'Means' },
  level: { cs: 'Úroveň ověření', en: 'Level of assurance' },
  last: { cs: 'Naposledy', en: 'Last used' },
  low: { cs: 'nízká', en: 'low' },
  substantial: { cs: 'značná', en: 'substantial' },
  high: { cs: 'vysoká', en: 'high' },
})
