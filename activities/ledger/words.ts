import type { Text } from '../../city/schema.ts'
import { money, typeset, type Language } from '../../city/typeset.ts'
import type { PayableProblem, PayableRule } from './payable.ts'

const locales = { cs: 'cs-CZ', en: 'en-GB' } as const

const day = (text: string, language: Language) =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${text}T00:00:00Z`),
  )

const clock = (instant: string, language: Language) =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Prague' }).format(
    new Date(instant),
  )

/** `{money:x}`, `{day:x}`, `{clock:x}` and `{x}` stand for the problem's parameter x. */
const templates: Record<PayableRule, Text> = {
  empty: {
    cs: 'V košíku nic není. Vyberte aspoň jeden závazek, který chcete zaplatit.',
    en: 'The basket is empty. Choose at least one debt to pay.',
  },
  'too-many': {
    cs: 'Najednou lze kartou zaplatit nejvýše {most} závazků. Rozdělte je do více plateb.',
    en: 'At most {most} debts can be paid by card at once. Split them into several payments.',
  },
  duplicate: {
    cs: 'Tento závazek je v košíku dvakrát. Jeden z řádků odeberte.',
    en: 'This debt is in the basket twice. Remove one of the lines.',
  },
  'not-yours': {
    cs: 'Tento závazek mezi vašimi závazky není. Načtěte přehled závazků znovu a vyberte z něj.',
    en: 'This debt is not among yours. Load the list of your debts again and choose from it.',
  },
  settled: {
    cs: 'Tento závazek už je zaplacený. Odeberte ho z košíku.',
    en: 'This debt has already been paid. Remove it from the basket.',
  },
  cancelled: {
    cs: 'Tento závazek město zrušilo a nic za něj nechce. Odeberte ho z košíku.',
    en: 'The city has cancelled this debt and asks nothing for it. Remove it from the basket.',
  },
  'in-enforcement': {
    cs: 'Tento dluh se už vymáhá a dlužná částka může být vyšší o náklady vymáhání. Kartou ho tady zaplatit nejde. Domluvte se s pracovníkem, který je u závazku uvedený.',
    en: 'This debt is being enforced and the costs of enforcement may have been added to it. It cannot be paid by card here. Please contact the official named at the debt.',
  },
  'in-another-order': {
    cs: 'Tento závazek se právě platí v jiné platbě. Dokončete ji, nebo počkejte, až v {clock:until} její platnost skončí, a zkuste to znovu.',
    en: 'This debt is just being paid in another payment. Finish that one, or wait until it expires at {clock:until} and try again.',
  },
  'too-late': {
    cs: 'Určená částka musí být na účtu města nejpozději {day:due} a platba kartou by to už nestihla. Pozdní platbu by vám město muselo vrátit. Pokud den splatnosti ještě neuplynul, zaplaťte okamžitým převodem podle QR kódu. Jinak vyčkejte na další zprávu od města.',
    en: 'The specified amount must be on the city’s account by {day:due} and a card payment would no longer make it. The city would have to return a late payment to you. If the due day has not passed yet, pay by an instant transfer with the QR code. Otherwise wait for the city to write to you.',
  },
  'exact-only': {
    cs: 'Určenou částku lze zaplatit jen celou. Zadejte přesně {money:balance}.',
    en: 'A specified amount can be paid only in full. Enter exactly {money:balance}.',
  },
  'not-whole': {
    cs: 'Této částce nerozumíme. Zadejte ji v korunách, nejvýše na dvě desetinná místa.',
    en: 'We do not understand this amount. Enter it in crowns, with two decimal places at most.',
  },
  'too-small': {
    cs: 'Zadaná částka je příliš malá. Zadejte aspoň {money:least}.',
    en: 'The amount is too small. Enter at least {money:least}.',
  },
  'over-balance': {
    cs: 'Zadaná částka je vyšší, než kolik zbývá zaplatit. Zadejte nejvýše {money:balance}.',
    en: 'The amount is more than what is left to pay. Enter {money:balance} at most.',
  },
  'order-too-small': {
    cs: 'Kartou lze zaplatit nejméně {money:least}, v košíku je {money:total}. Přidejte další závazek, nebo zaplaťte převodem podle QR kódu.',
    en: 'The least that can be paid by card is {money:least}, and the basket holds {money:total}. Add another debt, or pay by transfer with the QR code.',
  },
  'order-too-large': {
    cs: 'Kartou lze najednou zaplatit nejvýše {money:most}, v košíku je {money:total}. Rozdělte závazky do více plateb, nebo zaplaťte převodem.',
    en: 'The most that can be paid by card at once is {money:most}, and the basket holds {money:total}. Split the debts into several payments, or pay by transfer.',
  },
}

const fill = (template: string, params: PayableProblem['params'], language: Language) =>
  template.replace(/\{(?:(money|day|clock):)?(\w+)\}/g, (_, format: string | undefined, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`The words of a basket's problem need the parameter “${name}”.`)
    if (format === 'money') return money(Number(value), language)
    if (format === 'day') return day(String(value), language)
    return format === 'clock' ? clock(String(value), language) : String(value)
  })

/** What a problem of a basket says to the payer: what is wrong and what to do. */
export const wordsOf = ({ rule, params }: PayableProblem): Text => ({
  cs: typeset(fill(templates[rule].cs, params, 'cs'), 'cs'),
  en: typeset(fill(templates[rule].en, params, 'en'), 'en'),
})
