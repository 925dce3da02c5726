import Type from 'typebox'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { Form } from '../../forms/form.ts'
import { audit } from '../audit.ts'
import { Leaving, NewOfficial, OfficialChange, OfficialRecord, OfficialRecords, OfficialVersion } from '../contract.ts'
import type { FormDefinition } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { headersOf } from '../files/headers.ts'
import { judged } from '../judging.ts'
import { addOfficial, changeOfficial, inTurn, officialAt } from '../officials/changing.ts'
import { newOfficialForm, officialForm } from '../officials/form.ts'
import { leave, stay } from '../officials/leaving.ts'
import { largestPhoto, photoTypeOf, photoTypes } from '../officials/photo.ts'
import { recordOf, recordsOf } from '../officials/records.ts'
import { route } from '../route.ts'

const params = { id: Type.String({ pattern: '^[a-z0-9-]{1,100}$' }) }
/** Who keeps the contacts. */
const who = { role: 'admin' } as const

const definition = ({ schema, layout }: Form): FormDefinition => ({ schema, layout: { ...layout } })

/** Makes a change in one transaction; the answer, and whoever asks this process next, sees it. */
async function changing({ db, officials: directory }: Deps, change: (tx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(change)
  directory.forget()
}

export const officials = [
  route({
    method: 'get',
    path: '/api/officials',
    summary: 'All officials, also those who left, and the forms by which they are kept.',
    who,
    answers: { 200: OfficialRecords },
    async handle(_, deps) {
      return {
        status: 200,
        body: {
          officials: await recordsOf(deps),
          form: definition(officialForm(deps.city)),
          newForm: definition(newOfficialForm(deps.city)),
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/officials',
    summary: 'Adds an official.',
    who,
    body: NewOfficial,
    answers: { 201: OfficialRecord },
    refuses: ['official-exists'],
    async handle(ctx, deps) {
      const { id, ...data } = await judged(deps, ctx.who, newOfficialForm(deps.city), ctx.body.data, ctx.language)
      await changing(deps, tx => addOfficial(tx, ctx, id, data))
      return { status: 201, body: await recordOf(deps, id) }
    },
  }),
  route({
    method: 'put',
    path: '/api/officials/:id',
    summary: 'Changes an official, unless somebody else was faster.',
    who,
    params,
    body: OfficialChange,
    answers: { 200: OfficialRecord },
    refuses: ['not-yours', 'official-changed', 'last-admin'],
    async handle(ctx, deps) {
      const { params: at, body } = ctx
      const data = await judged(deps, ctx.who, officialForm(deps.city), body.data, ctx.language)
      await changing(deps, tx => changeOfficial(tx, ctx, at.id, body.version, data))
      return { status: 200, body: await recordOf(deps, at.id) }
    },
  }),
  route({
    method: 'post',
    path: '/api/officials/:id/leave',
    summary:
      'Says from which day an official is no longer with the office, and who takes over everything that leads to them.',
    who,
    params,
    body: Leaving,
    answers: { 200: OfficialRecord },
    refuses: ['not-yours', 'official-changed', 'no-successor', 'last-admin'],
    async handle(ctx, deps) {
      const { params: at, body } = ctx
      await changing(deps, tx => leave(tx, ctx, { id: at.id, ...body, today: today(deps.now()) }))
      return { status: 200, body: await recordOf(deps, at.id) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/officials/:id/leave',
    summary: 'Takes a departure back.',
    who,
    params,
    body: OfficialVersion,
    answers: { 200: OfficialRecord },
    refuses: ['not-yours', 'official-changed'],
    async handle(ctx, deps) {
      await changing(deps, tx => stay(tx, ctx, ctx.params.id, ctx.body.version))
      return { status: 200, body: await recordOf(deps, ctx.params.id) }
    },
  }),
  route({
    method: 'get',
    path: '/api/officials/:id/photo',
    summary: 'The picture of somebody at the office.',
    who: 'anyone',
    quiet: true,
    params,
    query: Type.Object({ of: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: false }),
    answers: { 200: 'file' },
    refuses: ['not-yours'],
    async handle({ params: { id } }, { db }) {
      const row = await db
        .selectFrom('official')
        .select(['photo', 'photoType'])
        .where('id', '=', id)
        .where('active', '=', true)
        .executeTakeFirst()
      if (!row?.photo || row.photoType === null) throw new Refusal('not-yours')
      const headers = {
        ...headersOf({ name: `${id}.${row.photoType.split('/')[1] ?? ''}`, type: row.photoType }),
        // each picture has an address of its own, but who has left must not be shown for long
        'Cache-Control': 'public, max-age=3600',
      }
      return { status: 200, headers, body: Buffer.from(row.photo) }
    },
  }),
  route({
    method: 'post',
    path: '/api/officials/:id/photo',
    summary: 'Sets the picture of an official: JPEG or PNG, shown as it is.',
    who,
    params,
    query: OfficialVersion,
    takes: { types: photoTypes, bytes: largestPhoto },
    answers: { 200: OfficialRecord },
    refuses: ['not-yours', 'official-changed', 'photo-kind', 'photo-size'],
    async handle(ctx, deps) {
      const photo = { photo: ctx.rawBody, photoType: await photoTypeOf(ctx.rawBody) }
      const { id } = ctx.params
      await changing(deps, async tx => {
        await inTurn(tx)
        await officialAt(tx, id, ctx.query.version)
        await tx.updateTable('official').set(photo).where('id', '=', id).execute()
        await audit(tx, ctx, {
          what: 'changed photo of official',
          details: { official: id, bytes: photo.photo.length },
        })
      })
      return { status: 200, body: await recordOf(deps, id) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/officials/:id/photo',
    summary: 'Takes the picture of an official away.',
    who,
    params,
    body: OfficialVersion,
    answers: { 200: OfficialRecord },
    refuses: ['not-yours', 'official-changed'],
    async handle(ctx, deps) {
      const { id } = ctx.params
      await changing(deps, async tx => {
        await inTurn(tx)
        await officialAt(tx, id, ctx.body.version)
        await tx.updateTable('official').set({ photo: null, photoType: null }).where('id', '=', id).execute()
        await audit(tx, ctx, { what: 'removed photo of official', details: { official: id } })
      })
      return { status: 200, body: await recordOf(deps, id) }
    },
  }),
]
