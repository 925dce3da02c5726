import { sql } from 'kysely'
import { Documents, Uuid } from '../contract.ts'
import { audit } from '../audit.ts'
import type { Db } from '../../db/database.ts'
import { Refusal } from '../errors.ts'
import { reachesCase } from '../inbox/reach.ts'
import { route } from '../route.ts'
import type { Caller } from '../route.ts'
import { documentWords } from '../views/case.ts'

export const documents = [
  route({
    method: 'get',
    path: '/api/documents',
    summary: 'Documents the city has issued to me: receipts and decisions, newest first.',
    who: 'citizen',
    answers: { 200: Documents },
    handle: async ({ who }, { db }) => ({ status: 200, body: { documents: await documentsOf(db, who.person.id) } }),
  }),
  route({
    method: 'get',
    path: '/api/documents/:id',
    summary: 'A document as PDF, for the one it was issued to and the officials who work on its case.',
    who: 'signed-in',
    params: { id: Uuid },
    answers: { 200: 'pdf' },
    refuses: ['not-yours', 'document-not-ready'],
    async handle(ctx, { db }) {
      const document = await db
        .selectFrom('document')
        .select(['number', 'kind', 'caseId', 'personId', 'state', 'bytes'])
        .where('id', '=', ctx.params.id)
        .executeTakeFirst()
      if (!document || !(await mayRead(db, ctx.who, document))) throw new Refusal('not-yours')
      if (document.state !== 'ready' || !document.bytes) throw new Refusal('document-not-ready')
      if (ctx.who.kind === 'official')
        await audit(db, ctx, { what: 'read document', caseId: document.caseId, forPerson: document.personId })
      const name = `${document.kind}-${document.number}`.replace(/[^\w.-]+/g, '-')
      const headers = {
        'Content-Disposition': `attachment; filename="${name}.pdf"`,
        'Cache-Control': 'private, no-store',
      }
      return { status: 200, headers, body: Buffer.from(document.bytes) }
    },
  }),
]

async function documentsOf(db: Db, personId: string): Promise<Documents['documents']> {
  const rows = await db
    .selectFrom('document as d')
    .select(['d.id', 'd.kind', 'd.number', 'd.state', 'd.caseId', 'd.createdAt'])
    .select(eb =>
      eb
        .selectFrom('payment_order as o')
        .select(sql<number | null>`sum(o.amount)::float8`.as('sum'))
        .whereRef('o.caseId', '=', 'd.caseId')
        .where('o.state', 'in', ['paid', 'posted'])
        .as('amount'),
    )
    .where('d.personId', '=', personId)
    .orderBy('d.createdAt', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ id, kind, number, state, caseId, createdAt, amount }) => ({
    id,
    kind,
    title: documentWords(kind),
    number,
    at: createdAt.toISOString(),
    ready: state === 'ready',
    case: caseId,
    amount: kind === 'receipt' ? amount : null,
  }))
}

async function mayRead(db: Db, who: Caller, document: { personId: string; caseId: string }): Promise<boolean> {
  if (who.kind === 'citizen') return document.personId === who.person.id
  return reachesCase(db, who.official, document.caseId)
}
