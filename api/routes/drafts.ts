import Type from 'typebox'
import { sql } from 'kysely'
import { Draft, NewDraft } from '../contract.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { Refusal } from '../errors.ts'
import { ownerOf } from '../owner.ts'
import { route } from '../route.ts'

const params = { key: Type.String({ pattern: '^[a-zA-Z0-9_:.-]{1,150}$' }) }
/** Bytes of JSON. */
const most = 64 * 1024

export const drafts = [
  route({
    method: 'get',
    path: '/api/drafts/:key',
    summary: 'A half-filled form or the basket; 204 when there is none.',
    who: 'signed-in',
    quiet: true,
    params,
    answers: { 200: Draft, 204: null },
    async handle({ params: { key }, who }, { db }) {
      const draft = await db
        .selectFrom('draft')
        .select(columns)
        .where('owner', '=', ownerOf(who))
        .where('key', '=', key)
        .executeTakeFirst()
      return draft ? { status: 200, body: viewOf(draft) } : { status: 204 }
    },
  }),
  route({
    method: 'put',
    path: '/api/drafts/:key',
    summary: 'Saves what has been typed so far, unless another device was faster.',
    who: 'signed-in',
    params,
    body: NewDraft,
    answers: { 200: Draft },
    refuses: ['draft-conflict', 'too-large'],
    async handle({ params: { key }, body: { data, version }, who }, { db }) {
      if (Buffer.byteLength(JSON.stringify(data)) > most)
        throw new Refusal('too-large', { values: { limit: most / 1024 } })
      const draft = await (version === 0
        ? first(db, ownerOf(who), key, data)
        : next(db, ownerOf(who), key, data, version))
      if (!draft) throw new Refusal('draft-conflict')
      return { status: 200, body: viewOf(draft) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/drafts/:key',
    summary: 'Throws a draft away.',
    who: 'signed-in',
    params,
    answers: { 204: null },
    async handle({ params: { key }, who }, { db }) {
      await db.deleteFrom('draft').where('owner', '=', ownerOf(who)).where('key', '=', key).execute()
      return { status: 204 }
    },
  }),
]

const columns = ['key', 'data', 'version', 'updatedAt'] as const
const viewOf = (draft: { key: string; data: unknown; version: number; updatedAt: Date }): Draft => ({
  ...draft,
  updatedAt: draft.updatedAt.toISOString(),
})

const first = (db: Db, owner: string, key: string, data: unknown) =>
  db
    .insertInto('draft')
    .values({ owner, key, data: json(data) })
    .onConflict(oc => oc.doNothing())
    .returning(columns)
    .executeTakeFirst()

const next = (db: Db, owner: string, key: string, data: unknown, version: number) =>
  db
    .updateTable('draft')
    .set({ data: json(data), version: version + 1, updatedAt: sql<Date>`now()` })
    .where('owner', '=', owner)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
