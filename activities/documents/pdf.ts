import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { addRoboto } from './fonts.ts'

// nothing is ever fetched, and no file is read but the fonts, which are open
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)
addRoboto()

/** A document as PDF bytes, its font embedded. */
export const pdfOf = (document: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(document).getBuffer()
