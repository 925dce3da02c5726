import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { paymentFacts } from './facts.ts'
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
