import { words } from './words.ts'

/** Words about powers of attorney and other mandates: the list, one of them, its end, and accepting one. */
export const mandatesWords = words({
  title: { cs: 'Plné moci', en: 'Powers of attorney' },
  lead: {
    cs: 'Kdo může na úřadě jednat za vás a za koho jednáte vy.',
    en: 'Who may act for you at the town hall, and who you act for.',
  },
  heldTitle: { cs: 'Za koho jednáte', en: 'Who you act for' },
  heldNone: {
    cs: 'Zatím za nikoho. Jste rodič nebo jednatel firmy? Plnou moc nepotřebujete, najdeme vás v registrech.',
    en: 'Nobody yet. Are you a parent or a company director? You need no power of attorney; we find you in the registers.',
  },
  givenTitle: { cs: 'Kdo jedná za vás', en: 'Who acts for you' },
  givenNone: {
    cs: 'Zatím nikdo. Plnou moc můžete dát, komu věříte, a kdykoli ji odvolat.',
    en: 'Nobody yet. You can give a power of attorney to somebody you trust, and revoke it at any time.',
  },
  endedTitle: { cs: 'Ukončené ({n})', en: 'Ended ({n})' },
  give: { cs: 'Dát plnou moc', en: 'Give a power of attorney' },
  giveText: {
    cs: 'Někdo blízký za vás uvidí a zaplatí vaše závazky nebo podá žádost.',
    en: 'Somebody close can see and pay what you owe, or file for you.',
  },
  check: { cs: 'Podívat se do registrů', en: 'Check the registers' },
  checkText: {
    cs: 'Vaše nezletilé děti a firmy, které vedete, najdeme v registrech státu. Nic nedokládáte.',
    en: 'We find your children under 18 and the companies you run in the state registers. You need no papers.',
  },
  paper: { cs: 'Mám dopis s kódem', en: 'I have a letter with a code' },
  paperText: {
    cs: 'Někdo vám dává plnou moc, nebo s vámi chce něco podepsat.',
    en: 'Somebody is giving you a power of attorney, or wants to sign something together with you.',
  },
  actFor: { cs: 'Jednat tímto jménem', en: 'Act in their name' },
  detail: { cs: 'Podrobnosti', en: 'Details' },
  whoActs: { cs: 'Jedná za vás: {name}', en: 'Acts for you: {name}' },
  youAct: { cs: 'Jednáte za: {name}', en: 'You act for: {name}' },
  whoActed: { cs: 'Váš dřívější zástupce: {name}', en: 'Used to act for you: {name}' },
  youActed: { cs: 'Dříve jste jednali za: {name}', en: 'You used to act for: {name}' },
  waitsFor: { cs: 'čeká na přijetí: {name}', en: 'has not accepted yet: {name}' },

  scope: { cs: 'Co je dovoleno', en: 'What is allowed' },
  view: { cs: 'vidět údaje a závazky', en: 'see details and what is owed' },
  pay: { cs: 'platit', en: 'pay' },
  file: { cs: 'podávat žádosti a odpovídat úřadu', en: 'file applications and answer the office' },
  receive: { cs: 'přebírat písemnosti', en: 'receive documents' },
  revoke: { cs: 'ukončovat zmocnění', en: 'end mandates' },
  subDelegate: { cs: 'zmocnit někoho dalšího', en: 'authorise somebody else' },
  limit: { cs: 'Nejvýše na jednu platbu', en: 'At most in one payment' },
  noLimit: { cs: 'bez omezení částky', en: 'no limit on the amount' },
  valid: { cs: 'Platí', en: 'Valid' },
  from: { cs: 'od {day}', en: 'from {day}' },
  fromTo: { cs: 'od {from} do {to}', en: 'from {from} to {to}' },
  untilRevoked: { cs: 'dokud ji někdo z vás neukončí', en: 'until one of you ends it' },
  basis: { cs: 'Důvod', en: 'Reason' },
  basisPoa: { cs: 'plná moc', en: 'power of attorney' },
  basisParent: { cs: 'rodič nezletilého dítěte', en: 'parent of a child under 18' },
  basisGuardian: { cs: 'opatrovník ustanovený soudem', en: 'guardian appointed by a court' },
  basisStatutory: { cs: 'statutární orgán firmy', en: 'director of a company (statutory body)' },
  basisCommon: { cs: 'společný zástupce', en: 'common representative' },
  basisEmployee: { cs: 'pověřený zaměstnanec', en: 'authorised employee' },
  verified: { cs: 'Kdo ověřil', en: 'Verified by' },
  notVerified: { cs: 'zatím neověřeno', en: 'not verified yet' },
  accepted: { cs: 'Přijetí', en: 'Accepted by' },
  notAccepted: { cs: '{name}: zatím ne', en: '{name}: not yet' },
  acceptedAt: { cs: '{name}: {at}', en: '{name}: {at}' },
  signatures: { cs: 'Podpisy', en: 'Signatures' },
  joint: {
    cs: { one: 'stačí {n} podpis', few: 'podepsat musí {n} společně', other: 'podepsat musí {n} společně' },
    en: { one: '{n} signature is enough', other: '{n} must sign together' },
  },
  ended: { cs: 'Skončilo', en: 'Ended' },
  why: { cs: 'Proč', en: 'Why' },
  acts: { cs: 'Co se na základě zmocnění stalo', en: 'What has been done under it' },
  noActs: { cs: 'Zatím nic.', en: 'Nothing so far.' },
  actBy: { cs: '{who} za {principal}', en: '{who} for {principal}' },
  toCase: { cs: 'Zobrazit, jak se vyřizovala', en: 'Show how it was registered' },

  end: { cs: 'Ukončení', en: 'Ending it' },
  endGiven: {
    cs: 'Plnou moc můžete kdykoli odvolat. Důvod udávat nemusíte.',
    en: 'You can revoke it at any time. You need not say why.',
  },
  endHeld: {
    cs: 'Už nechcete zastupovat? Zmocnění můžete kdykoli vypovědět.',
    en: 'Do you no longer want to act? You can give up the mandate at any time.',
  },
  revokeButton: { cs: 'Odvolat plnou moc', en: 'Revoke the power of attorney' },
  noticeButton: { cs: 'Vypovědět zmocnění', en: 'Give up the mandate' },
  revokeTitle: { cs: 'Opravdu odvolat plnou moc?', en: 'Really revoke the power of attorney?' },
  noticeTitle: { cs: 'Opravdu vypovědět zmocnění?', en: 'Really give up the mandate?' },
  atOnce: { cs: 'Co se stane hned', en: 'What happens at once' },
  atOnceGiven: {
    cs: '{name} od té chvíle už neuvidí vaše údaje a nebude za vás moci platit ani podávat.',
    en: 'From that moment {name} can no longer see your details, pay or file for you.',
  },
  atOnceHeld: {
    cs: 'Od té chvíle už neuvidíte údaje a nebudete moci platit ani podávat za: {name}.',
    en: 'From that moment you can no longer see details, pay or file for: {name}.',
  },
  atOnceCases: {
    cs: 'Podání, která se právě vyřizují, se zastaví a počkají na rozhodnutí toho, komu patří.',
    en: 'Cases in progress stop and wait for the person they belong to.',
  },
  atOncePayments: {
    cs: 'Platba, která ještě nebyla zaplacená, se zavře.',
    en: 'A payment that has not been made yet is closed.',
  },
  staysTitle: { cs: 'Co zůstane v platnosti', en: 'What stays valid' },
  stays: {
    cs: 'Všechno, co se do té chvíle podalo a zaplatilo. Oběma vám o tom pošleme zprávu.',
    en: 'Everything filed and paid until then. We will send both of you a message.',
  },
  reasonAdd: { cs: 'Uvést důvod (nemusíte)', en: 'Say why (optional)' },
  reason: { cs: 'Důvod', en: 'Reason' },
  revokeYes: { cs: 'Ano, odvolat hned', en: 'Yes, revoke now' },
  noticeYes: { cs: 'Ano, vypovědět hned', en: 'Yes, give it up now' },
  keep: { cs: 'Ne, nechat platit', en: 'No, keep it' },
  revoked: { cs: 'Plná moc je odvolaná', en: 'The power of attorney is revoked' },
  noticed: { cs: 'Zmocnění je vypovězené', en: 'You have given up the mandate' },
  over: {
    cs: 'Přístup skončil v tuto chvíli. Co se udělalo dřív, platí.',
    en: 'Access ended at this moment. What was done before stays valid.',
  },
})

