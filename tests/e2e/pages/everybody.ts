import { loadCity } from '../../../city/city.ts'
import { guides } from '../../../city/guides.ts'
import { today } from '../../../forms/day.ts'
import { paths, signInProblems } from '../../../web/paths.ts'
import { inNameOf, type Visit, type Visits } from './visit.ts'

/** Pages that stand open. */
export const everybody: Visits = {
  '': {
    home: () => ({ path: paths.home('cs') }),
    'home-signed-in': it => ({ path: paths.home('cs'), as: it.citizen }),
    'home-asked': it => ({ path: paths.home('cs'), as: it.mandates.agent.cookie }),
    'home-for': inNameOf(() => paths.home('cs')),
  },
  guides: {
    guides: () => ({ path: paths.guides('cs') }),
    'guides-found': () => ({ path: paths.guides('cs', { q: 'pes' }) }),
    'guides-none': () => ({ path: paths.guides('cs', { q: 'xyzxyz' }) }),
  },
  'guides/:slug': {
    ...Object.fromEntries(
      guides(loadCity(), today()).map(({ slug }): [string, Visit] => [
        `guide-${slug}`,
        () => ({ path: paths.guide('cs', slug) }),
      ]),
    ),
    'guide-unknown': () => ({ path: paths.guide('cs', 'no-such-guide') }),
  },
  contacts: {
    contacts: () => ({ path: paths.contacts('cs') }),
    'contacts-found': () => ({ path: paths.contacts('cs', { q: 'odpad' }) }),
  },
  'signing-in': {
    'signing-in': () => ({ path: paths.signIn('cs', { return: '/cs/liabilities' }) }),
    'signing-in-already': it => ({ path: paths.signIn('cs'), as: it.newcomer }),
    ...Object.fromEntries(
      signInProblems.map((problem): [string, Visit] => [
        `signing-in-${problem}`,
        () => ({ path: paths.signIn('cs', { problem }) }),
      ]),
    ),
  },
  'signing-in/desk': {
    'signing-in-desk': () => ({ path: paths.signInByCode('cs') }),
    'signing-in-desk-already': it => ({ path: paths.signInByCode('cs'), as: it.newcomer }),
  },
  slip: {
    slip: () => ({ path: paths.slip('cs') }),
    'slip-wrong': () => ({
      path: paths.slip('cs'),
      act: async page => {
        await page.locator('form button[type=submit]').click()
        await page.locator('form [role=alert]').waitFor()
      },
    }),
    'slip-unknown': () => ({
      path: paths.slip('cs'),
      act: async page => {
        await page.locator('#symbol').fill('9')
        await page.locator('#amount').fill('780')
        await page.locator('form button[type=submit]').click()
        await page.locator('form [role=alert]').waitFor()
      },
    }),
  },
  'slip/:ticket': {
    'slip-open': it => ({ path: paths.slipPayment('cs', it.slips.open) }),
    'slip-posted': it => ({ path: paths.slipPayment('cs', it.slips.posted) }),
    'slip-review': it => ({ path: paths.slipPayment('cs', it.slips.review) }),
    'slip-expired': it => ({ path: paths.slipPayment('cs', it.slips.expired) }),
    'slip-gone': () => ({ path: paths.slipPayment('cs', 'A'.repeat(43)) }),
  },
  'reminder/:ticket': {
    reminder: it => ({ path: paths.reminder('cs', it.reminded.ticket) }),
    'reminder-gone': () => ({ path: paths.reminder('cs', 'A'.repeat(43)) }),
  },
  'reminder/:ticket/stop': { 'reminder-stop': it => ({ path: paths.stopReminders('cs', it.reminded.ticket) }) },
  'signed-out': { 'signed-out': () => ({ path: paths.signedOut('cs') }) },
  accessibility: { accessibility: () => ({ path: paths.accessibility('cs') }) },
  privacy: { privacy: () => ({ path: paths.privacy('cs') }) },
  '*': { 'not-found': () => ({ path: '/cs/no/such/page' }) },
}
