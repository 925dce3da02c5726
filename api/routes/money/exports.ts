import Type from 'typebox'
import { changedDebtsCsv } from '../../../activities/ledger/exchange/changes.ts'
import { exportedRun, paymentsBetween, type ExportRun } from '../../../activities/ledger/exchange/exported.ts'
import { handOver } from '../../../activities/ledger/exchange/hand-over.ts'
import { exportCsv, exportJson } from '../../../activities/ledger/exchange/payment-files.ts'
import { audit } from '../../audit.ts'
import { LedgerExports, LedgerExportView, PaymentDays, PaymentFormat, PaymentsBetween } from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { ledgerExport, ledgerExports, totalsBetween } from '../../money/exports.ts'
import { route } from '../../route.ts'

/** Who keeps the city's money. */
const who = { role: 'treasurer' } as const
const closed = { additionalProperties: false }
const format = { format: Type.Optional(PaymentFormat) }

/** A file to be kept, in nobody's cache. */
const file = (name: string, type: string) => ({
  'Content-Type': `${type}; charset=utf-8`,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'private, no-store',
})
const paymentsFile = (run: ExportRun, name: string, wanted: 'csv' | 'json' = 'csv') => ({
  status: 200 as const,
  headers: file(`${name}.${wanted}`, wanted === 'json' ? 'application/json' : 'text/csv'),
  body: wanted === 'json' ? exportJson(run) : exportCsv(run),
})
/** Both days, in their order. Throws Refusal `days-wrong`. */
function daysIn({ from, to }: { from: string; to: string }) {
  if (from > to) throw new Refusal('days-wrong')
  return { from, to }
}

export const exports = [
  route({
    method: 'get',
    path: '/api/money/exports',
    summary: 'Hand-overs of payments to the accounting with their control totals, and what waits for the next one.',
    who,
    answers: { 200: LedgerExports },
    handle: async (_, { db }) => ({ status: 200, body: await ledgerExports(db) }),
  }),
  route({
    method: 'post',
    path: '/api/money/exports',
    summary:
      'Hands over to the accounting what no run before has told of payments, each once, and of those it knows what has changed; the file is fetched by its run.',
    who,
    answers: { 201: LedgerExportView },
    refuses: ['nothing-to-hand-over'],
    async handle(ctx, { db }) {
      const run = await db.transaction().execute(async tx => {
        const made = await handOver(tx, ctx.who.official.name)
        if (made !== null) await audit(tx, ctx, { what: 'handed payments over', details: { run: made } })
        return made
      })
      const view = run === null ? undefined : await ledgerExport(db, run)
      if (!view) throw new Refusal('nothing-to-hand-over')
      return { status: 201, body: view }
    },
  }),
  route({
    method: 'get',
    path: '/api/money/exports/:run/file',
    summary: 'The file of a run for the accounting, as CSV or JSON; as often as it is needed.',
    who,
    params: { run: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) },
    query: Type.Object(format, closed),
    answers: { 200: 'file' },
    refuses: ['not-yours'],
    async handle({ params, query }, { db }) {
      const run = await exportedRun(db, Number(params.run))
      if (!run) throw new Refusal('not-yours')
      return paymentsFile(run, `payments-${params.run}`, query.format)
    },
  }),
  route({
    method: 'get',
    path: '/api/money/payments',
    summary: 'Control totals of the payments posted within some days, whatever run has them.',
    who,
    query: PaymentDays,
    answers: { 200: PaymentsBetween },
    refuses: ['days-wrong'],
    async handle({ query }, { db }) {
      const { from, to } = daysIn(query)
      return { status: 200, body: { from, to, totals: await totalsBetween(db, from, to) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/money/payments/file',
    summary: 'The payments posted within some days as CSV or JSON: a look that hands nothing over.',
    who,
    query: Type.Object({ ...PaymentDays.properties, ...format }, closed),
    answers: { 200: 'file' },
    refuses: ['days-wrong'],
    async handle({ query }, { db, now }) {
      const { from, to } = daysIn(query)
      return paymentsFile(await paymentsBetween(db, from, to, now()), `payments-${from}-${to}`, query.format)
    },
  }),
  route({
    method: 'get',
    path: '/api/money/changes/file',
    summary: 'Debts that have changed in the portal since the beginning of a day, as CSV.',
    who,
    query: Type.Object({ since: PaymentDays.properties.from }, closed),
    answers: { 200: 'file' },
    async handle({ query: { since } }, { db, now }) {
      const body = await changedDebtsCsv(db, since, now())
      return { status: 200, headers: file(`changes-${since}.csv`, 'text/csv'), body }
    },
  }),
]
