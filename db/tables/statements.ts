import { defineEntity, p } from '@mikro-orm/postgresql'

/** One debt as it stood; amounts in haléře. `late`: its due day had passed, or it was being enforced. */
export interface StatedLine {
  number: string
  description: { cs: string; en: string }
  variableSymbol: string
  due: string
  prescribed: number
  paid: number
  balance: number
  late: boolean
}

/** What the ledger said of a subject at one moment, for the document that was issued of it. Append-only by trigger. */
export const DebtStatement = defineEntity({
  name: 'DebtStatement',
  tableName: 'debt_statement',
  properties: {
    caseId: p.uuid().primary(),
    subjectId: p.uuid(),
    name: p.string(),
    day: p.date(),
    /** Up to when the accounting knew its debts („stav k“). */
    asOf: p.datetime(),
    lines: p.json<StatedLine[]>(),
    at: p.datetime().defaultRaw('now()'),
  },
})
