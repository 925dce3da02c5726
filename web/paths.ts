import type { Assurance, Language } from '../api/contract.ts'

type Query = Record<string, string | undefined>

const asked = (query: Query): string => {
  const parts = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return parts.length ? `?${new URLSearchParams(parts)}` : ''
}
const piece = encodeURIComponent

/** Filters of the list of liabilities, as they stand in its address. */
export interface LiabilityFilter {
  year?: string | undefined
  kind?: string | undefined
  state?: string | undefined
  /** Whose: a subject of the city's records, or `me`. */
  who?: string | undefined
}
/** Which part of the inbox is looked at, as it stands in its address; what is not there is as usual. */
export interface InboxAddress {
  view?: string | undefined
  role?: string | undefined
  agenda?: string | undefined
  assignee?: string | undefined
  q?: string | undefined
  sort?: string | undefined
}
/** What went wrong at signing in, as the API names it in the address. */
export const signInProblems = [
  'cancelled',
  'consent-refused',
  'level-too-low',
  'provider-down',
  'replayed',
  'wrong-nonce',
  'expired',
  'not-an-official',
  'too-many',
  'unavailable',
  'unknown',
] as const
export type SignInProblem = (typeof signInProblems)[number]

/** Every address of the portal: the only way to make one. Slugs are English in both languages. */
export const paths = {
  home: (l: Language) => `/${l}`,
  guides: (l: Language, query: { q?: string | undefined; category?: string | undefined } = {}) =>
    `/${l}/guides${asked(query)}`,
  guide: (l: Language, slug: string) => `/${l}/guides/${piece(slug)}`,
  contacts: (l: Language, query: { q?: string | undefined } = {}) => `/${l}/contacts${asked(query)}`,
  signIn: (l: Language, query: { return?: string | undefined; problem?: SignInProblem | undefined } = {}) =>
    `/${l}/signing-in${asked(query)}`,
  signedOut: (l: Language) => `/${l}/signed-out`,
  liabilities: (l: Language, filter: LiabilityFilter = {}) => `/${l}/liabilities${asked({ ...filter })}`,
  liability: (l: Language, id: string) => `/${l}/liabilities/${piece(id)}`,
  basket: (l: Language) => `/${l}/basket`,
  payment: (l: Language, caseId: string) => `/${l}/payments/${piece(caseId)}`,
  /** What the page fills in stands behind `#`, which no server hears. `amount` in haléře. */
  slip: (l: Language, filled?: { symbol: string; amount: number }) =>
    `/${l}/slip${filled ? `#vs=${piece(filled.symbol)}&amount=${filled.amount}` : ''}`,
  slipPayment: (l: Language, ticket: string) => `/${l}/slip/${piece(ticket)}`,
  reminder: (l: Language, ticket: string) => `/${l}/reminder/${piece(ticket)}`,
  stopReminders: (l: Language, ticket: string) => `/${l}/reminder/${piece(ticket)}/stop`,
  documents: (l: Language) => `/${l}/documents`,
  cases: (l: Language) => `/${l}/cases`,
  case: (l: Language, id: string) => `/${l}/cases/${piece(id)}`,
  start: (l: Language, agenda: string) => `/${l}/start/${piece(agenda)}`,
  startInstalments: (l: Language, debt: { number: string; for: string | null }) =>
    `/${l}/start/instalments${asked({ debt: debt.number, for: debt.for ?? undefined })}`,
  calendar: (l: Language) => `/${l}/calendar`,
  profile: (l: Language) => `/${l}/profile`,
  mandates: (l: Language) => `/${l}/mandates`,
  mandate: (l: Language, id: string) => `/${l}/mandates/${piece(id)}`,
  invitation: (l: Language) => `/${l}/invitation`,
  accessibility: (l: Language) => `/${l}/accessibility`,
  privacy: (l: Language) => `/${l}/privacy`,
  signInByCode: (l: Language) => `/${l}/signing-in/desk`,
  deskCode: (l: Language) => `/${l}/profile/desk-code`,
  desk: (l: Language) => `/${l}/office/desk`,
  deskPerson: (l: Language, person: string) => `/${l}/office/desk/${piece(person)}`,
  deskFile: (l: Language, person: string, agenda: string) => `/${l}/office/desk/${piece(person)}/file/${piece(agenda)}`,
  deskCase: (l: Language, person: string, id: string) => `/${l}/office/desk/${piece(person)}/cases/${piece(id)}`,
  inbox: (l: Language, address: InboxAddress = {}) => `/${l}/office${asked({ ...address })}`,
  /** `from` is the part of the inbox whose next task follows this one. */
  officials: (l: Language) => `/${l}/office/contacts`,
  newOfficial: (l: Language) => `/${l}/office/contacts/new`,
  official: (l: Language, id: string) => `/${l}/office/contacts/${piece(id)}`,
  statements: (l: Language) => `/${l}/office/money`,
  ledgerImports: (l: Language) => `/${l}/office/money/imports`,
  ledgerExports: (l: Language) => `/${l}/office/money/exports`,
  moneyDays: (l: Language) => `/${l}/office/money/days`,
  moneyMonth: (l: Language, month: string) => `/${l}/office/money/months/${piece(month)}`,
  statement: (l: Language, id: string) => `/${l}/office/money/statements/${piece(id)}`,
  moneyDay: (l: Language, day: string) => `/${l}/office/money/days/${piece(day)}`,
  task: (l: Language, id: string, from: InboxAddress = {}) => `/${l}/office/tasks/${piece(id)}${asked({ ...from })}`,
  officeMandates: (l: Language) => `/${l}/office/mandates`,
  officeMandate: (l: Language, id: string) => `/${l}/office/mandates/${piece(id)}`,
  absences: (l: Language) => `/${l}/office/absences`,
}

