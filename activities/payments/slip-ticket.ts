import { ticketOf } from '../tickets.ts'

/** The agenda in which a debt is paid by its slip, without signing in. */
export const slipAgenda = 'slip-payment'

/** The page of a slip's payment, for whoever pays it: its ticket sees that payment, and nothing else. */
export const slipUrl = (
  { portalUrl, caseKey }: { portalUrl: string; caseKey: Buffer },
  language: 'cs' | 'en',
  caseId: string,
): string => `${portalUrl}/${language}/slip/${ticketOf(caseKey, 'slip', caseId)}`