/** Words of the page where an invited agent or co-signer takes their place. */
export const invitationWords = words({
  title: { cs: 'Pozvánka', en: 'Invitation' },
  lead: {
    cs: 'Opište z dopisu číslo případu a kód. Ukážeme vám, kdo vás o co žádá. Nic tím ještě nepřijímáte.',
    en: 'Copy the case number and the code from the letter. We will show you who is asking for what. This does not accept anything yet.',
  },
  number: { cs: 'Číslo případu', en: 'Case number' },
  numberHint: { cs: 'Například PO-1234/2026', en: 'For example PO-1234/2026' },
  code: { cs: 'Kód', en: 'Code' },
  codeHint: {
    cs: 'Na velikosti písmen, mezerách ani pomlčkách nezáleží.',
    en: 'Capital letters, spaces and hyphens do not matter.',
  },
  numberMissing: { cs: 'Opište číslo případu z dopisu.', en: 'Copy the case number from the letter.' },
  codeMissing: { cs: 'Opište celý kód z dopisu.', en: 'Copy the whole code from the letter.' },
  errorTitle: { cs: 'Opravte prosím tyto údaje', en: 'Please correct these' },
  show: { cs: 'Zobrazit, o co jde', en: 'Show what it is about' },
  helpTitle: { cs: 'Kód nefunguje?', en: 'The code does not work?' },
  helpText: {
    cs: 'Kód platí jen pro toho, koho dopis jmenuje. Zkontrolujte, zda jste to vy. Když jste kód ztratili, řekněte si o něj tomu, kdo vás zve, nebo nám zavolejte.',
    en: 'The code works only for the person the letter names. Check that it is you. If you have lost it, ask the person who invites you, or call us.',
  },

  linkTitle: { cs: 'Někdo vás žádá o souhlas', en: 'Somebody is asking for your consent' },
  linkText: {
    cs: 'Přišli jste z dopisu, který je určený jedné osobě. Jste přihlášeni jako {name}.',
    en: 'You came from a letter meant for one person only. You are signed in as {name}.',
  },
  linkYes: { cs: 'Ano, to jsem já. Zobrazit, o co jde', en: 'Yes, that is me. Show what it is about' },
  linkFine: { cs: 'Tím ještě nic nepřijímáte.', en: 'This does not accept anything yet.' },
  linkNo: {
    cs: 'Nejste to vy? Odhlaste se a přihlaste se jako ten, komu dopis patří.',
    en: 'Not you? Sign out, and sign in as the person the letter is for.',
  },
})
