import { fill } from '../../activities/notifications/fill.ts'
import { lasting } from '../views/lasting.ts'
import type { Db } from '../../db/database.ts'
import type { Settled } from '../../workflows/agenda.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { signatureStep } from '../../workflows/joint.ts'
import { assumptions } from '../../workflows/happy.ts'
import type { Move } from '../../workflows/play.ts'
import { foresee, type Foreseen } from '../../workflows/preview.ts'
import type { Preview, Words } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { documentWords } from '../views/case.ts'
import { departmentView } from '../views/city.ts'
import { outcomeWords } from '../views/timeline.ts'
import { words } from '../views/words.ts'
import type { Official } from './reach.ts'
import type { TaskRow } from './rows.ts'

/**
 * What the citizen will get if a task is decided so: the agenda itself is played in memory with what has happened in the case, and
 * its words are filled as they are when sent. `data` must have been judged. Throws Refusal `no-preview`.
 */
export async function preview(deps: Deps, official: Official, row: TaskRow, data: unknown): Promise<Preview> {
  const agenda = agendas.get(row.agenda)
  if (!agenda) throw new Refusal('no-preview')
  const person = `${row.givenName} ${row.familyName}`
  const seen = await foresee(
    agenda,
    await pastOf(deps.db, row.caseId),
    { answer: row.step, data, by: official.id, judged: true },
    {
      number: row.number,
      citizen: { id: row.personId, name: person, language: 'cs' },
      ...(row.subjectId !== null && { principal: { subject: row.subjectId, name: row.principal ?? '' } }),
    },
  ).catch((error: unknown) => {
    deps.log.warn({ err: error, case: row.caseId }, 'a decision cannot be previewed')
    return null
  })
  if (!seen) throw new Refusal('no-preview')
  const parties = await partiesOf(deps.db, row.caseId)
  const letters = [
    ...seen.invited.map(({ name, text, values }) => ({ to: name, text, values })),
    ...seen.notified.map(({ to, text, values }) => ({ to: (to && parties.get(to)) ?? person, text, values })),
  ]
  return {
    messages: letters.flatMap(({ to, text, values }) => {
      const letter = row.content.texts[text]
      return letter ? [{ to, subject: filled(letter.subject, values), body: filled(letter.body, values) }] : []
    }),
    documents: seen.issued.map(({ document }) => documentWords(document)),
    outcome: seen.outcome === null ? null : outcomeWords(seen.outcome, row.content.outcomes),
    next: seen.waits.map(wait => waitWords(deps, row, wait)),
    assumes: seen.assumed.map(name => assumptions[name]),
  }
}

/** Names of the people of a case beside its citizen, by role. */
async function partiesOf(db: Db, caseId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('case_party').select(['role', 'name']).where('caseId', '=', caseId).execute()
  return new Map(rows.map(({ role, name }) => [role, name]))
}

const filled = (text: Words, values: Record<string, unknown>): Words => ({
  cs: fill(text.cs, values, 'cs'),
  en: fill(text.en, values, 'en'),
})

function waitWords({ city }: Deps, { content }: TaskRow, { step, kind, role }: Foreseen['waits'][number]): Words {
  const title = content.steps[step] ?? words(step, step)
  if (kind === 'pay') return words('Bude čekat na platbu občana.', 'It will wait for the citizen’s payment.')
  if (kind === 'form') return words(`Bude čekat na občana: ${title.cs}.`, `It will wait for the citizen: ${title.en}.`)
  const { name } = departmentView(city, role ?? '')
  return words(
    `Bude čekat na další rozhodnutí: ${title.cs} (${name.cs}).`,
    `It will wait for another decision: ${title.en} (${name.en}).`,
  )
}

/** Happenings that are moves of a story. */
const moving = new Set(['answered', 'lapsed', 'payment-posted', 'payment-changed', 'payment-expired'])

/** What has happened in a case, as moves: answers with their data, times that ran out, and payments as their orders ended. */
async function pastOf(db: Db, caseId: string): Promise<Move[]> {
  const [events, orders] = await Promise.all([
    db
      .selectFrom('case_event as e')
      .leftJoin('message as m', 'm.id', 'e.messageId')
      .select(['e.ordinal', 'e.what', 'e.step', 'e.actor', 'm.data'])
      .where('e.caseId', '=', caseId)
      .orderBy('e.seq')
      .orderBy('e.n')
      .execute(),
    db
      .selectFrom('payment_order as o')
      .innerJoin('payment as p', 'p.orderId', 'o.id')
      .select(['p.id as payment', 'p.amount', 'o.reviewReason'])
      .where('o.caseId', '=', caseId)
      .orderBy('o.createdAt')
      .execute(),
  ])
  // signatures of others are the house's own: no agenda knows of them
  return lasting(events)
    .filter(({ what, step }) => moving.has(what) && step !== signatureStep)
    .map(({ what, step, actor, data }): Move => {
      const name = step ?? ''
      if (what === 'answered') return { answer: name, data, judged: true, ...(actor && { by: actor.id }) }
      if (what === 'payment-posted') return { pay: name, result: paid(orders.shift()) }
      if (what === 'payment-changed') return { pay: name, result: { state: 'changed' } }
      return { lapse: name }
    })
}

function paid(order: { payment: string; amount: number; reviewReason: string | null } | undefined): Settled {
  const reason = order?.reviewReason
  const review = reason === 'amount-differs' || reason === 'overpaid' ? reason : null
  return { state: 'paid', payment: order?.payment ?? '', amount: order?.amount ?? 0, review }
}
