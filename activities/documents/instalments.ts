import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { dayText, money, typeset, type Language } from '../../city/typeset.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { planOf } from '../instalments/plans.ts'
import { facts, frame } from './frame.ts'

/** What a decision about instalments says. Amounts in haléře, days `YYYY-MM-DD`. */
export interface InstalmentDecision {
  number: string
  caseNumber: string
  day: string
  debtor: string
  debt: { number: string; description: { cs: string; en: string }; variableSymbol: string; account: string }
  /** Private debts are spread by an agreement, the others by a decision of the authority. */
  agreed: boolean
  amount: number
  /** Of what was granted; null for a refusal. */
  lines: { n: number; due: string; amount: number }[] | null
  reasons: string
  official: string
}

const words = {
  decision: { cs: 'Rozhodnutí o splátkách', en: 'Decision about instalments' },
  agreement: { cs: 'Dohoda o splátkách', en: 'Agreement about instalments' },
  answer: { cs: 'Odpověď na žádost o splátky', en: 'Answer to the request for instalments' },
  number: { cs: 'Číslo', en: 'Number' },
  case: { cs: 'Číslo podání', en: 'Case number' },
  day: { cs: 'Dne', en: 'On' },
  debtor: { cs: 'Dlužník', en: 'Debtor' },
  debt: { cs: 'Závazek', en: 'Debt' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  account: { cs: 'Účet', en: 'Account' },
  left: { cs: 'Zbývá zaplatit', en: 'Left to pay' },
  official: { cs: 'Vyřizuje', en: 'Official' },
  law: { cs: 'Podle', en: 'By' },
  tax: { cs: '§ 156 zákona č. 280/2009 Sb., daňový řád', en: '§ 156 of Act No. 280/2009 Sb., the Tax Code' },
  civil: { cs: '§ 1931 zákona č. 89/2012 Sb., občanský zákoník', en: '§ 1931 of Act No. 89/2012 Sb., the Civil Code' },
  granted: {
    cs: 'Zaplacení závazku se rozkládá na tyto splátky. Každou zaplaťte nejpozději v uvedený den, kartou v portálu nebo převodem pod variabilním symbolem závazku.',
    en: 'The debt is to be paid in these instalments. Pay each by the day given, by card in the portal or by bank transfer under the variable symbol of the debt.',
  },
  whole: {
    cs: 'Nebude-li některá splátka zaplacena včas a v plné výši, je splatný celý zbytek závazku najednou.',
    en: 'If an instalment is not paid in time and in full, all that is left of the debt is due at once.',
  },
  refused: {
    cs: 'Žádosti o rozložení závazku na splátky se nevyhovuje. Platí původní splatnost.',
    en: 'The request to pay the debt in instalments is not granted. The original due day holds.',
  },
  reasons: { cs: 'Odůvodnění', en: 'Reasons' },
  instalment: { cs: 'Splátka', en: 'Instalment' },
  due: { cs: 'Splatnost', en: 'Due' },
  amount: { cs: 'Částka', en: 'Amount' },
} satisfies Record<string, Record<Language, string>>

/** The decision, agreement or answer about instalments as a page of A4. */
export function instalmentDecision(city: City, it: InstalmentDecision, language: Language): TDocumentDefinitions {
  const t = (key: keyof typeof words) => typeset(words[key][language], language)
  const title = t(!it.agreed ? 'decision' : it.lines ? 'agreement' : 'answer')
  const paragraph = (text: string): Content => ({ text, margin: [0, 0, 0, 12] })
  const right = (text: string, bold = false) => ({ text, alignment: 'right' as const, bold, noWrap: true })
  return frame(city, title, language, [
    facts([
      [t('number'), it.number],
      [t('case'), it.caseNumber],
      [t('day'), dayText(it.day, language)],
      [t('debtor'), it.debtor],
      [t('debt'), `${it.debt.description[language]} (${it.debt.number})`],
      [t('symbol'), it.debt.variableSymbol],
      [t('account'), it.debt.account],
      [t('left'), money(it.amount, language)],
      [t('law'), t(it.agreed ? 'civil' : 'tax')],
      [t('official'), it.official],
    ]),
    paragraph(t(it.lines ? 'granted' : 'refused')),
    ...(it.lines === null
      ? []
      : [
          {
            layout: 'lightHorizontalLines',
            margin: [0, 0, 0, 16] as [number, number, number, number],
            table: {
              headerRows: 1,
              widths: [60, '*', 100],
              body: [
                [{ text: t('instalment'), bold: true }, { text: t('due'), bold: true }, right(t('amount'), true)],
                ...it.lines.map(line => [
                  { text: `${line.n}.` },
                  { text: dayText(line.due, language) },
                  right(money(line.amount, language)),
                ]),
              ],
            },
          },
          paragraph(t('whole')),
        ]),
    ...(it.reasons ? [{ text: t('reasons'), bold: true }, paragraph(it.reasons)] : []),
  ])
}

/** Reads what a decision of a case says. `values` are those with which it was issued. Throws when the case has no such debt. */
export async function decisionFacts(
  db: Db,
  request: { number: string; caseNumber: string; values: Record<string, unknown> },
  granted: boolean,
): Promise<InstalmentDecision> {
  const { number, caseNumber, values } = request
  const row = await db
    .selectFrom('document as d')
    .innerJoin('liability as l', join => join.on(eb => eb('l.number', '=', eb.val(String(values['number'])))))
    .innerJoin('subject as s', 's.id', 'l.subjectId')
    .select(['d.caseId', 'd.createdAt', 'l.number', 'l.description', 'l.variableSymbol', 'l.account', 'l.world'])
    .select('s.name as debtor')
    .where('d.number', '=', number)
    .executeTakeFirstOrThrow()
  const decided = await db
    .selectFrom('message')
    .select('actor')
    .where('caseId', '=', row.caseId)
    .where('stepKey', 'like', 'decision/%')
    .where('state', '<>', 'refused')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const plan = granted ? await planOf(db, row.caseId) : undefined
  const lines = plan?.lines.map(({ n, due, amount }) => ({ n, due, amount })) ?? null
  return {
    ...{ number, caseNumber, lines },
    day: today(row.createdAt),
    debtor: row.debtor,
    debt: {
      number: row.number,
      description: row.description,
      variableSymbol: row.variableSymbol,
      account: row.account,
    },
    agreed: row.world === 'private',
    amount: lines ? lines.reduce((sum, { amount }) => sum + amount, 0) : Number(values['amount']),
    reasons: typeof values['reasons'] === 'string' ? values['reasons'] : '',
    official: decided?.actor.name ?? '',
  }
}
