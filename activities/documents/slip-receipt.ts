import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { instantText, money, typeset, type Language } from '../../city/typeset.ts'
import type { PaymentFacts } from './facts.ts'
import { facts, frame, soft } from './frame.ts'

const words = {
  title: { cs: 'Potvrzení o platbě složenky', en: 'Receipt for the payment of a slip' },
  number: { cs: 'Číslo', en: 'Number' },
  case: { cs: 'Číslo podání', en: 'Case number' },
  recipient: { cs: 'Příjemce', en: 'Recipient' },
  companyId: { cs: 'IČO', en: 'Company ID (IČO)' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  amount: { cs: 'Zaplaceno', en: 'Paid' },
  paidAt: { cs: 'Zaplaceno kartou', en: 'Paid by card' },
  postedAt: { cs: 'Zapsáno v evidenci města', en: 'Recorded by the city' },
  card: { cs: 'Karta', en: 'Card' },
  gateway: { cs: 'Označení platby v bráně', en: 'Payment ID at the gateway' },
  rest: { cs: 'Z toho přeplatek, který posoudí úřad', en: 'Of this overpaid, to be looked at by the office' },
  note: {
    cs: 'Platba byla přijata bez přihlášení podle údajů ze složenky. Kdo dluh má a za co je, toto potvrzení neuvádí. Částku jsme přijali od platební brány, na účet města bude připsána během několika pracovních dnů. Nejde o daňový doklad.',
    en: 'The payment was taken without signing in, by what the slip says. This receipt does not say whose debt it is or what for. We have received the amount from the payment gateway; it will be credited to the city’s account within a few working days. This is not a tax document.',
  },
} satisfies Record<string, Record<Language, string>>

/** The receipt for whoever paid a slip without signing in: nothing in it goes beyond what the slip says and the payer did. */
export function slipReceipt(
  city: City,
  head: { number: string; caseNumber: string; symbol: string },
  payment: PaymentFacts,
  language: Language,
): TDocumentDefinitions {
  const t = (key: keyof typeof words) => typeset(words[key][language], language)
  const recipient = `${city.legalName[language]}${city.companyId ? `, ${t('companyId')} ${city.companyId}` : ''}`
  return frame(city, t('title'), language, [
    facts([
      [t('number'), head.number],
      [t('case'), head.caseNumber],
      [t('recipient'), recipient],
      [t('symbol'), head.symbol],
      [t('amount'), money(payment.amount, language)],
      ...(payment.unallocated > 0 ? [[t('rest'), money(payment.unallocated, language)] as [string, string]] : []),
      [t('paidAt'), instantText(payment.paidAt, language)],
      [t('postedAt'), instantText(payment.postedAt, language)],
      [t('card'), `${payment.card.brand ?? ''} •••• ${payment.card.last4 ?? ''}`.trim()],
      [t('gateway'), payment.gatewayId],
    ]),
    { text: t('note'), color: soft },
  ])
}
