import type { Liability } from '../../../api/contract.ts'
import type { liabilitiesWords } from '../../words/liabilities.ts'

type Key = keyof typeof liabilitiesWords

/** How the kinds of liabilities (druhy závazků) are called. */
export const kindKeys = {
  waste: 'waste',
  dog: 'dog',
  fine: 'fine',
  'specified-amount': 'specifiedAmount',
  sewerage: 'sewerage',
  'flat-rent': 'flatRent',
  'premises-rent': 'premisesRent',
} as const satisfies Record<Liability['kind'], Key>

export const stateKeys = {
  open: 'stateOpen',
  overdue: 'stateOverdue',
  enforcement: 'stateEnforcement',
  settled: 'stateSettled',
  cancelled: 'stateCancelled',
} as const satisfies Record<Liability['state'], Key>

/** How accessories (příslušenství) are called; the ledger may send kinds that are not listed here. */
export const accessoryKeys = {
  interest: 'interest',
  increase: 'increase',
  penalty: 'penalty',
  costs: 'costs',
} as const satisfies Record<string, Key>

/** Whether a value from outside is a key of one of the tables above. */
export const isKeyOf = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key)
