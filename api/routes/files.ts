import Type from 'typebox'
import { audit } from '../audit.ts'
import { FileInfo, Uuid } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { fileTypes } from '../files/kinds.ts'
import { headersOf } from '../files/headers.ts'
import { readFile } from '../files/reading.ts'
import { fileFacts, keepFile, largestFile } from '../files/rows.ts'
import { ownerOf } from '../owner.ts'
import { route } from '../route.ts'
import { caseFor } from '../views/case-rows.ts'

const params = { id: Uuid }

export const files = [
  route({
    method: 'post',
    path: '/api/files',
    summary: 'Uploads a file to be sent with a form. It is kept for a week; then it must be part of a case.',
    who: 'signed-in',
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 1000 }) }, { additionalProperties: false }),
    takes: { types: fileTypes, bytes: largestFile },
    answers: { 201: FileInfo },
    refuses: ['file-empty', 'file-kind', 'file-broken', 'file-locked', 'files-too-many'],
    async handle({ who, query, rawBody, language }, { db }) {
      const { name, type } = await readFile(query.name, rawBody, language)
      return { status: 201, body: await keepFile(db, ownerOf(who), { name, type, bytes: rawBody }) }
    },
  }),
  route({
    method: 'get',
    path: '/api/files/:id',
    summary: 'A file: not sent yet for who uploaded it, afterwards for those who may see its case.',
    who: 'signed-in',
    params,
    answers: { 200: 'file' },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const { who } = ctx
      const { db } = deps
      const file = await db
        .selectFrom('file')
        .select(['owner', 'caseId', 'name', 'type', 'bytes'])
        .where('id', '=', ctx.params.id)
        .executeTakeFirst()
      if (!file || (file.caseId === null && file.owner !== ownerOf(who))) throw new Refusal('not-yours')
      if (file.caseId !== null) {
        const { personId } = await caseFor(deps, who, file.caseId)
        if (who.kind === 'official')
          await audit(db, ctx, {
            what: 'read file',
            caseId: file.caseId,
            forPerson: personId,
            details: { file: ctx.params.id },
          })
      }
      return { status: 200, headers: headersOf(file), body: Buffer.from(file.bytes) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/files/:id',
    summary: 'Takes back a file that has not been sent.',
    who: 'signed-in',
    params,
    answers: { 204: null },
    refuses: ['not-yours', 'file-sent'],
    async handle({ params: { id }, who }, { db }) {
      const owner = ownerOf(who)
      const { numDeletedRows } = await db
        .deleteFrom('file')
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('caseId', 'is', null)
        .executeTakeFirst()
      const sent = numDeletedRows === 0n && (await fileFacts(db, [owner], [id])).length > 0
      if (numDeletedRows === 0n) throw new Refusal(sent ? 'file-sent' : 'not-yours')
      return { status: 204 }
    },
  }),
]
