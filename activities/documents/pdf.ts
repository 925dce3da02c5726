import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

// Roboto with all Czech letters comes with the package and is embedded; nothing is ever fetched
pdfmake.addFonts(createRequire(import.meta.url)('pdfmake/fonts/Roboto.js'))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path.includes('/pdfmake/fonts/'))

/** A document as PDF bytes, its font embedded. */
export const pdfOf = (document: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(document).getBuffer()
