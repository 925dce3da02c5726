import { afterEach, beforeEach, expect, test } from 'vitest'
import { bench, cardForm, order, postForm, type Bench } from '../testing.ts'

let now: number
let b: Bench
let id: string
let url: string
beforeEach(async () => {
  now = Date.parse('2026-05-31T21:30:00Z')
  b = await bench({ now: () => now })
  const lines = [
    {
      quantity: 1,
      price_data: { currency: 'czk', unit_amount: 78_000, product_data: { name: 'Odpad <Jana & Petr>' } },
    },
    { quantity: 3, price_data: { currency: 'czk', unit_amount: 15_150, product_data: { name: 'Pes' } } },
  ]
  const made = await b.stripe.checkout.sessions.create(order({ line_items: lines }))
  id = made.id
  url = made.url ?? ''
})
afterEach(() => b.close())

const get = async (path: string) => {
  const response = await fetch(path, { redirect: 'manual' })
  return { response, text: await response.text() }
}
const post = async (fields: Record<string, string>, path = url) => {
  const response = await postForm(path, fields)
  return { response, text: await response.text(), location: response.headers.get('location') }
}

const success = () => `http://localhost:3000/platby/order-1?session=${id}`

test('shows in Czech whom, for what and how much, and that it is a test', async () => {
  const { response, text } = await get(url)
  expect(response.status).toBe(200)
  expect(text).toContain('<html lang="cs">')
  expect(text).toContain('Zkušební brána, peníze se neúčtují')
  expect(text).toContain('Město Kladno')
  expect(text).toContain('Zaplatit 1\u00a0234,50\u00a0Kč')
  expect(text).toContain('454,50\u00a0Kč')
  expect(text).toContain('3 ×')
  expect(text).toContain('Odpad &lt;Jana &amp; Petr&gt;')
  expect(text).toContain('4242 4242 4242 4242')
  expect(text).toContain('href="http://localhost:3000/platby/order-1"')
})

test('speaks English when the session or the payer says so', async () => {
  const english = await b.stripe.checkout.sessions.create(order({ locale: 'en' }))
  expect((await get(english.url ?? '')).text).toContain('<html lang="en">')
  const switched = await get(`${url}?lang=en`)
  expect(switched.text).toContain('Pay CZK\u00a01,234.50')
  expect(switched.text).toContain(`action="/c/pay/${id}?lang=en"`)
  expect(switched.text).toContain(`href="/c/pay/${id}?lang=cs"`)
})

test('allows no script, no frame, and forms only to itself and the merchant', async () => {
  const { response, text } = await get(url)
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://localhost:3000; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(text).not.toMatch(/<script|style=|onclick/)
  for (const path of ['/c/page.css', '/c/icon.svg']) expect((await get(b.gateway.url + path)).response.status).toBe(200)
})

test('a good card leads to the merchant, and a second click too', async () => {
  const first = await post(cardForm('4242424242424242'))
  expect([first.response.status, first.location]).toEqual([303, success()])
  const second = await post(cardForm('4242424242424242'))
  expect([second.response.status, second.location]).toEqual([303, success()])
  expect(b.gateway.controls.totals()['order-1']).toMatchObject({ captured: 123_450, paid: 1 })
  const again = await get(url)
  expect(again.text).toContain('Tato platba už proběhla')
  expect(again.text).toContain(`href="${success()}"`)
})

test('says at each field what is wrong, keeps what was typed, but not the code', async () => {
  const { response, text } = await post({
    number: '4242 4242 4242 4241',
    expiry: '04/26',
    cvc: '987',
    holder: 'Jan "J" Novák',
  })
  expect(response.status).toBe(422)
  expect(text).toContain('<title>Chyba: ')
  expect(text).toContain('Číslo karty nesouhlasí')
  expect(text).toContain('Platnost karty už skončila')
  expect(text).toContain('value="4242 4242 4242 4241"')
  expect(text).toContain('value="Jan &quot;J&quot; Novák"')
  expect(text).not.toContain('987')
  expect(text).toMatch(/<a href="#number">/)
  expect(text).toMatch(/id="expiry"[^>]*aria-invalid="true"[^>]*aria-describedby="expiry-hint expiry-error"/)
  expect((await b.stripe.events.list()).data).toEqual([])
})

test('the last day of the month counts by the clock of Prague', async () => {
  // 23:30 on 31 May in Prague: a card until 05/26 is still good. Half an hour later it is not.
  const { response } = await post(cardForm('4242424242424242', { expiry: '05/26', cvc: '' }))
  expect(response.status).toBe(422)
  expect((await post(cardForm('4242424242424242', { expiry: '05/26', cvc: '' }))).text).not.toContain('skončila')
  now += 30 * 60 * 1000
  expect((await post(cardForm('4242424242424242', { expiry: '05/26', cvc: '' }))).text).toContain('skončila')
})

