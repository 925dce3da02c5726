import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays } from '../../city/calendar.ts'
import { deskConfirmation } from '../../activities/documents/desk-confirmation.ts'
import { pdfOf } from '../../activities/documents/pdf.ts'
import { endOf } from '../../workflows/deadline.ts'
import { today } from '../../forms/day.ts'
import { audit, type Acting } from '../audit.ts'
import type { OfficialCaller } from '../auth/session.ts'
import type { Deps } from '../deps.ts'
import { newCode, sealer } from './codes.ts'
import { deskRule } from './examining.ts'
import type { Check } from './presence.ts'

/**
 * Makes a one-time code for the person at the desk and the confirmation it is printed on. The code leaves the house in this answer
 * alone; the one before it is void.
 */
export async function printCode(
  deps: Deps,
  acting: Acting & { who: OfficialCaller },
  check: Check,
  language: 'cs' | 'en',
): Promise<{ code: string; validUntil: Date; pdf: Buffer }> {
  const { db, city, settings, now } = deps
  const code = newCode()
  const id = randomUUID()
  // its last day counts whole, to the last minute: a midnight would be read as the day after
  const lastDay = addDays(today(now()), deskRule(deps).codeDays)
  const validUntil = new Date(Date.parse(endOf(lastDay)) - 60_000)
  const person = await db.transaction().execute(async tx => {
    // one living code a person: two desks at once take turns here
    const row = await tx
      .selectFrom('person')
      .select(['givenName', 'familyName', 'birthDate'])
      .where('id', '=', check.personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('desk_code')
      .set({ voidAt: sql<Date>`greatest(created_at, ${now()}::timestamptz)` })
      .where('personId', '=', check.personId)
      .where('usedAt', 'is', null)
      .where('voidAt', 'is', null)
      .execute()
    await tx
      .insertInto('desk_code')
      .values({
        id,
        personId: check.personId,
        checkId: check.id,
        hash: sealer(settings.caseKey).code(code),
        officialId: acting.who.official.id,
        createdAt: now(),
        expiresAt: validUntil,
      })
      .execute()
    await audit(tx, acting, {
      what: 'printed desk code',
      forPerson: check.personId,
      details: { code: id, check: check.id, document: check.document.kind },
    })
    return row
  })
  const pdf = await pdfOf(
    deskConfirmation(
      city,
      {
        name: `${person.givenName} ${person.familyName}`,
        birthDate: person.birthDate,
        document: check.document,
        register: check.register,
        official: acting.who.official.name,
        at: now().toISOString(),
        code,
        validUntil: validUntil.toISOString(),
        portal: settings.portalUrl,
      },
      language,
    ),
  )
  return { code, validUntil, pdf }
}
