import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { paymentFacts } from './facts.ts'
import { receipt } from './receipt.ts'

// Roboto with all Czech letters comes with the package and is embedded; nothing is ever fetched
pdfmake.addFonts(createRequire(import.meta.url)('pdfmake/fonts/Roboto.js'))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path.includes('/pdfmake/fonts/'))

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
}

/** The document as PDF bytes. Throws for a kind that has no template. */
export async function renderDocument(db: Db, city: City, request: DocumentRequest): Promise<Buffer> {
  const template = templates[request.kind]
  if (!template) throw new Error(`There is no template for documents of kind ${request.kind}.`)
  return pdfmake.createPdf(await template(db, city, request)).getBuffer()
}
