import Type from 'typebox'
import {
  ImportedStatements,
  StatementDetail,
  StatementQuery,
  Statements,
  StatementsQuery,
  Uuid,
} from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { takeOver } from '../../money/importing.ts'
import { linePage } from '../../money/lines.ts'
import { ordersToMake } from '../../money/orders.ts'
import { statementPage, statementSummary } from '../../money/statements.ts'
import { route } from '../../route.ts'

/** Who keeps the city's money. */
const who = { role: 'treasurer' } as const
const megabyte = 1024 * 1024
const page = { statements: 50, lines: 100 }

export const statements = [
  route({
    method: 'get',
    path: '/api/money/statements',
    summary:
      'Bank statements that were taken over, with what became of their money, and returns to be made in the bank.',
    who,
    query: StatementsQuery,
    answers: { 200: Statements },
    async handle({ query }, { db }) {
      const after = Number(query.after ?? 0)
      const [found, back] = await Promise.all([statementPage(db, after, page.statements + 1), ordersToMake(db)])
      const more = found.length > page.statements
      const body = {
        statements: found.slice(0, page.statements),
        next: more ? after + page.statements : null,
        returns: back,
      }
      return { status: 200, body }
    },
  }),
  route({
    method: 'post',
    path: '/api/money/statements',
    summary:
      'Takes over a file of bank statements (camt.053 or GPC): all of it or nothing. One known already changes nothing.',
    who,
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    takes: { types: ['application/xml', 'text/xml', 'text/plain', 'application/octet-stream'], bytes: 32 * megabyte },
    answers: { 200: ImportedStatements },
    refuses: ['statement-broken', 'statement-differs'],
    async handle(ctx, deps) {
      const taken = await takeOver(deps, ctx, ctx.who.official.id, { name: ctx.query.name, bytes: ctx.rawBody })
      const shown = await Promise.all(
        taken.map(async ({ id, already }) => {
          const summary = await statementSummary(deps.db, id)
          return summary ? [{ ...summary, already }] : []
        }),
      )
      return { status: 200, body: { statements: shown.flat() } }
    },
  }),
  route({
    method: 'get',
    path: '/api/money/statements/:id',
    summary: 'One bank statement: what became of each of its lines.',
    who,
    params: { id: Uuid },
    query: StatementQuery,
    answers: { 200: StatementDetail },
    refuses: ['not-yours'],
    async handle({ params, query }, { db }) {
      const summary = await statementSummary(db, params.id)
      if (!summary) throw new Refusal('not-yours')
      const some = { state: query.state, after: Number(query.after ?? 0), size: page.lines + 1 }
      const found = await linePage(db, params.id, some)
      const shown = found.slice(0, page.lines)
      return {
        status: 200,
        body: { ...summary, shown, next: found.length > page.lines ? (shown.at(-1)?.position ?? null) : null },
      }
    },
  }),
]
