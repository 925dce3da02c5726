import Type from 'typebox'
import { pairAccount } from '../../activities/people.ts'
import { audit } from '../audit.ts'
import { citizenCaller } from '../auth/session.ts'
import {
  DeskAccounts,
  DeskCodeIssued,
  DeskJoin,
  DeskPairing,
  DeskPerson,
  DeskQuery,
  DeskState,
  NewDeskCheck,
  NewDeskPerson,
  SubjectList,
} from '../contract.ts'
import type { Deps } from '../deps.ts'
import { accountsOf, deskPerson } from '../desk/accounts.ts'
import { examine } from '../desk/examining.ts'
import { filedAtDesk } from '../desk/filing.ts'
import { askAgain, check, found } from '../desk/founding.ts'
import { joinAccounts } from '../desk/joining.ts'
import { leave, presentTo, requirePresent } from '../desk/presence.ts'
import { printCode } from '../desk/printing.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { findSubjects } from '../views/subjects.ts'

const Search = Type.Object({ query: Type.String({ minLength: 2, maxLength: 100 }) }, { additionalProperties: false })
const personId = { id: Type.String({ format: 'uuid' }) }
/** Officials with the duty of the desk; they see the person who stands before them and nobody else. */
const who = { role: 'desk' } as const

export const desk = [
  route({
    method: 'get',
    path: '/api/desk',
    summary: 'Whom I have at the desk now, and what may be filed there.',
    who,
    answers: { 200: DeskState },
    async handle(ctx, deps) {
      const present = await presentTo(deps, ctx)
      return {
        status: 200,
        body: {
          present: present && (await deskPerson(deps.db, present, deps.now())),
          agendas: filedAtDesk(deps).map(({ id, title }) => ({ id, title })),
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/find',
    summary: 'Accounts of exactly this name and birth date. Every look is in the audit.',
    who,
    body: DeskQuery,
    limit: 'look-up',
    answers: { 200: DeskAccounts },
    async handle(ctx, { db }) {
      const accounts = await accountsOf(db, ctx.body)
      await audit(db, ctx, { what: 'looked for a person', details: { found: accounts.map(({ id }) => id) } })
      return { status: 200, body: { accounts } }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people',
    summary: 'Founds an account for a person whose identity document I have checked; they are at my desk from now on.',
    who,
    body: NewDeskPerson,
    answers: { 201: DeskPerson },
    refuses: ['account-exists', 'person-dead', 'too-young'],
    async handle(ctx, deps) {
      examine(deps, ctx.body, ctx.language)
      const made = await found(deps, ctx, ctx.body)
      return { status: 201, body: await deskPerson(deps.db, made, deps.now()) }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/check',
    summary: 'Checks the identity document of a person who has an account; they are at my desk from now on.',
    who,
    params: personId,
    body: NewDeskCheck,
    answers: { 200: DeskPerson },
    refuses: ['not-yours', 'person-dead', 'too-young', 'own-matter'],
    async handle(ctx, deps) {
      const { person } = await known(deps, ctx.params.id)
      const { id, givenName, familyName, birthDate } = person
      examine(deps, { document: ctx.body.document, birthDate }, ctx.language)
      const query = { id, givenName, familyName, birthDate: birthDate ?? '' }
      const made = await check(deps, ctx, query, ctx.body.document)
      return { status: 200, body: await deskPerson(deps.db, made, deps.now()) }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/register',
    summary: 'Asks the register of inhabitants once more about the person at my desk.',
    who,
    params: personId,
    answers: { 200: DeskPerson },
    refuses: ['not-present', 'person-dead'],
    async handle(ctx, deps) {
      const present = await requirePresent(deps, ctx, ctx.params.id)
      const { givenName, familyName, birthDate } = (await known(deps, ctx.params.id)).person
      const asked = await askAgain(deps, ctx, present, { givenName, familyName, birthDate: birthDate ?? '' })
      return { status: 200, body: await deskPerson(deps.db, asked, deps.now()) }
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/people/:id/subjects',
    summary: 'Subjects of the ledger for pairing the account of the person at my desk.',
    who,
    params: personId,
    query: Search,
    limit: 'look-up',
    answers: { 200: SubjectList },
    refuses: ['not-present'],
    async handle(ctx, deps) {
      await requirePresent(deps, ctx, ctx.params.id)
      return { status: 200, body: { subjects: await findSubjects(deps.db, ctx.query.query) } }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/pair',
    summary: 'Pairs the account of the person at my desk with their subject of the ledger.',
    who,
    params: personId,
    body: DeskPairing,
    answers: { 200: DeskPerson },
    refuses: ['not-present', 'not-yours', 'subject-taken'],
    async handle(ctx, deps) {
      const present = await requirePresent(deps, ctx, ctx.params.id)
      const done = await pairAccount(deps.db, { person: ctx.params.id, subject: ctx.body.subject })
      if (done === 'unknown') throw new Refusal('not-yours')
      if (done === 'taken') throw new Refusal('subject-taken')
      await audit(deps.db, ctx, {
        what: 'paired with ledger',
        forPerson: ctx.params.id,
        details: { by: 'desk', subject: ctx.body.subject, check: present.id },
      })
      return { status: 200, body: await deskPerson(deps.db, present, deps.now()) }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/join',
    summary: 'Makes one account of two of the person at my desk; the other one must own nothing.',
    who,
    params: personId,
    body: DeskJoin,
    answers: { 200: DeskPerson },
    refuses: ['not-present', 'not-yours', 'two-accounts'],
    async handle(ctx, deps) {
      const present = await requirePresent(deps, ctx, ctx.params.id)
      const { others } = await deskPerson(deps.db, present, deps.now())
      if (!others.some(({ id }) => id === ctx.body.account)) throw new Refusal('not-yours')
      await deps.db.transaction().execute(async tx => {
        await joinAccounts(tx, ctx.body.account, ctx.params.id)
        await audit(tx, ctx, {
          what: 'joined accounts',
          forPerson: ctx.params.id,
          details: { from: ctx.body.account, check: present.id },
        })
      })
      return { status: 200, body: await deskPerson(deps.db, present, deps.now()) }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/code',
    summary:
      'Prints a one-time code for the person at my desk; the one before it is void. It is told in this answer alone.',
    who,
    params: personId,
    answers: { 201: DeskCodeIssued },
    refuses: ['not-present'],
    async handle(ctx, deps) {
      const present = await requirePresent(deps, ctx, ctx.params.id)
      const { code, validUntil, pdf } = await printCode(deps, ctx, present, ctx.language)
      const person = await deskPerson(deps.db, present, deps.now())
      const body = { code, validUntil: validUntil.toISOString(), pdf: pdf.toString('base64'), person }
      return { status: 201, body }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/leave',
    summary: 'The person leaves my desk: from now on I see nothing of theirs.',
    who,
    params: personId,
    answers: { 204: null },
    refuses: ['not-present'],
    async handle(ctx, deps) {
      await requirePresent(deps, ctx, ctx.params.id)
      await deps.db.transaction().execute(async tx => {
        await leave(tx, ctx.who.official.id, deps.now())
        await audit(tx, ctx, { what: 'person left the desk', forPerson: ctx.params.id })
      })
      return { status: 204 }
    },
  }),
]

async function known({ db }: Deps, id: string) {
  const caller = await citizenCaller(db, id)
  if (!caller) throw new Refusal('not-yours')
  return caller
}
