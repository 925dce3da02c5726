import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { dayText, instantText, money, typeset, type Language } from '../../city/typeset.ts'
import type { StatedLine } from '../../db/tables/statements.ts'
import type { Statement } from '../statements/stating.ts'
import { facts, frame, soft } from './frame.ts'

const words = {
  statement: { cs: 'Přehled závazků', en: 'Statement of account' },
  none: { cs: 'Potvrzení o bezdlužnosti', en: 'Confirmation of no debts' },
  number: { cs: 'Číslo', en: 'Number' },
  case: { cs: 'Číslo podání', en: 'Case number' },
  subject: { cs: 'Pro', en: 'For' },
  day: { cs: 'Ke dni', en: 'On' },
  asOf: { cs: 'Stav evidence města', en: 'State of the city’s records' },
  issuedBy: { cs: 'Vydal', en: 'Issued by' },
  law: { cs: 'Právní základ', en: 'Legal basis' },
  basis: {
    cs: '§ 151 zákona č. 280/2009 Sb., daňový řád (místní poplatky); § 154 zákona č. 500/2004 Sb., správní řád (ostatní)',
    en: '§ 151 of Act No. 280/2009 Sb., the Tax Code (local fees); § 154 of Act No. 500/2004 Sb., the Administrative Procedure Code (others)',
  },
  what: { cs: 'Závazek', en: 'Debt' },
  symbol: { cs: 'Var. symbol', en: 'Var. symbol' },
  due: { cs: 'Splatnost', en: 'Due' },
  prescribed: { cs: 'Předepsáno', en: 'Prescribed' },
  paid: { cs: 'Zaplaceno', en: 'Paid' },
  balance: { cs: 'Zbývá', en: 'Left' },
  late: { cs: 'po splatnosti', en: 'overdue' },
  total: { cs: 'Celkem zbývá zaplatit', en: 'Left to pay in total' },
  overdue: { cs: 'Z toho po splatnosti', en: 'Of which overdue' },
  nothing: { cs: 'V evidenci města není nic k zaplacení.', en: 'The city’s records show nothing to pay.' },
  confirms: {
    cs: 'Město potvrzuje, že v uvedeném stavu své evidence nevede za uvedenou osobou žádný závazek po splatnosti: na místních poplatcích, pokutách, nájemném ani stočném včetně příslušenství.',
    en: 'The city confirms that its records in the state given show no overdue debt of the person named: no local fees, fines, rents or sewerage, nor what belongs to them.',
  },
  soon: { cs: 'Závazky, které ještě nejsou splatné', en: 'Debts that are not due yet' },
  note: {
    cs: 'Vystaveno portálem podle evidence města ve stavu uvedeném výše. Pravost ověříte dotazem na úřadě podle čísla dokumentu.',
    en: 'Issued by the portal from the city’s records in the state given above. The office confirms it by the number of the document.',
  },
} satisfies Record<string, Record<Language, string>>

interface Head {
  number: string
  caseNumber: string
}

const say = (language: Language) => (key: keyof typeof words) => typeset(words[key][language], language)

/** The statement of account (přehled závazků) of one person or company: all that is left to pay, with its due days. */
export function debtStatement(city: City, head: Head, it: Statement, language: Language): TDocumentDefinitions {
  const t = say(language)
  const late = it.lines.filter(line => line.late)
  return frame(city, t('statement'), language, [
    above(city, head, it, language),
    ...(it.lines.length === 0
      ? [{ text: t('nothing'), margin: [0, 0, 0, 16] as [number, number, number, number] }]
      : [
          table(it.lines, language),
          facts([
            [t('total'), money(sum(it.lines), language)],
            [t('overdue'), money(sum(late), language)],
          ]),
        ]),
    { text: t('note'), color: soft },
  ])
}

/** The confirmation of no debts (potvrzení o bezdlužnosti). Throws RangeError for somebody of whose debts one is late. */
export function noDebts(city: City, head: Head, it: Statement, language: Language): TDocumentDefinitions {
  if (it.lines.some(line => line.late)) throw new RangeError(`Document ${head.number} would confirm what is not so.`)
  const t = say(language)
  return frame(city, t('none'), language, [
    above(city, head, it, language),
    { text: t('confirms'), fontSize: 12, margin: [0, 0, 0, 16] },
    ...(it.lines.length === 0
      ? []
      : [
          { text: t('soon'), bold: true, margin: [0, 0, 0, 6] as [number, number, number, number] },
          table(it.lines, language),
        ]),
    { text: t('note'), color: soft },
  ])
}

/** The papers of a statement by the kind of document. */
export const statementPaper = { 'debt-statement': debtStatement, 'no-debts': noDebts }

function above(city: City, head: Head, { name, day, asOf }: Statement, language: Language): Content {
  const t = say(language)
  return facts([
    [t('number'), head.number],
    [t('case'), head.caseNumber],
    [t('subject'), name],
    [t('day'), dayText(day, language)],
    [t('asOf'), instantText(asOf.toISOString(), language)],
    [t('issuedBy'), city.authority[language]],
    [t('law'), t('basis')],
  ])
}

const sum = (lines: readonly StatedLine[]) => lines.reduce((all, { balance }) => all + balance, 0)

function table(lines: readonly StatedLine[], language: Language): Content {
  const t = say(language)
  const right = (text: string, bold = false) => ({ text, alignment: 'right' as const, bold, noWrap: true })
  const head = (key: keyof typeof words) => ({ text: t(key), bold: true })
  return {
    layout: 'lightHorizontalLines',
    fontSize: 9,
    margin: [0, 0, 0, 16],
    table: {
      headerRows: 1,
      widths: ['*', 62, 78, 62, 62, 62],
      body: [
        [
          ...[head('what'), head('symbol'), head('due')],
          ...(['prescribed', 'paid', 'balance'] as const).map(key => right(t(key), true)),
        ],
        ...lines.map(line => [
          { text: line.description[language] },
          { text: line.variableSymbol },
          { text: `${dayText(line.due, language)}${line.late ? `\n${t('late')}` : ''}` },
          ...[line.prescribed, line.paid, line.balance].map(amount => right(money(amount, language))),
        ]),
      ],
    },
  }
}
