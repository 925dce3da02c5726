import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import type { Language } from '../../city/typeset.ts'

/** The quiet colour of labels and notes. */
export const soft = '#4f5865'

/** A page of A4 with the city's head, a title and numbered pages. */
export function frame(city: City, title: string, language: Language, content: Content[]): TDocumentDefinitions {
  const [seat] = city.addresses
  return {
    info: { title, author: city.legalName[language] },
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
    content: [
      { text: city.legalName[language], fontSize: 12, bold: true, color: '#2362a2' },
      {
        text: seat ? `${seat.street}, ${seat.postcode.slice(0, 3)} ${seat.postcode.slice(3)} ${seat.municipality}` : '',
        color: soft,
        margin: [0, 0, 0, 28],
      },
      { text: title, fontSize: 22, bold: true, margin: [0, 0, 0, 16] },
      ...content,
    ],
    footer: (page, pages) => ({
      text: `${title} · ${page}/${pages}`,
      alignment: 'center',
      fontSize: 8,
      color: soft,
      margin: [0, 20, 0, 0],
    }),
  }
}

/** Facts in two columns: label and value. */
export const facts = (rows: [label: string, value: string][]): Content => ({
  layout: 'noBorders',
  margin: [0, 0, 0, 24],
  table: { widths: [170, '*'], body: rows.map(([label, value]) => [{ text: label, color: soft }, { text: value }]) },
})
