import { houseAccount } from '../../db/house.ts'
import type { OrderRequest } from '../records.ts'
import { slipUrl } from './slip-ticket.ts'

/** The page to which the gateway leads the payer back: of their payment, or of the slip that was paid without signing in. */
export const wayBack = (
  deps: { portalUrl: string; caseKey: Buffer },
  { caseId, language, personId }: OrderRequest,
): string =>
  personId === houseAccount ? slipUrl(deps, language, caseId) : `${deps.portalUrl}/${language}/payments/${caseId}`