test('a card that is no test card is not taken', async () => {
  const { response, text } = await post(cardForm('4111111111111111'))
  expect(response.status).toBe(422)
  expect(text).toContain('Skutečnou kartu sem nezadávejte')
})

test.each([
  ['4000000000000002', 'Banka platbu zamítla'],
  ['4000000000009995', 'Na účtu není dost peněz'],
  ['4000000000000069', 'Platnost karty už skončila'],
  ['4000000000000127', 'Bezpečnostní kód nesouhlasí'],
  ['4000000000000119', 'nepodařilo zpracovat'],
])('card %s: %s, then another card pays', async (number, words) => {
  const { response, text } = await post(cardForm(number))
  expect(response.status).toBe(402)
  expect(text).toContain('Platba se nezdařila')
  expect(text).toContain(words)
  expect(text).toContain('value="Jana Nováková"')
  expect((await post(cardForm('4242424242424242'))).location).toBe(success())
})

test.each(['4000002760003184', '4000002500003155'])('card %s asks the bank; approved, it pays', async number => {
  const first = await post(cardForm(number))
  expect(first.location).toBe(`/c/pay/${id}/authenticate`)
  const bank = await get(b.gateway.url + first.location)
  expect(bank.text).toContain('Potvrďte platbu')
  expect(bank.text).toContain(`Karta končící ${number.slice(-4)}`)
  expect(await b.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'unpaid' })
  const approved = await post({ answer: 'approve' }, b.gateway.url + first.location)
  expect([approved.response.status, approved.location]).toEqual([303, success()])
})

test('refused at the bank, the payer may try again', async () => {
  await post(cardForm('4000002760003184'))
  const refused = await post({ answer: 'refuse' }, `${url}/authenticate`)
  expect(refused.response.status).toBe(402)
  expect(refused.text).toContain('Platbu jste v\u00a0bance nepotvrdili')
  expect((await get(`${url}/authenticate`)).response.headers.get('location')).toBe(`/c/pay/${id}`)
  expect((await post(cardForm('4242424242424242'))).location).toBe(success())
})

test('card 4000008400001629 is approved at the bank and declined nonetheless', async () => {
  await post(cardForm('4000008400001629'))
  expect((await post({ answer: 'approve' }, `${url}/authenticate`)).text).toContain('Banka platbu zamítla')
})

test('a session that wants 3-D Secure asks the bank with every card', async () => {
  const strict = await b.stripe.checkout.sessions.create(
    order({ payment_method_options: { card: { request_three_d_secure: 'any' } } }),
  )
  const { location } = await post(cardForm('4242424242424242'), strict.url ?? '')
  expect(location).toBe(`/c/pay/${strict.id}/authenticate`)
})

test('an approval that comes too late takes no money', async () => {
  await post(cardForm('4000002760003184'))
  now += 24 * 60 * 60 * 1000
  expect((await post({ answer: 'approve' }, `${url}/authenticate`)).location).toBe(`/c/pay/${id}`)
  expect(b.gateway.controls.totals()['order-1']).toMatchObject({ captured: 0 })
  expect((await get(url)).text).toContain('Čas na zaplacení vypršel')
})

test('an expired session says so and leads back', async () => {
  await b.stripe.checkout.sessions.expire(id)
  const { text } = await get(`${url}`)
  expect(text).toContain('Čas na zaplacení vypršel')
  expect(text).toContain('href="http://localhost:3000/platby/order-1"')
  expect((await post(cardForm('4242424242424242'))).location).toBe(`/c/pay/${id}`)
})

test('a button fills in a test card and keeps the name', async () => {
  const { response, text } = await post({ fill: '4000002760003184', holder: 'Petr' })
  expect(response.status).toBe(200)
  expect(text).toContain('value="4000 0027 6000 3184"')
  expect(text).toContain('value="Petr"')
  expect(text).toContain('value="12/34"')
})

test('an unknown session is not found, in words', async () => {
  const { response, text } = await get(`${b.gateway.url}/c/pay/cs_test_x`)
  expect(response.status).toBe(404)
  expect(text).toContain('Tuto platbu jsme nenašli')
})

test('the front door says what this is and which cards there are', async () => {
  const { response, text } = await get(`${b.gateway.url}/`)
  expect(response.status).toBe(200)
  expect(text).toContain('Zkušební platební brána')
  expect(text).toContain('3782 822463 10005')
})

test('without a place to go back to there is no button back', async () => {
  const lone = await b.stripe.checkout.sessions.create(order({ cancel_url: undefined }))
  expect((await get(lone.url ?? '')).text).not.toContain('Zpět do portálu')
})
