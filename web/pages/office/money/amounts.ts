import type { Language } from '../../../../api/contract.ts'
import { money } from '../../../format.ts'

/** Haléře with a true minus for what has left the account. */
export const signed = (amount: number, l: Language): string => (amount < 0 ? `−${money(-amount, l)}` : money(amount, l))
