import { sql } from 'kysely'
import { isEmail, isPhone } from '../../forms/formats.ts'
import { audit } from '../audit.ts'
import { storedLevel } from '../auth/level.ts'
import { Profile, ProfilePatch } from '../contract.ts'
import type { FieldProblem, Language, Words } from '../contract.ts'
import type { Db } from '../../db/database.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { addressLine } from '../views/address.ts'

export const profile = [
  route({
    method: 'get',
    path: '/api/profile',
    summary: 'What the portal knows of me, and by which means I sign in.',
    who: 'citizen',
    answers: { 200: Profile },
    handle: async ({ who }, { db }) => ({ status: 200, body: await profileOf(db, who.person.id) }),
  }),
  route({
    method: 'patch',
    path: '/api/profile',
    summary:
      'Changes my contacts, my language or how I am reminded. Name, birth date and address come from the means of identification alone.',
    who: 'citizen',
    body: ProfilePatch,
    answers: { 200: Profile },
    async handle(ctx, { db }) {
      const { reminders, ...changes } = judged(ctx.body, ctx.language)
      const id = ctx.who.person.id
      if (Object.keys(ctx.body).length > 0)
        await db.transaction().execute(async tx => {
          if (Object.keys(changes).length > 0)
            await tx
              .updateTable('person')
              .set({ ...changes, updatedAt: sql<Date>`now()` })
              .where('id', '=', id)
              .execute()
          if (reminders)
            await tx
              .insertInto('reminder_choice')
              .values({ personId: id, ...reminders })
              .onConflict(oc => oc.column('personId').doUpdateSet({ ...reminders, changedAt: sql<Date>`now()` }))
              .execute()
          await audit(tx, ctx, { what: 'changed profile', details: { fields: Object.keys(ctx.body) } })
        })
      return { status: 200, body: await profileOf(db, id) }
    },
  }),
]

/** Contacts as they are stored: without spaces around and inside, a phone with its country. Throws Refusal `invalid`. */
function judged({ email, phone, language: spoken, reminders }: ProfilePatch, language: Language): ProfilePatch {
  const problems: FieldProblem[] = []
  const mail = email?.trim() || null
  const number = phone?.replace(/[\s()-]/g, '').replace(/^00/, '+') || null
  const full = number !== null && /^\d{9}$/.test(number) ? `+420${number}` : number
  if (mail !== null && !isEmail(mail)) problems.push({ path: '/email', rule: 'email', message: wrongEmail[language] })
  if (full !== null && !isPhone(full)) problems.push({ path: '/phone', rule: 'phone', message: wrongPhone[language] })
  if (problems.length > 0) throw new Refusal('invalid', { problems })
  return {
    ...(email !== undefined && { email: mail }),
    ...(phone !== undefined && { phone: full }),
    ...(spoken !== undefined && { language: spoken }),
    ...(reminders !== undefined && { reminders }),
  }
}

const wrongEmail: Words = {
  cs: 'Zadejte e-mail ve tvaru jmeno@priklad.cz, bez mezer a diakritiky.',
  en: 'Enter an e-mail address like name@example.com, without spaces or accents.',
}
const wrongPhone: Words = {
  cs: 'Zadejte telefon s devíti číslicemi, nebo s předvolbou země, třeba +420 601 123 456.',
  en: 'Enter a phone number of nine digits, or with the country code, for example +420 601 123 456.',
}

/** What the portal knows of a person, as they see it themselves. */
export async function profileOf(db: Db, id: string): Promise<Profile> {
  const [person, identities, request, reminders] = await Promise.all([
    db
      .selectFrom('person')
      .select([
        'givenName',
        'familyName',
        'birthDate',
        'address',
        'email',
        'phone',
        'language',
        'subjectId',
        'pairedAt',
      ])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('identity')
      .select(['means', 'assurance', 'lastAt'])
      .where('personId', '=', id)
      .orderBy('lastAt', 'desc')
      .execute(),
    db
      .selectFrom('case')
      .select('id')
      .where('personId', '=', id)
      .where('agenda', '=', 'account-pairing')
      .where('state', '<>', 'closed')
      .orderBy('filedAt', 'desc')
      .executeTakeFirst(),
    db.selectFrom('reminder_choice').select(['email', 'portal']).where('personId', '=', id).executeTakeFirst(),
  ])
  return {
    name: `${person.givenName} ${person.familyName}`,
    birthDate: person.birthDate,
    address: person.address && addressLine(person.address),
    email: person.email,
    phone: person.phone,
    language: person.language === 'en' ? 'en' : 'cs',
    paired: person.subjectId !== null,
    pairedAt: person.pairedAt?.toISOString() ?? null,
    pairingCase: request?.id ?? null,
    reminders: reminders ?? { email: false, portal: true },
    identities: identities.map(({ means, assurance, lastAt }) => ({
      means,
      assurance: storedLevel(assurance),
      lastAt: lastAt.toISOString(),
    })),
  }
}
