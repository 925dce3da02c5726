import { randomUUID } from 'node:crypto'
import type { Liabilities, MandateDetail, Mandates } from '../../../api/contract.ts'
import type { Visitor } from '../../visitor.ts'

export const mandatesOf = async (who: Visitor) => (await who.get<Mandates>('/api/mandates')).body.mandates
export const owedIn = async (who: Visitor, query = '') => (await who.get<Liabilities>(`/api/liabilities${query}`)).body
export const revoke = (who: Visitor, id: string, reason?: string) =>
  who.post<MandateDetail>(`/api/mandates/${id}/revoke`, { id: randomUUID(), ...(reason && { reason }) })

/** All that a mandate may allow, in every agenda. */
export const everything = [
  { agenda: '*', actions: ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const },
]
const year = new Date().getUTCFullYear()
export const nextYear = `${year + 1}-12-31`
export const bornYearsAgo = (years: number) => `${year - years}-01-01`
