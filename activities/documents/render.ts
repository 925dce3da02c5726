import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { statementOf } from '../statements/stating.ts'
import { statementPaper } from './debt-statement.ts'
import { paymentFacts } from './facts.ts'
import { decisionFacts, instalmentDecision } from './instalments.ts'
import { longFrom, longStatementPdf } from './long-statement.ts'
import { pdfOf } from './pdf.ts'
import { receipt } from './receipt.ts'
import { slipReceipt } from './slip-receipt.ts'

export interface DocumentRequest {
  kind: string
  number: string
  caseNumber: string
  language: 'cs' | 'en'
  values: Record<string, unknown>
}

/** The document as it is to be set, or, where that was done elsewhere, as PDF bytes. */
type Template = (db: Db, city: City, request: DocumentRequest) => Promise<TDocumentDefinitions | Buffer>

const statement =
  (kind: keyof typeof statementPaper): Template =>
  async (db, city, request) => {
    const it = await statementOf(db, String(request.values['statement']))
    const { number, caseNumber, language } = request
    const head = { number, caseNumber }
    if (it.lines.length < longFrom) return statementPaper[kind](city, head, it, language)
    return longStatementPdf({ kind, head, statement: it, language })
  }

/** Every kind of document the city issues: one line each. */
const templates: Readonly<Record<string, Template>> = {
  receipt: async (db, city, request) =>
    receipt(city, request, await paymentFacts(db, String(request.values['payment'])), request.language),
  'debt-statement': statement('debt-statement'),
  'no-debts': statement('no-debts'),
  'instalments-granted': async (db, city, request) =>
    instalmentDecision(city, await decisionFacts(db, request, true), request.language),
  'instalments-refused': async (db, city, request) =>
    instalmentDecision(city, await decisionFacts(db, request, false), request.language),
  'slip-receipt': async (db, city, request) =>
    slipReceipt(
      city,
      { ...request, symbol: String(request.values['symbol']) },
      await paymentFacts(db, String(request.values['payment'])),
      request.language,
    ),
}

/** The document as PDF bytes. Throws for a kind that has no template. */
export async function renderDocument(db: Db, city: City, request: DocumentRequest): Promise<Buffer> {
  const template = templates[request.kind]
  if (!template) throw new Error(`There is no template for documents of kind ${request.kind}.`)
  const made = await template(db, city, request)
  return Buffer.isBuffer(made) ? made : pdfOf(made)
}
