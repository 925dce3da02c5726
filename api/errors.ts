import type { FieldProblem, Language, ProblemDetails, Words } from './contract.ts'

interface Entry {
  status: number
  title: Words
  /** `{name}` is filled from the refusal's values. */
  detail: Words
}

/**
 * Everything the API refuses, with the words for people: what happened and what to do. The one place for them; a case's own
 * texts stand with its agenda, a form's with the form.
 */
export const errors = {
  'malformed-json': {
    status: 400,
    title: { cs: 'Požadavku nerozumíme', en: 'We cannot read the request' },
    detail: {
      cs: 'Odeslaná data nejsou platný JSON. Nic se neuložilo. Obnovte stránku a zkuste to znovu.',
      en: 'The data sent are not valid JSON. Nothing was saved. Reload the page and try again.',
    },
  },
  'not-json': {
    status: 415,
    title: { cs: 'Neznámý druh dat', en: 'Unknown kind of data' },
    detail: {
      cs: 'Rozhraní přijímá jen data ve formátu application/json. Nic se neuložilo.',
      en: 'The interface takes only data of type application/json. Nothing was saved.',
    },
  },
  'forged-webhook': {
    status: 400,
    title: { cs: 'Podpis zprávy nesouhlasí', en: 'The signature does not match' },
    detail: {
      cs: 'Zprávu nepodepsala platební brána, nebo je příliš stará. Neuložila se.',
      en: 'The message was not signed by the payment gateway, or it is too old. It was not stored.',
    },
  },
  'not-signed-in': {
    status: 401,
    title: { cs: 'Nejste přihlášeni', en: 'You are not signed in' },
    detail: {
      cs: 'Tato část portálu je jen pro přihlášené. Přihlaste se a pokračujte, kde jste skončili.',
      en: 'This part of the portal is only for people who are signed in. Sign in and go on where you stopped.',
    },
  },
  'session-expired': {
    status: 401,
    title: { cs: 'Přihlášení vypršelo', en: 'Your sign-in has expired' },
    detail: {
      cs: 'Dlouho jste nic neudělali, proto jsme vás odhlásili. Rozepsané údaje zůstaly uložené. Přihlaste se znovu.',
      en: 'You were inactive for a long time, so we signed you out. What you typed is saved. Sign in again.',
    },
  },
  forbidden: {
    status: 403,
    title: { cs: 'K tomu nemáte oprávnění', en: 'You are not allowed to do this' },
    detail: {
      cs: 'Jste přihlášeni, ale tato část portálu je pro někoho jiného. Pokud ji potřebujete, obraťte se na svůj odbor.',
      en: 'You are signed in, but this part of the portal is for somebody else. If you need it, ask your department.',
    },
  },
  'level-too-low': {
    status: 403,
    title: { cs: 'Potřebujeme silnější ověření', en: 'We need a stronger sign-in' },
    detail: {
      cs: 'Pro tento krok se přihlaste prostředkem s vyšší úrovní záruky, například bankovní identitou nebo eObčankou. Rozepsané údaje zůstanou uložené.',
      en: 'For this step, sign in by a means with a higher level of assurance, for example bank identity or eObčanka. What you typed stays saved.',
    },
  },
  'cross-origin': {
    status: 403,
    title: { cs: 'Požadavek přišel odjinud', en: 'The request came from elsewhere' },
    detail: {
      cs: 'Změny přijímáme jen ze stránek portálu. Otevřete portál a zkuste to tam.',
      en: 'We take changes only from the pages of the portal. Open the portal and try it there.',
    },
  },
  'not-yours': {
    status: 404,
    title: { cs: 'Nenašli jsme to', en: 'We did not find it' },
    detail: {
      cs: 'Hledaná položka neexistuje, nebo k ní nemáte přístup. Zkontrolujte adresu a s kým jste přihlášeni.',
      en: 'The item does not exist, or you have no access to it. Check the address and who you are signed in as.',
    },
  },
  'unknown-page': {
    status: 404,
    title: { cs: 'Taková adresa tu není', en: 'There is no such address' },
    detail: {
      cs: 'Na této adrese nic není. Popis rozhraní najdete na /api/docs.',
      en: 'There is nothing at this address. The description of the interface is at /api/docs.',
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
  'mandate-ended': {
    status: 404,
    title: { cs: 'Za tuto osobu už nejednáte', en: 'You do not act for this person any more' },
    detail: {
      cs: 'Vaše zmocnění skončilo, proto už její věci nevidíte. Co jste do té doby udělali, platí. Má-li zmocnění trvat, požádejte zmocnitele o nové.',
      en: 'Your mandate has ended, so you no longer see their matters. What you did before stands. If it should go on, ask the principal for a new one.',
    },
  },
  'mandate-not-valid': {
    status: 403,
    title: { cs: 'Zmocnění teď neplatí', en: 'The mandate does not hold now' },
    detail: {
      cs: 'Nic se neodeslalo. {reason} Stav zmocnění najdete mezi svými zmocněními.',
      en: 'Nothing was sent. {reason} You find its state among your mandates.',
    },
  },
  'mandate-scope': {
    status: 403,
    title: { cs: 'Na to vaše zmocnění nestačí', en: 'Your mandate does not reach that far' },
    detail: {
      cs: 'Vaše zmocnění tento krok nedovoluje. Nic se neodeslalo. Zmocnitel může udělit širší.',
      en: 'Your mandate does not allow this step. Nothing was sent. The principal can grant a wider one.',
    },
  },
  'mandate-limit': {
    status: 403,
    title: { cs: 'Částka je nad limit zmocnění', en: 'The amount is above the mandate’s limit' },
    detail: {
      cs: 'Zmocnitel omezil výši jedné platby. Zaplaťte méně, nebo ho požádejte o vyšší limit. Nic se nestrhlo.',
      en: 'The principal has limited one payment. Pay less, or ask them for a higher limit. Nothing was charged.',
    },
  },
  'mandate-joint': {
    status: 403,
    title: { cs: 'Tady musíte jednat společně', en: 'Here you must act together' },
    detail: {
      cs: 'Za tuto firmu jedná více osob společně, podání jedné z nich nestačí. Udělte společně plnou moc jednomu z vás; k platbám a nahlížení ji nepotřebujete.',
      en: 'Several people act for this company together, and filing by one of them is not enough. Grant a power of attorney to one of you together; seeing and paying needs none.',
    },
  },
  'mandate-from-register': {
    status: 409,
    title: { cs: 'Toto zastoupení se neodvolává tady', en: 'This representation is not ended here' },
    detail: {
      cs: 'Zastoupení trvá, v portálu ho ukončit nejde. {reason} Je-li zápis chybný, obraťte se na úřad, který ho vede.',
      en: 'The representation goes on and cannot be ended in the portal. {reason} If the entry is wrong, turn to the office that keeps it.',
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
  minor: {
    status: 403,
    title: { cs: 'Za vás jedná rodič', en: 'A parent acts for you' },
    detail: {
      cs: 'Do 18 let můžete v portálu nahlížet a vyřídit své osobní věci. Ostatní podává zákonný zástupce. Nic se neodeslalo.',
      en: 'Until you are 18 you can look around and settle personal matters. The rest is filed by your legal guardian. Nothing was sent.',
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
  'unknown-agenda': {
    status: 404,
    title: { cs: 'Tuto agendu portál nezná', en: 'The portal does not know this service' },
    detail: {
      cs: 'Službu s tímto označením nenabízíme. Vyberte si z přehledu životních situací.',
      en: 'We offer no service of this name. Choose one from the list of life situations.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { cs: 'Tady to nejde', en: 'This is not possible here' },
    detail: {
      cs: 'Adresa existuje, ale nepřijímá tento druh požadavku. Popis rozhraní najdete na /api/docs.',
      en: 'The address exists but does not take this kind of request. The description of the interface is at /api/docs.',
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
  'draft-conflict': {
    status: 409,
    title: { cs: 'Rozepsané údaje jsou novější jinde', en: 'There is a newer draft elsewhere' },
    detail: {
      cs: 'Stejný formulář jste mezitím změnili v jiném okně nebo zařízení. Načtěte novější verzi, nebo ji přepište.',
      en: 'You changed the same form in another window or device meanwhile. Load the newer version or overwrite it.',
    },
  },
  'in-another-order': {
    status: 409,
    title: { cs: 'Tento závazek už platíte', en: 'You are paying this debt already' },
    detail: {
      cs: 'Závazek je v jiné platbě, která ještě čeká. Dokončete ji, nebo ji zrušte; potom ho můžete zaplatit znovu.',
      en: 'The debt is in another payment that is still waiting. Finish it or cancel it; then you can pay it again.',
    },
  },
  'too-large': {
    status: 413,
    title: { cs: 'Je toho příliš mnoho', en: 'This is too much' },
    detail: {
      cs: 'Najednou lze odeslat nejvýše {limit} kB. Nic se neuložilo. Zkraťte text a zkuste to znovu.',
      en: 'At most {limit} kB can be sent at once. Nothing was saved. Shorten the text and try again.',
    },
  },
  invalid: {
    status: 422,
    title: { cs: 'Některé údaje je třeba opravit', en: 'Some of the data need to be corrected' },
    detail: {
      cs: 'Nic se neodeslalo. U každého chybného údaje stojí, co opravit.',
      en: 'Nothing was sent. Each wrong item says what to correct.',
    },
  },
  'too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho požadavků', en: 'Too many requests' },
    detail: {
      cs: 'Zkuste to prosím znovu za {seconds} s.',
      en: 'Please try again in {seconds} s.',
    },
  },
  unexpected: {
    status: 500,
    title: { cs: 'Něco se nám pokazilo', en: 'Something went wrong on our side' },
    detail: {
      cs: 'Chyba je na naší straně. Zkuste to za chvíli znovu. Když to nepomůže, napište nám a uveďte číslo {requestId}.',
      en: 'The fault is ours. Try again in a while. If it does not help, write to us and give the number {requestId}.',
    },
  },
  unavailable: {
    status: 503,
    title: { cs: 'Portál je na chvíli mimo provoz', en: 'The portal is out of service for a moment' },
    detail: {
      cs: 'Právě se nám nedaří číst ani ukládat data. Nic z uloženého se neztratilo. Zkuste to prosím za pár minut.',
      en: 'We cannot read or save data at the moment. Nothing that was saved is lost. Please try again in a few minutes.',
    },
  },
} as const satisfies Record<string, Entry>

export type Code = keyof typeof errors

/** What the answer 202 says: stored, hence filed, although the engine behind it is not answering right now. */
export const engineAway: Words = {
  cs: 'Podání jsme přijali a uložili. Zpracujeme ho, jakmile to půjde; nemusíte nic opakovat.',
  en: 'We have received and stored your submission. We will process it as soon as we can; you need not repeat anything.',
}

/** A refusal in the words of the table. Throw it anywhere below the routes; the outermost middleware answers with it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: Code
  readonly values: Record<string, string | number>
  readonly problems: FieldProblem[] | undefined
  readonly next: string | undefined

  constructor(
    code: Code,
    more: { values?: Record<string, string | number>; problems?: FieldProblem[]; next?: string } = {},
  ) {
    super(code)
    this.code = code
    this.values = more.values ?? {}
    this.problems = more.problems
    this.next = more.next
  }

  get status(): number {
    return errors[this.code].status
  }
}

/** The refusal as RFC 9457 wants it, in the reader's language. `type` leads to the list of problems in the API's description. */
export function problemDetails(
  refusal: Refusal,
  language: Language,
  requestId: string,
  portalUrl: string,
): ProblemDetails {
  const { status, title, detail } = errors[refusal.code]
  const values: Record<string, string | number> = { requestId, ...refusal.values }
  return {
    type: `${portalUrl}/api/docs#${refusal.code}`,
    code: refusal.code,
    title: title[language],
    status,
    detail: detail[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    requestId,
    ...(refusal.problems && { problems: refusal.problems }),
    ...(refusal.next !== undefined && { next: refusal.next }),
  }
}
