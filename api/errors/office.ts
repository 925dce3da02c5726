import type { Entry } from './entry.ts'

/** Tasks of the inbox, and the officials (úřední osoby) who have them. */
export const officeErrors = {
  'four-eyes': {
    status: 403,
    title: { cs: 'Rozhodnout musí někdo jiný', en: 'Somebody else must decide' },
    detail: {
      cs: 'O předchozím kroku jste rozhodli vy, tento musí rozhodnout někdo jiný. Nic se nezměnilo; předejte úkol kolegovi.',
      en: 'You decided the step before, so somebody else must decide this one. Nothing has changed; pass the task to a colleague.',
    },
  },
  'own-matter': {
    status: 403,
    title: { cs: 'Ve vlastní věci nelze jednat za úřad', en: 'Your own matter' },
    detail: {
      cs: 'Jde o vaši vlastní věc, proto ji nemůžete vyřizovat (§ 14 správního řádu). Nic se nezměnilo; předejte ji kolegyni, kolegovi nebo vedoucímu.',
      en: 'This is your own matter, so you cannot deal with it (section 14 of the Administrative Code). Nothing has changed; pass it to a colleague or your supervisor.',
    },
  },
  taken: {
    status: 409,
    title: { cs: 'Úkol už má někdo jiný', en: 'Somebody else has the task' },
    detail: {
      cs: 'Tento úkol má {name}. Nic se nezměnilo a co jste napsali, zůstalo uložené. Vezměte si jiný, nebo se domluvte.',
      en: 'The task is with {name}. Nothing has changed, and what you typed stays saved. Take another one, or talk to them.',
    },
  },
  'cannot-take': {
    status: 409,
    title: { cs: 'Kolega tento úkol mít nemůže', en: 'The colleague cannot have this task' },
    detail: {
      cs: 'O případu {number} nemůže rozhodovat {name}: nepatří k této schránce, rozhodl už o předchozím kroku, nebo je účastníkem. Nepřidělili jsme nic; vyberte někoho jiného.',
      en: 'Case {number} cannot be decided by {name}: they do not belong to this inbox, decided the step before, or are a party. Nothing was assigned; choose somebody else.',
    },
  },
  'no-preview': {
    status: 409,
    title: { cs: 'Náhled teď neumíme ukázat', en: 'We cannot show a preview now' },
    detail: {
      cs: 'Průběh tohoto případu se nepodařilo přehrát, proto nevíme, co by občan dostal. Rozhodnout můžete i bez náhledu.',
      en: 'The course of this case could not be played, so we do not know what the citizen would get. You can decide without a preview.',
    },
  },
  'absence-overlaps': {
    status: 409,
    title: { cs: 'V těchto dnech už zástup je', en: 'There is a substitute on these days already' },
    detail: {
      cs: 'Nepřítomnost od {from} do {to} už má {name} zapsanou. Nic se nezměnilo: zvolte jiné dny, nebo nejdřív zrušte ten dřívější zápis.',
      en: 'An absence of {name} from {from} to {to} is entered already. Nothing has changed: choose other days, or cancel the earlier entry first.',
    },
  },
  'official-changed': {
    status: 409,
    title: { cs: 'Kontakt mezitím upravil někdo jiný', en: 'Somebody else has changed the contact meanwhile' },
    detail: {
      cs: 'Vaše změny se neuložily, ve formuláři ale zůstaly. Podívejte se, co je uložené teď; když formulář uložíte znovu, bude platit vaše verze.',
      en: 'Your changes were not saved, but they are still in the form. See what is stored now; if you save the form again, your version will count.',
    },
  },
  'official-exists': {
    status: 409,
    title: { cs: 'Toto přihlašovací jméno už někdo má', en: 'Somebody has this sign-in name already' },
    detail: {
      cs: 'Nikoho jsme nepřidali. Zvolte jiné přihlašovací jméno, nebo najděte v seznamu toho, komu patří.',
      en: 'Nobody was added. Choose another sign-in name, or find in the list whose it is.',
    },
  },
  'no-successor': {
    status: 409,
    title: { cs: 'Tento člověk převzít práci nemůže', en: 'This person cannot take over' },
    detail: {
      cs: 'Nástupce musí na úřadě pracovat a být někdo jiný. Nic se nezměnilo: vyberte jiného.',
      en: 'A successor must be with the office and somebody else. Nothing has changed: choose another one.',
    },
  },
  'last-admin': {
    status: 409,
    title: { cs: 'Kontakty by neměl kdo spravovat', en: 'Nobody would keep the contacts' },
    detail: {
      cs: 'Je to poslední správce kontaktů. Nic se nezměnilo: nejdřív tím pověřte někoho jiného.',
      en: 'This is the last keeper of contacts. Nothing has changed: give the duty to somebody else first.',
    },
  },
  'photo-kind': {
    status: 415,
    title: { cs: 'Tohle není fotka', en: 'This is no photograph' },
    detail: {
      cs: 'Fotka musí být obrázek JPEG nebo PNG. Neuložila se, dosavadní zůstala.',
      en: 'A photograph must be a JPEG or PNG picture. It was not saved; the one before stays.',
    },
  },
  'photo-size': {
    status: 422,
    title: { cs: 'Fotka nemá vhodnou velikost', en: 'The photograph is not of a suitable size' },
    detail: {
      cs: 'Fotka má {width} × {height} bodů; každá strana musí mít {smallest} až {largest}. Neuložila se, dosavadní zůstala.',
      en: 'The photograph has {width} × {height} points; each side must have {smallest} to {largest}. It was not saved; the one before stays.',
    },
  },
} as const satisfies Record<string, Entry>
