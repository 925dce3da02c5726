import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { statementOf } from '../statements/stating.ts'
import { debtStatement, noDebts } from './debt-statement.ts'
import { paymentFacts } from './facts.ts'
import { decisionFacts, instalmentDecision } from './instalments.ts'
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

type Template = (db: Db, city: City, request: DocumentRequest) => Promise<TDocumentDefinitions>

/** Every kind of document the city issues: one line each. */
const templates: Readonly<Record<string, Template>> = {
  receipt: async (db, city, request) =>
    receipt(city, request, await paymentFacts(db, String(request.values['payment'])), request.language),
  'debt-statement': async (db, city, request) =>
    debtStatement(city, request, await statementOf(db, String(request.values['statement'])), request.language),
  'no-debts': async (db, city, request) =>
    noDebts(city, request, await statementOf(db, String(request.values['statement'])), request.language),
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
  return pdfOf(await template(db, city, request))
}
