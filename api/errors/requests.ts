import type { Entry } from './entry.ts'

/** Requests that cannot be taken whatever they are about, and faults of ours. */
export const requestErrors = {
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
  'cross-origin': {
    status: 403,
    title: { cs: 'Požadavek přišel odjinud', en: 'The request came from elsewhere' },
    detail: {
      cs: 'Změny přijímáme jen ze stránek portálu. Otevřete portál a zkuste to tam.',
      en: 'We take changes only from the pages of the portal. Open the portal and try it there.',
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
  'method-not-allowed': {
    status: 405,
    title: { cs: 'Tady to nejde', en: 'This is not possible here' },
    detail: {
      cs: 'Adresa existuje, ale nepřijímá tento druh požadavku. Popis rozhraní najdete na /api/docs.',
      en: 'The address exists but does not take this kind of request. The description of the interface is at /api/docs.',
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
  'not-yours': {
    status: 404,
    title: { cs: 'Nenašli jsme to', en: 'We did not find it' },
    detail: {
      cs: 'Hledaná položka neexistuje, nebo k ní nemáte přístup. Zkontrolujte adresu a s kým jste přihlášeni.',
      en: 'The item does not exist, or you have no access to it. Check the address and who you are signed in as.',
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
  'register-away': {
    status: 503,
    title: { cs: 'Registr teď neodpovídá', en: 'The register is not answering now' },
    detail: {
      cs: 'Na chybě nic neztrácíte: údaj můžete vyplnit sami, nebo to zkuste za chvíli.',
      en: 'You lose nothing by it: fill in the data yourself, or try again in a while.',
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
