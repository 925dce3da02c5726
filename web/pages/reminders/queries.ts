import { queryOptions } from '@tanstack/react-query'
import type { ReminderLink, Reminders } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { client } from '../../queries.ts'

/** What the citizen is reminded of in the portal. */
export const remindersQuery = queryOptions({
  queryKey: ['liabilities', 'reminders'],
  queryFn: ({ signal }) => call<Reminders>('GET', '/reminders', undefined, signal),
  staleTime: 60_000,
})

/** Hides a reminder for good; the debts stay as they are. */
export const dismissReminder = async (id: string): Promise<void> => {
  await call('DELETE', `/reminders/${encodeURIComponent(id)}`)
  await client.invalidateQueries(remindersQuery)
}

const address = (ticket: string): string => `/reminder-links/${encodeURIComponent(ticket)}`

/** What the link of a reminder leads to. */
export const reminderLinkQuery = (ticket: string) =>
  queryOptions({
    queryKey: ['reminder-link', ticket],
    queryFn: ({ signal }) => call<ReminderLink>('GET', address(ticket), undefined, signal),
    staleTime: 0,
  })

/** Turns reminders by e-mail off. */
export const stopReminders = (ticket: string) => call('POST', `${address(ticket)}/stop`)
