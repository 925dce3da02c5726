import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { dayText, money, typeset, type Language } from '../../city/typeset.ts'
import { frame, soft } from './frame.ts'

/** One debt as a bank needs it. Amount in haléře; `qr` is the text of the QR Platba. */
export interface PayableByTransfer {
  description: { cs: string; en: string }
  due: string
  amount: number
  account: string
  variableSymbol: string
  specificSymbol: string | null
  qr: string
}

const words = {
  title: { cs: 'Platební údaje', en: 'Payment details' },
  intro: {
    cs: 'Každý závazek zaplaťte zvlášť: načtěte jeho QR kód v bankovní aplikaci, nebo údaje opište. Variabilní symbol je důležitý, podle něj platbu poznáme.',
    en: 'Pay each liability by itself: scan its QR code in your banking app, or copy the details. The variable symbol matters: it tells us what you pay.',
  },
  due: { cs: 'Splatnost', en: 'Due' },
  amount: { cs: 'Částka', en: 'Amount' },
  account: { cs: 'Účet', en: 'Account' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  specific: { cs: 'Specifický symbol', en: 'Specific symbol' },
  for: { cs: 'Pro', en: 'For' },
  date: { cs: 'Stav ke dni', en: 'As of' },
} satisfies Record<string, Record<Language, string>>

/** The debts of one person as sheets to pay by: a QR Platba for each, and the same details in words. */
export function paymentDetails(
  city: City,
  { name, day, debts }: { name: string; day: string; debts: PayableByTransfer[] },
  language: Language,
): TDocumentDefinitions {
  const t = (key: keyof typeof words) => typeset(words[key][language], language)
  const line = (label: string, value: string) => ({
    columns: [
      { text: label, color: soft, width: 110 },
      { text: value, width: '*', bold: true },
    ],
  })
  return frame(city, t('title'), language, [
    { text: `${t('for')}: ${name} · ${t('date')} ${dayText(day, language)}`, margin: [0, 0, 0, 12] },
    { text: t('intro'), color: soft, margin: [0, 0, 0, 16] },
    ...debts.map(debt => ({
      unbreakable: true,
      margin: [0, 0, 0, 18] as [number, number, number, number],
      columns: [
        { qr: debt.qr, fit: 110, eccLevel: 'M' as const, width: 130 },
        {
          width: '*',
          stack: [
            {
              text: debt.description[language],
              bold: true,
              fontSize: 12,
              margin: [0, 0, 0, 4] as [number, number, number, number],
            },
            line(t('amount'), money(debt.amount, language)),
            line(t('account'), debt.account),
            line(t('symbol'), debt.variableSymbol),
            ...(debt.specificSymbol === null ? [] : [line(t('specific'), debt.specificSymbol)]),
            line(t('due'), dayText(debt.due, language)),
          ],
        },
      ],
    })),
  ])
}
