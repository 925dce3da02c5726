import type { Entry } from './entry.ts'

/** Cases (řízení): filing, answering, drafts and notes. */
export const caseErrors = {
  'unknown-agenda': {
    status: 404,
    title: { cs: 'Tuto agendu portál nezná', en: 'The portal does not know this service' },
    detail: {
      cs: 'Službu s tímto označením nenabízíme. Vyberte si z přehledu životních situací.',
      en: 'We offer no service of this name. Choose one from the list of life situations.',
    },
  },
  'unknown-step': {
    status: 404,
    title: { cs: 'Takový krok řízení nemá', en: 'The case has no such step' },
    detail: {
      cs: 'Odpověď patří ke kroku, který v řízení není. Obnovte stránku řízení.',
      en: 'The answer belongs to a step that the case does not have. Reload the page of the case.',
    },
  },
  'too-young': {
    status: 403,
    title: { cs: 'Účet zatím nelze založit', en: 'An account cannot be made yet' },
    detail: {
      cs: 'Vlastní účet může mít člověk od {age} let. Za mladší jedná rodič nebo jiný zákonný zástupce. Nic se neuložilo.',
      en: 'People may have an account of their own from the age of {age}. A parent or another legal representative acts for younger ones. Nothing was saved.',
    },
  },
  minor: {
    status: 403,
    title: { cs: 'Za vás jedná rodič', en: 'A parent acts for you' },
    detail: {
      cs: 'Do 18 let můžete v portálu nahlížet a vyřídit své osobní věci. Ostatní podává zákonný zástupce. Nic se neodeslalo.',
      en: 'Until you are 18 you can look around and settle personal matters. The rest is filed by your legal guardian. Nothing was sent.',
    },
  },
  'for-oneself-only': {
    status: 403,
    title: { cs: 'Tohle lze jen sám za sebe', en: 'This can be done for oneself only' },
    detail: {
      cs: 'Tuto žádost nelze podat za někoho jiného. Přepněte se na sebe a zkuste to znovu. Nic se neodeslalo.',
      en: 'This cannot be filed for somebody else. Switch to yourself and try again. Nothing was sent.',
    },
  },
  'invitation-wrong': {
    status: 404,
    title: { cs: 'Pozvánku jsme nenašli', en: 'We did not find the invitation' },
    detail: {
      cs: 'Zkontrolujte číslo podání a kód a také to, že jste přihlášeni pod jménem, na které pozvánka zní.',
      en: 'Check the case number and the code, and that you are signed in under the name the invitation is for.',
    },
  },
  'invitation-locked': {
    status: 403,
    title: { cs: 'Pozvánka je zablokovaná', en: 'The invitation is locked' },
    detail: {
      cs: 'Kód byl pětkrát zadán špatně, proto jsme pozvánku zablokovali. Požádejte toho, kdo vás pozval, aby podání podal znovu.',
      en: 'The code was wrong five times, so we have locked the invitation. Ask the one who invited you to file it again.',
    },
  },
  'document-not-ready': {
    status: 409,
    title: { cs: 'Dokument se ještě připravuje', en: 'The document is being prepared' },
    detail: {
      cs: 'Dokument vystavujeme, obvykle to trvá pár vteřin. Zkuste ho otevřít za chvíli.',
      en: 'We are issuing the document; it usually takes a few seconds. Try to open it in a while.',
    },
  },
  'stale-view': {
    status: 409,
    title: { cs: 'Mezitím se něco změnilo', en: 'Something has changed meanwhile' },
    detail: {
      cs: 'Pracovali jste se starším stavem. Nic se neztratilo: obnovte stránku, zkontrolujte nový stav a zkuste to znovu.',
      en: 'You worked with an older state. Nothing is lost: reload the page, look at the new state and try again.',
    },
  },
  'already-answered': {
    status: 409,
    title: { cs: 'Na tento krok už přišla odpověď', en: 'This step has been answered already' },
    detail: {
      cs: 'Odpověď jste už odeslali, třeba z jiného okna. Platí ta první. Obnovte stránku řízení.',
      en: 'An answer was sent already, perhaps from another window. The first one counts. Reload the page of the case.',
    },
  },
  'step-closed': {
    status: 409,
    title: { cs: 'Tento krok už není otevřený', en: 'This step is no longer open' },
    detail: {
      cs: 'Řízení se mezitím posunulo nebo lhůta uplynula. Obnovte stránku řízení, uvidíte, co je na řadě.',
      en: 'The case has moved on meanwhile, or the time ran out. Reload the page of the case to see what is next.',
    },
  },
  'case-closed': {
    status: 409,
    title: { cs: 'Řízení je uzavřené', en: 'The case is closed' },
    detail: {
      cs: 'Do uzavřeného řízení už nelze nic přidat. Výsledek najdete na jeho stránce.',
      en: 'Nothing can be added to a closed case. You find the outcome on its page.',
    },
  },
  'nobody-reads': {
    status: 409,
    title: { cs: 'Zprávu by nikdo nečetl', en: 'Nobody would read the message' },
    detail: {
      cs: 'Na tomto případu na úřadě nikdo nepracuje. Zpráva se neodeslala. Zavolejte nebo napište odboru, kontakt je na stránce případu.',
      en: 'Nobody at the town hall works on this case. The message was not sent. Call or write to the department; the page of the case says how.',
    },
  },
  'too-many-notes': {
    status: 429,
    title: { cs: 'Dnes už je zpráv dost', en: 'There are enough messages for today' },
    detail: {
      cs: 'K jednomu podání jde za den poslat {most} zpráv. Co jste napsali, zůstalo na stránce: pošlete to zítra, nebo zavolejte tomu, kdo podání vyřizuje.',
      en: 'At most {most} messages a day can be sent about one case. What you have written is still on the page: send it tomorrow, or call whoever is handling the case.',
    },
  },
  'draft-conflict': {
    status: 409,
    title: { cs: 'Rozepsané údaje jsou novější jinde', en: 'There is a newer draft elsewhere' },
    detail: {
      cs: 'Stejný formulář jste mezitím změnili v jiném okně nebo zařízení. Načtěte novější verzi, nebo ji přepište.',
      en: 'You changed the same form in another window or device meanwhile. Load the newer version or overwrite it.',
    },
  },
} as const satisfies Record<string, Entry>
