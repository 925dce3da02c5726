import pdfmake from 'pdfmake'
import { expect, test } from 'vitest'
import '../../activities/documents/render.ts'
import { disposition } from './headers.ts'
import { fileName, fileTypeOf } from './kinds.ts'
import { pdfProblem } from './pdf.ts'

const versions = ['1.3', '1.4', '1.5', '1.6', '1.7', '1.7ext3'] as const
const pdf = (version: (typeof versions)[number], locks: { userPassword?: string; ownerPassword?: string } = {}) =>
  pdfmake.createPdf({ version, ...locks, content: 'Žádost' }).getBuffer()

test('a file is what its bytes say', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  expect(await fileTypeOf(png)).toBe('image/png')
  expect(await fileTypeOf(Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'))).toBe('image/jpeg')
  expect(await fileTypeOf(await pdf('1.7'))).toBe('application/pdf')
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'MZ', 'GIF89a', 'PK\u0003\u0004'])
    expect(await fileTypeOf(Buffer.from(other)), other).toBeUndefined()
})

test('a PDF is read to its end', async () => {
  const whole = await pdf('1.7')
  expect(pdfProblem(whole)).toBeUndefined()
  expect(pdfProblem(Buffer.concat([whole, Buffer.alloc(500, '\n')]))).toBeUndefined()
  expect(pdfProblem(whole.subarray(0, whole.length - 100))).toBe('broken')
  expect(pdfProblem(Buffer.from('%PDF-1.7'))).toBe('broken')
  expect(pdfProblem(Buffer.from('%PDF-1.7\ntrailer\n<</Encrypt 9 0 R>>\nstartxref\n9\n%%EOF'))).toBe('locked')
  // a reference that leads nowhere is mended by every reader
  expect(pdfProblem(Buffer.from('%PDF-1.7\nstartxref\n99999\n%%EOF'))).toBeUndefined()
})

test.each(versions)('a PDF %s protected against changes opens, one locked by a password does not', async version => {
  expect(pdfProblem(await pdf(version, { ownerPassword: 'banka' }))).toBeUndefined()
  expect(pdfProblem(await pdf(version, { userPassword: 'tajné', ownerPassword: 'banka' }))).toBe('locked')
})

test('a name leads nowhere, hides nothing and ends as what it is', () => {
  const names: [string, Parameters<typeof fileName>[1], string][] = [
    ['Plná moc – Nováková.pdf', 'application/pdf', 'Plná moc – Nováková.pdf'],
    ['Z\u030ca\u0301dost.PDF', 'application/pdf', 'Žádost.PDF'],
    ['C:\\Users\\Eva\\../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['faktura\u202Efdp.exe', 'application/pdf', 'faktura fdp.exe.pdf'],
    ['foto.jpeg', 'image/jpeg', 'foto.jpeg'],
    ['foto.png', 'image/jpeg', 'foto.png.jpg'],
    ['a"b<c>\r\nSet-Cookie: x.png', 'image/png', 'a b c Set-Cookie x.png'],
    ['..', 'image/png', 'soubor.png'],
    ['.htaccess', 'image/png', 'htaccess.png'],
    ['  \u0000 ', 'application/pdf', 'soubor.pdf'],
    [`${'á'.repeat(400)}.pdf`, 'application/pdf', `${'á'.repeat(200)}.pdf`],
  ]
  for (const [sent, type, kept] of names) expect(fileName(sent, type)).toBe(kept)
})

test('the header carries any name', () => {
  expect(disposition("Žádost o'50 %.pdf")).toBe(
    `inline; filename="Zadost o_50 _.pdf"; filename*=UTF-8''%C5%BD%C3%A1dost%20o%2750%20%25.pdf`,
  )
})
