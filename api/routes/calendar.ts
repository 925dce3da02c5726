import { calendarOf } from '../calendar/entries.ts'
import { icsOf } from '../calendar/ics.ts'
import { PaymentCalendar } from '../contract.ts'
import { route } from '../route.ts'

export const calendar = [
  route({
    method: 'get',
    path: '/api/calendar',
    summary: 'What I and those I act for have still to pay, by its day: debts and instalments.',
    who: 'citizen',
    answers: { 200: PaymentCalendar },
    handle: async ({ who }, deps) => ({ status: 200, body: await calendarOf(deps, who) }),
  }),
  route({
    method: 'get',
    path: '/api/calendar.ics',
    summary: 'The same for a calendar program (iCalendar, RFC 5545).',
    who: 'citizen',
    answers: { 200: 'file' },
    async handle({ who, language }, deps) {
      const headers = {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="payments.ics"',
        'Cache-Control': 'private, no-store',
      }
      const entries = await calendarOf(deps, who)
      return { status: 200, headers, body: icsOf(entries, deps.settings.portalUrl, language, deps.now()) }
    },
  }),
]
