import { words } from './words.ts'

/** Reminders of what is due: in the profile, in the portal, and where the link of an e-mail leads. */
export const reminderWords = words({
  title: { cs: 'Připomínky splatnosti', en: 'Reminders of due days' },
  text: {
    cs: 'Připomeneme vám platby, které brzy mají být zaplacené nebo jsou pár dní po splatnosti: vaše a těch, za které můžete platit. Každou nejvýš dvakrát.',
    en: 'We remind you of payments that are due soon or overdue for a few days: yours and those of people you may pay for. Of each at most twice.',
  },
  email: { cs: 'E-mailem', en: 'By e-mail' },
  emailHint: {
    cs: 'Na adresu, kterou máte uvedenou výš. V každé zprávě je odkaz, kterým je jde vypnout.',
    en: 'To the address given above. Each message has a link to turn them off.',
  },
  portal: { cs: 'V portálu po přihlášení', en: 'In the portal when signed in' },
  saved: { cs: 'Uloženo.', en: 'Saved.' },
  noEmail: {
    cs: 'Doplňte nahoře e-mail, jinak není kam připomínky posílat.',
    en: 'Add an e-mail address above, or there is nowhere to send them.',
  },
  noticeSoon: { cs: 'Blíží se splatnost', en: 'Due soon' },
  noticeLate: { cs: 'Po splatnosti', en: 'Overdue' },
  line: { cs: '{what}: {amount}, splatnost {due}', en: '{what}: {amount}, due {due}' },
  lineFor: { cs: '{what} ({who}): {amount}, splatnost {due}', en: '{what} ({who}): {amount}, due {due}' },
  more: {
    cs: { one: 'a ještě {n} platba', few: 'a ještě {n} platby', other: 'a ještě {n} plateb' },
    en: { one: 'and {n} more payment', other: 'and {n} more payments' },
  },
  pay: { cs: 'Zaplatit', en: 'Pay' },
  dismiss: { cs: 'Skrýt připomínku', en: 'Hide the reminder' },
  linkTitle: { cs: 'Zaplatit podle připomínky', en: 'Pay what you were reminded of' },
  linkLead: {
    cs: 'Zaplaťte bez přihlášení jednotlivě, nebo se přihlaste a zaplaťte vše najednou.',
    en: 'Pay one by one without signing in, or sign in and pay all at once.',
  },
  linkSignIn: { cs: 'Přihlásit se a zaplatit vše', en: 'Sign in and pay all' },
  linkSlip: { cs: 'Zaplatit bez přihlášení', en: 'Pay without signing in' },
  linkSlipOf: { cs: 'variabilní symbol {symbol}', en: 'variable symbol {symbol}' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  amount: { cs: 'Částka', en: 'Amount' },
  due: { cs: 'Splatnost', en: 'Due' },
  nothingTitle: { cs: 'Už není co platit', en: 'There is nothing left to pay' },
  nothingText: {
    cs: 'Všechno, co jsme vám připomněli, je zaplacené nebo vyřízené jinak. Děkujeme.',
    en: 'All that we reminded you of has been paid or settled otherwise. Thank you.',
  },
  gone: { cs: 'Odkaz už neplatí', en: 'The link is no longer valid' },
  goneText: {
    cs: 'Adresa není úplná. Otevřete odkaz znovu ze zprávy, nebo se přihlaste.',
    en: 'The address is not whole. Open the link from the message again, or sign in.',
  },
  toLiabilities: { cs: 'Zobrazit platby', en: 'Show payments' },
  stopTitle: { cs: 'Vypnout připomínky e-mailem', en: 'Turn reminders by e-mail off' },
  stopText: {
    cs: 'Přestaneme vám e-mailem připomínat, co má být zaplaceno. Doklady a zprávy o vašich podáních chodit budou dál.',
    en: 'We will no longer remind you by e-mail of what is to be paid. Receipts and news about your cases will go on.',
  },
  stopGo: { cs: 'Vypnout připomínky', en: 'Turn reminders off' },
  stoppedTitle: { cs: 'Připomínky e-mailem jsou vypnuté', en: 'Reminders by e-mail are off' },
  stoppedText: {
    cs: 'Zapnout je zase můžete kdykoli ve svém profilu.',
    en: 'You can turn them on again in your profile at any time.',
  },
})