/** Addresses of the API that the browser itself opens: sign-in, files, pictures, live events. */
export const apiPaths = {
  /** `back` is where to return after signing in: an address of the portal; `assurance` the least one that is needed. */
  login: (back: string, assurance?: Assurance) => `/api/auth/login${asked({ return: back, assurance })}`,
  document: (id: string) => `/api/documents/${piece(id)}`,
  file: (id: string) => `/api/files/${piece(id)}`,
  /** The same to be shown within a page instead of kept as a file. */
  documentShown: (id: string) => `/api/documents/${piece(id)}?show=1`,
  qr: (liability: string) => `/api/liabilities/${piece(liability)}/qr.svg`,
  paymentDetails: (person: string) => `/api/desk/people/${piece(person)}/payment-details`,
  live: (caseId: string) => `/api/cases/${piece(caseId)}/live`,
  calendar: '/api/calendar.ics',
  moneyDayCsv: (day: string) => `/api/money/days/${piece(day)}/csv`,
  ledgerExport: (run: number, format: 'csv' | 'json') => `/api/money/exports/${run}/file${asked({ format })}`,
  payments: (days: { from: string; to: string }, format: 'csv' | 'json') =>
    `/api/money/payments/file${asked({ ...days, format })}`,
  changes: (since: string) => `/api/money/changes/file${asked({ since })}`,
  slipLive: (ticket: string) => `/api/slip/${piece(ticket)}/live`,
  slipReceipt: (ticket: string) => `/api/slip/${piece(ticket)}/receipt`,
  inboxLive: '/api/inbox/live',
}

/** The same page in another name: a subject's, or `me`. What was chosen on it for somebody else is left behind. */
export const actingAs = (subject: string, here: { pathname: string }): string =>
  `${here.pathname}${asked({ for: subject })}`

/** The same page in the other language: „/cs/basket?a=1“ → „/en/basket?a=1“. */
export const inLanguage = (l: Language, here: { pathname: string; search: string }): string =>
  `/${l}${here.pathname.replace(/^\/[^/]*/, '')}${here.search}`

/**
 * An address to return to, if it leads into the portal: a path of ours and of nobody else
 * (`//evil.example` and `/\evil.example` are other hosts to a browser).
 */
export const safeReturn = (address: string | null): string | null =>
  address && /^\/(cs|en)(\/|\?|$)/.test(address) && !/[\\\n\r\t]|\/\//.test(address.split('?')[0] ?? '')
    ? address
    : null
