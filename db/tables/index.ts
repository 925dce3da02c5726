import type { InferKyselyDB } from '@mikro-orm/postgresql'
import type * as bank from './bank.ts'
import type * as cases from './cases.ts'
import type * as days from './days.ts'
import type * as desk from './desk.ts'
import type * as instalments from './instalments.ts'
import type * as mandates from './mandates.ts'
import type * as money from './money.ts'
import type * as office from './office.ts'
import type * as people from './people.ts'
import type * as reminders from './reminders.ts'
import type * as slips from './slips.ts'
import type * as statements from './statements.ts'

type OneOf<Room> = Room[keyof Room]

/** Every table by its name, each column by its name in code. Types alone: a program that asks and writes needs no entity at run time. */
export type Tables = InferKyselyDB<
  | OneOf<typeof bank>
  | OneOf<typeof cases>
  | OneOf<typeof days>
  | OneOf<typeof desk>
  | OneOf<typeof instalments>
  | OneOf<typeof mandates>
  | OneOf<typeof money>
  | OneOf<typeof office>
  | OneOf<typeof people>
  | OneOf<typeof reminders>
  | OneOf<typeof slips>
  | OneOf<typeof statements>,
  { tableNamingStrategy: 'table'; columnNamingStrategy: 'property' }
>
