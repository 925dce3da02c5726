// What the API takes and answers. Each name is a JSON Schema and, under the same name, its type: routes are checked against the
// types, requests are judged by the schemas, the OpenAPI description prints them, and the portal imports the types alone.
// Instants are ISO 8601 with offset, days `YYYY-MM-DD` in Europe/Prague, money integer haléře of CZK.

export * from './contract/wire.ts'
export * from './contract/session.ts'
export * from './contract/city.ts'
export * from './contract/forms.ts'
export * from './contract/liabilities.ts'
export * from './contract/cases.ts'
export * from './contract/drafts.ts'
export * from './contract/files.ts'
export * from './contract/profile.ts'
export * from './contract/office.ts'
export * from './contract/mandates.ts'
export * from './contract/officials.ts'
export * from './contract/money.ts'
export * from './contract/days.ts'
export * from './contract/registers.ts'
export * from './contract/desk.ts'
export * from './contract/passkeys.ts'
export * from './contract/slip.ts'
export * from './contract/reminders.ts'
export * from './contract/calendar.ts'
