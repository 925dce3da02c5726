import { sql } from 'kysely'
import Type from 'typebox'
import { Documents, Uuid } from '../contract.ts'
import { audit } from '../audit.ts'
import { reachOf, unseenBecause } from '../acting.ts'
import type { CitizenCaller } from '../auth/session.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { inOwnFrame } from '../files/headers.ts'
import { reachesCase } from '../inbox/reach.ts'
import { route } from '../route.ts'
import type { Caller } from '../route.ts'
import { documentWords } from '../views/case.ts'
import { receivesAs } from '../views/eyes.ts'

const Shown = Type.Object(
  { show: Type.Optional(Type.Literal('1', { description: 'To be shown in the page, not kept as a file.' })) },
  { additionalProperties: false },
)

export const documents = [
  route({
    method: 'get',
    path: '/api/documents',
    summary: 'Documents the city has issued to me and to those I receive for: receipts and decisions, newest first.',
    who: 'citizen',
    answers: { 200: Documents },
    handle: async ({ who }, deps) => ({ status: 200, body: { documents: await documentsOf(deps, who) } }),
  }),
  route({
    method: 'get',
    path: '/api/documents/:id',
    summary:
      'A document as PDF, for the one it was issued to, who receives for them, and the officials who work on its case.',
    who: 'signed-in',
    params: { id: Uuid },
    query: Shown,
    answers: { 200: 'pdf' },
    refuses: ['not-yours', 'mandate-ended', 'mandate-suspended', 'document-not-ready'],
    async handle(ctx, deps) {
      const { db } = deps
      const document = await db
        .selectFrom('document as d')
        .innerJoin('case as c', 'c.id', 'd.caseId')
        .select(['d.number', 'd.kind', 'd.caseId', 'd.state', 'd.bytes', 'c.personId', 'c.subjectId', 'c.agenda'])
        .where('d.id', '=', ctx.params.id)
        .executeTakeFirst()
      if (!document) throw new Refusal('not-yours')
      await mayRead(deps, ctx.who, document)
      if (document.state !== 'ready' || !document.bytes) throw new Refusal('document-not-ready')
      if (ctx.who.kind === 'official')
        await audit(db, ctx, { what: 'read document', caseId: document.caseId, forPerson: document.personId })
      const name = `${document.kind}-${document.number}`.replace(/[^\w.-]+/g, '-')
      const headers = {
        'Content-Disposition': `${ctx.query.show === undefined ? 'attachment' : 'inline'}; filename="${name}.pdf"`,
        ...(ctx.query.show !== undefined && inOwnFrame()),
        'Cache-Control': 'private, no-store',
      }
      return { status: 200, headers, body: Buffer.from(document.bytes) }
    },
  }),
]

/** Documents of the cases a person sees, as far as they are theirs to receive. */
async function documentsOf(deps: Deps, who: CitizenCaller): Promise<Documents['documents']> {
  const { db } = deps
  const reach = await reachOf(deps, who)
  const principals = [
    ...reach.held.map(({ principal }) => principal),
    ...(reach.subject === null ? [] : [reach.subject]),
  ]
  const rows = await db
    .selectFrom('document as d')
    .innerJoin('case as c', 'c.id', 'd.caseId')
    .leftJoin('subject as s', 's.id', 'c.subjectId')
    .select(['d.id', 'd.kind', 'd.number', 'd.state', 'd.caseId', 'd.createdAt'])
    .select(['c.personId', 'c.subjectId', 'c.agenda', 's.name as principal'])
    .select(eb =>
      eb
        .selectFrom('payment_order as o')
        .select(sql<number | null>`sum(o.amount)::float8`.as('sum'))
        .whereRef('o.caseId', '=', 'd.caseId')
        .where('o.state', 'in', ['paid', 'posted'])
        .as('amount'),
    )
    .where(eb =>
      eb.or([
        eb('d.personId', '=', who.person.id),
        ...(principals.length === 0
          ? []
          : [
              // written out: the mapper of names would take the inner column for one of the answer
              eb('d.caseId', 'in', sql<string>`(select id from "case" where subject_id in (${sql.join(principals)}))`),
            ]),
      ]),
    )
    .orderBy('d.createdAt', 'desc')
    .limit(500)
    .execute()
  return rows
    .filter(row => receivesAs(reach, row, row.kind))
    .map(({ id, kind, number, state, caseId, createdAt, amount, subjectId, principal }) => ({
      id,
      kind,
      title: documentWords(kind),
      number,
      at: createdAt.toISOString(),
      ready: state === 'ready',
      case: caseId,
      amount: kind === 'receipt' ? amount : null,
      for: subjectId === null || principal === null ? null : { subject: subjectId, name: principal },
    }))
}

type Held = { personId: string; subjectId: string | null; agenda: string; caseId: string; kind: string }

/** Throws Refusal `not-yours`; `mandate-ended` or `mandate-suspended` to whoever got it once as an agent. */
async function mayRead(deps: Deps, who: Caller, document: Held): Promise<void> {
  if (who.kind === 'citizen') {
    const reach = await reachOf(deps, who)
    if (receivesAs(reach, document, document.kind)) return
    const { subjectId } = document
    throw new Refusal(
      subjectId === null ? 'not-yours' : await unseenBecause(deps.db, who.person.id, subjectId, reach.day),
    )
  }
  if (!(await reachesCase(deps.db, who.official, document.caseId))) throw new Refusal('not-yours')
}
