import { expect, test } from 'vitest'
import { apiPaths, inLanguage, paths, safeReturn } from './paths.ts'

test('every address of the portal', () => {
  expect(
    [
      paths.home('cs'),
      paths.guides('cs'),
      paths.guides('cs', { q: 'pes a kočka', category: 'payments' }),
      paths.guide('en', 'waste-fee'),
      paths.contacts('cs', { q: 'splátky' }),
      paths.signIn('cs', { return: '/cs/basket?a=1', problem: 'cancelled' }),
      paths.signIn('cs'),
      paths.signedOut('en'),
      paths.liabilities('cs', { year: '2026', kind: undefined, state: 'open' }),
      paths.liability('cs', '7'),
      paths.basket('cs'),
      paths.payment('en', 'c/1'),
      paths.documents('cs'),
      paths.cases('cs'),
      paths.case('cs', 'c1'),
      paths.start('cs', 'account-pairing'),
      paths.profile('cs'),
      paths.accessibility('cs'),
      paths.privacy('cs'),
      paths.inbox('cs'),
      paths.task('cs', 't1'),
      apiPaths.login('/cs/basket', 'high'),
      apiPaths.document('d1'),
      apiPaths.file('f1'),
      apiPaths.qr('l1'),
      apiPaths.live('c1'),
    ].join('\n'),
  ).toBe(`/cs
/cs/guides
/cs/guides?q=pes+a+ko%C4%8Dka&category=payments
/en/guides/waste-fee
/cs/contacts?q=spl%C3%A1tky
/cs/signing-in?return=%2Fcs%2Fbasket%3Fa%3D1&problem=cancelled
/cs/signing-in
/en/signed-out
/cs/liabilities?year=2026&state=open
/cs/liabilities/7
/cs/basket
/en/payments/c%2F1
/cs/documents
/cs/cases
/cs/cases/c1
/cs/start/account-pairing
/cs/profile
/cs/accessibility
/cs/privacy
/cs/office
/cs/office/tasks/t1
/api/auth/login?return=%2Fcs%2Fbasket&assurance=high
/api/documents/d1
/api/files/f1
/api/liabilities/l1/qr.svg
/api/cases/c1/live`)
})

test('the other language keeps the page and what was searched for', () => {
  expect(inLanguage('en', { pathname: '/cs/liabilities/7', search: '?a=1' })).toBe('/en/liabilities/7?a=1')
  expect(inLanguage('cs', { pathname: '/en', search: '' })).toBe('/cs')
})

test.each(['/cs', '/en/basket?a=1', '/cs/payments/1?returned=success'])('one may return to %s', address =>
  expect(safeReturn(address)).toBe(address),
)
test.each([
  null,
  '',
  '/',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/cs',
  '/cs//evil.example',
  '/csx',
  '/cs/a\n',
  'javascript:alert(1)',
])('one may not return to %j', address => expect(safeReturn(address)).toBeNull())
