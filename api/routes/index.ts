import type { Route } from '../route.ts'
import { addresses } from './addresses.ts'
import { assisted } from './assisted.ts'
import { auth } from './auth.ts'
import { calendar } from './calendar.ts'
import { cases } from './cases.ts'
import { catalogue } from './catalogue.ts'
import { description } from './description.ts'
import { desk } from './desk.ts'
import { deskCodes } from './desk-codes.ts'
import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { files } from './files.ts'
import { health } from './health.ts'
import { inbox } from './inbox/index.ts'
import { liabilities } from './liabilities.ts'
import { live } from './live.ts'
import { mandates } from './mandates.ts'
import { mandatesOfOffice } from './office-mandates.ts'
import { money } from './money/index.ts'
import { officials } from './officials.ts'
import { passkeys } from './passkeys.ts'
import { profile } from './profile.ts'
import { reminders } from './reminders.ts'
import { session } from './session.ts'
import { slip } from './slip.ts'
import { webhooks } from './webhooks.ts'

const modules: Route[] = [
  ...catalogue,
  ...auth,
  ...session,
  ...profile,
  ...passkeys,
  ...deskCodes,
  ...liabilities,
  ...slip,
  ...reminders,
  ...calendar,
  ...cases,
  ...live,
  ...mandates,
  ...documents,
  ...drafts,
  ...files,
  ...officials,
  ...inbox,
  ...mandatesOfOffice,
  ...money,
  ...desk,
  ...assisted,
  ...addresses,
  ...webhooks,
  ...health,
]

/** Every route of the API: one line a module above. Router, description and the wrong-person test read this list. */
export const routes: readonly Route[] = [...modules, ...description(modules)]
