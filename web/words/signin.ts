import { words } from './words.ts'

export const signin = words({
  title: { cs: 'Přihlášení', en: 'Signing in' },
  lead: {
    cs: 'Přihlásíte se tím, co už možná používáte: bankou, mobilem nebo občankou. Nemusíte nic zakládat.',
    en: 'Sign in with what you may already use: your bank, mobile phone or identity card. There is nothing to set up.',
  },
  go: { cs: 'Pokračovat k přihlášení', en: 'Continue to sign in' },
  goAgain: { cs: 'Přihlásit se znovu', en: 'Sign in again' },
  goHigher: { cs: 'Přihlásit se jiným prostředkem', en: 'Sign in with another means' },
  leaves: {
    cs: 'Na chvíli odejdete na stránku Identity občana. Potom vás vrátíme zpátky.',
    en: 'You will go to the national identity page for a moment. Then you will come back here.',
  },
  backToLetter: {
    cs: 'Potom se vrátíte k dopisu s kódem a uvidíte, kdo vás o co žádá.',
    en: 'Then you come back to the code from your letter and see who is asking for what.',
  },
  backTo: {
    cs: 'Po přihlášení budete pokračovat tam, kde jste byli.',
    en: 'After signing in you will continue where you were.',
  },
  howTitle: { cs: 'Jak to půjde', en: 'How it works' },
  how1: { cs: 'Vyberete si, čím se přihlásíte.', en: 'You choose what to sign in with.' },
  how2: {
    cs: 'Potvrdíte přihlášení tak, jak jste zvyklí – v bance, v mobilu nebo občankou.',
    en: 'You confirm it as you usually do – with your bank, phone or identity card.',
  },
  how3: {
    cs: 'Odsouhlasíte, že portál dostane vaše jméno, datum narození a adresu. Jiné údaje nechceme.',
    en: 'You agree that the portal receives your name, date of birth and address. We ask for nothing else.',
  },
  meansTitle: { cs: 'Čím se můžete přihlásit', en: 'What you can sign in with' },
  bank: { cs: 'Bankovní identita', en: 'Bank identity' },
  bankText: {
    cs: 'Přihlásíte se jako do své banky. Má ji skoro každý, kdo používá internetové bankovnictví.',
    en: 'You sign in as you do to your bank. Almost everyone with internet banking has it.',
  },
  mobile: { cs: 'Mobilní klíč eGovernmentu', en: 'Mobile key (Mobilní klíč eGovernmentu)' },
  mobileText: {
    cs: 'Aplikace v mobilu. Přihlášení potvrdíte otiskem nebo kódem.',
    en: 'A mobile app. You confirm with a fingerprint or a code.',
  },
  card: { cs: 'eObčanka', en: 'Identity card with a chip (eObčanka)' },
  cardText: {
    cs: 'Občanka s čipem, čtečka a identifikační kód. Nejvyšší úroveň ověření.',
    en: 'A chip identity card, a reader and your identification code. The highest level of assurance.',
  },
  mojeid: { cs: 'mojeID', en: 'mojeID' },
  mojeidText: {
    cs: 'Účet mojeID s bezpečnostním klíčem nebo aplikací.',
    en: 'A mojeID account with a security key or the app.',
  },
  box: { cs: 'Datová schránka', en: 'Data box' },
  boxText: { cs: 'Údaje, kterými vstupujete do své datové schránky.', en: 'The details you use for your data box.' },
  level: { cs: 'Úroveň ověření', en: 'Level of assurance' },
  low: { cs: 'nízká', en: 'low' },
  substantial: { cs: 'značná', en: 'substantial' },
  high: { cs: 'vysoká', en: 'high' },
  levelsTitle: { cs: 'Co znamená úroveň ověření?', en: 'What does the level of assurance mean?' },
  levelsText: {
    cs: 'Říká, jak jistě víme, že jste to vy. Pro platby a většinu žádostí stačí značná. Když je někde potřeba vyšší, řekneme vám to předem.',
    en: 'It says how sure we are that it is you. Substantial is enough for payments and most applications. If more is needed, we tell you beforehand.',
  },
  noMeansTitle: { cs: 'Nic z toho nemáte?', en: 'Do you have none of these?' },
  noMeansText: {
    cs: 'Přijďte na úřad s občanským průkazem nebo pasem, pomůžeme vám na místě. Návody a kontakty si přečtete i bez přihlášení.',
    en: 'Come to the office with your identity card or passport and we will help you on the spot. Guides and contacts are open without signing in.',
  },
  problemCancelled: { cs: 'Přihlášení jste zrušili', en: 'You cancelled the sign-in' },
  problemCancelledText: {
    cs: 'Nic se nestalo. Můžete to zkusit znovu, kdykoli budete chtít.',
    en: 'Nothing happened. You can try again whenever you like.',
  },
  problemConsent: { cs: 'Nedali jste souhlas s předáním údajů', en: 'You did not agree to share your data' },
  problemConsentText: {
    cs: 'Bez jména, data narození a adresy nepoznáme, kdo jste, a nemůžeme vám ukázat vaše věci. Zkuste to znovu a souhlas dejte, nebo nám zavolejte.',
    en: 'Without your name, date of birth and address we cannot tell who you are and show you your matters. Try again and agree, or call us.',
  },
  problemLevel: { cs: 'Tady je potřeba vyšší úroveň ověření', en: 'A higher level of assurance is needed here' },
  problemLevelText: {
    cs: 'Způsob přihlášení, který jste zvolili, má nižší úroveň ověření, než tato věc vyžaduje. Přihlaste se jiným prostředkem: bankou, mobilním klíčem nebo eObčankou.',
    en: 'The means you chose has a lower level of assurance than this matter needs. Sign in with another one: your bank, the mobile key or a chip identity card.',
  },
  problemDown: { cs: 'Přihlašovací služba teď neodpovídá', en: 'The sign-in service is not answering now' },
  problemDownText: {
    cs: 'Chyba není u vás. Zkuste to za několik minut znovu. Návody a kontakty fungují i bez přihlášení.',
    en: 'It is not your fault. Try again in a few minutes. Guides and contacts work without signing in.',
  },
  problemReplayed: { cs: 'Tento odkaz k přihlášení už byl použit', en: 'This sign-in link has been used already' },
  problemReplayedText: {
    cs: 'Stává se to, když se vrátíte tlačítkem Zpět nebo stránku načtete podruhé. Přihlaste se prosím znovu.',
    en: 'It happens when you go back or reload the page. Please sign in again.',
  },
  problemNonce: { cs: 'Přihlášení jsme pro jistotu zastavili', en: 'We stopped the sign-in to be safe' },
  problemNonceText: {
    cs: 'Odpověď přihlašovací služby nepatřila k tomuto pokusu. Začněte prosím znovu z této stránky. Pokud se to opakuje, zavolejte nám.',
    en: 'The sign-in service’s answer did not belong to this attempt. Please start again from this page. If it happens again, call us.',
  },
  problemExpired: { cs: 'Přihlašování trvalo příliš dlouho', en: 'Signing in took too long' },
  problemExpiredText: {
    cs: 'Pokus o přihlášení vypršel. Začněte prosím znovu.',
    en: 'The attempt has expired. Please start again.',
  },
  problemTooMany: { cs: 'Příliš mnoho pokusů', en: 'Too many attempts' },
  problemTooManyText: {
    cs: 'Z vašeho zařízení přišlo za krátkou dobu příliš mnoho pokusů o přihlášení. Počkejte prosím minutu a zkuste to znovu.',
    en: 'Too many attempts to sign in came from your device in a short time. Please wait a minute and try again.',
  },
  problemUnavailable: { cs: 'Portál je na chvíli mimo provoz', en: 'The portal is out of service for a moment' },
  problemUnavailableText: {
    cs: 'Právě se nám nedaří číst ani ukládat data. Zkuste to prosím za pár minut.',
    en: 'We cannot read or save data at the moment. Please try again in a few minutes.',
  },
  problemOfficial: { cs: 'Tento pracovní účet v portálu nemáme', en: 'The portal does not know this work account' },
  problemOfficialText: {
    cs: 'Přihlásili jste se jako pracovník úřadu, ale váš účet v portálu není, nebo už neplatí. Obraťte se na správce portálu. Jako občan se přihlaste vlastní identitou.',
    en: 'You signed in as an official, but your account is not in the portal or is no longer valid. Contact the portal’s administrator. As a citizen, sign in with your own identity.',
  },
  problemUnknown: { cs: 'Přihlášení se nepovedlo', en: 'Signing in did not work' },
  problemUnknownText: {
    cs: 'Nevíme přesně proč. Zkuste to prosím znovu. Pokud to nepůjde ani potom, zavolejte nám.',
    en: 'We do not know exactly why. Please try again. If it still does not work, call us.',
  },
  slip: { cs: 'Chcete jen zaplatit složenku?', en: 'Do you only want to pay a slip?' },
  slipLink: { cs: 'Jde to i bez přihlášení', en: 'You need not sign in for that' },
  signedOutTitle: { cs: 'Jste odhlášeni', en: 'You are signed out' },
  signedOutText: {
    cs: 'Odhlásili jsme vás z portálu. Co jste rozepsali, najdete po příštím přihlášení.',
    en: 'We have signed you out of the portal. What you left unfinished will be there when you sign in again.',
  },
  signedOutShared: {
    cs: 'Používáte cizí nebo společný počítač? Zavřete ještě všechna okna prohlížeče.',
    en: 'On a shared computer? Close all browser windows too.',
  },
  home: { cs: 'Zpět na úvod', en: 'Back to the start' },
  already: { cs: 'Jste přihlášeni jako {name}.', en: 'You are signed in as {name}.' },
  continueHere: { cs: 'Pokračovat', en: 'Continue' },
})
