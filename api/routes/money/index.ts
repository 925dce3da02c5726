import { days } from './days.ts'
import { exports } from './exports.ts'
import { imports } from './imports.ts'
import { months } from './months.ts'
import { statements } from './statements.ts'
import { unidentified } from './unidentified.ts'

/** The city's money, for those who keep it. */
export const money = [...statements, ...unidentified, ...imports, ...exports, ...months, ...days]
