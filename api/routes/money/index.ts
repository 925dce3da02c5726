import { days } from './days.ts'
import { imports } from './imports.ts'
import { statements } from './statements.ts'
import { unidentified } from './unidentified.ts'

/** The city's money, for those who keep it. */
export const money = [...statements, ...unidentified, ...imports, ...days]
