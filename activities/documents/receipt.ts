import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { money, type Language } from '../../city/typeset.ts'
import type { PaymentFacts } from './facts.ts'

const words = {
  title: { cs: 'Potvrzení o platbě', en: 'Payment receipt' },
  number: { cs: 'Číslo', en: 'Number' },
  case: { cs: 'Číslo podání', en: 'Case number' },
  recipient: { cs: 'Příjemce', en: 'Recipient' },
  companyId: { cs: 'IČO', en: 'Company ID (IČO)' },
  payer: { cs: 'Plátce', en: 'Payer' },
  paidAt: { cs: 'Zaplaceno kartou', en: 'Paid by card' },
  postedAt: { cs: 'Zapsáno v evidenci města', en: 'Recorded by the city' },
  card: { cs: 'Karta', en: 'Card' },
  gateway: { cs: 'Označení platby v bráně', en: 'Payment ID at the gateway' },
  item: { cs: 'Za co', en: 'For' },
  debtor: { cs: 'Kdo dlužil', en: 'Debtor' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  amount: { cs: 'Částka', en: 'Amount' },
  total: { cs: 'Celkem zaplaceno', en: 'Total paid' },
  rest: { cs: 'Z toho přeplatek, o kterém se s vámi spojíme', en: 'Of this overpaid; we will contact you about it' },
  note: {
    cs: 'Částku jsme přijali od platební brány. Na účet města bude připsána během několika pracovních dnů. Nejde o daňový doklad.',
    en: 'We have received the amount from the payment gateway. It will be credited to the city’s account within a few working days. This is not a tax document.',
  },
} satisfies Record<string, Record<Language, string>>

export interface ReceiptHead {
  number: string
  caseNumber: string
}

/** The receipt (potvrzení o platbě) of one card payment as a page of A4. */
export function receipt(city: City, head: ReceiptHead, facts: PaymentFacts, language: Language): TDocumentDefinitions {
  const t = (key: keyof typeof words) => words[key][language]
  const instant = new Intl.DateTimeFormat(language === 'cs' ? 'cs-CZ' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Prague',
  })
  const [seat] = city.addresses
  const row = (key: keyof typeof words, value: string) => [{ text: t(key), color: '#4f5865' }, { text: value }]
  const right = (text: string, bold = false) => ({ text, alignment: 'right' as const, bold, noWrap: true })
  return {
    info: { title: `${t('title')} ${head.number}`, author: city.legalName[language] },
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
    content: [
      { text: city.legalName[language], fontSize: 12, bold: true, color: '#2362a2' },
      {
        text: seat ? `${seat.street}, ${seat.postcode.slice(0, 3)} ${seat.postcode.slice(3)} ${seat.municipality}` : '',
        color: '#4f5865',
        margin: [0, 0, 0, 28],
      },
      { text: t('title'), fontSize: 22, bold: true, margin: [0, 0, 0, 16] },
      {
        layout: 'noBorders',
        margin: [0, 0, 0, 24],
        table: {
          widths: [150, '*'],
          body: [
            row('number', head.number),
            row('case', head.caseNumber),
            row(
              'recipient',
              `${city.legalName[language]}${city.companyId ? `, ${t('companyId')} ${city.companyId}` : ''}`,
            ),
            row('payer', facts.payer),
            row('paidAt', instant.format(new Date(facts.paidAt))),
            row('postedAt', instant.format(new Date(facts.postedAt))),
            row('card', `${facts.card.brand ?? ''} •••• ${facts.card.last4 ?? ''}`.trim()),
            row('gateway', facts.gatewayId),
          ],
        },
      },
      {
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: ['*', 100, 90, 80],
          body: [
            [
              { text: t('item'), bold: true },
              { text: t('debtor'), bold: true },
              { text: t('symbol'), bold: true },
              right(t('amount'), true),
            ],
            ...facts.items.map(i => [
              { text: i.description[language] },
              { text: i.debtor },
              { text: i.variableSymbol },
              right(money(i.amount, language)),
            ]),
            [{ text: t('total'), bold: true, colSpan: 3 }, {}, {}, right(money(facts.amount, language), true)],
            ...(facts.unallocated > 0
              ? [[{ text: t('rest'), colSpan: 3 }, {}, {}, right(money(facts.unallocated, language))]]
              : []),
          ],
        },
      },
      { text: t('note'), color: '#4f5865', margin: [0, 24, 0, 0] },
    ],
    footer: (page, pages) => ({
      text: `${t('title')} ${head.number} · ${page}/${pages}`,
      alignment: 'center',
      fontSize: 8,
      color: '#4f5865',
      margin: [0, 20, 0, 0],
    }),
  }
}
