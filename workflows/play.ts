import { accept } from '../forms/judge.ts'
import {
  isWithdrawable,
  Lapsed,
  type Agenda,
  type Case,
  type Forms,
  type Lookups,
  type Settled,
  type Values,
} from './agenda.ts'
import { CaseMoney } from './engine/money.ts'
import { refunding, type Confirmed, type RefundHands } from './refunding.ts'

/** One move of a story: an answer to an open step, the end of somebody's time, the coming of a day, how a payment ended, or a withdrawal. */
export type Move =
  | { answer: string; data?: unknown; by?: string; /** The data were judged when they were taken. */ judged?: true }
  | { lapse: string }
  | { day: string }
  | { pay: string; result?: Settled }
  | { withdraw: true }

export interface Story {
  outcome: string
  /** What the world saw, in order: `form basket`, `clerk review (finance)`, `pay payment 78000`, `notify paid`, `issue receipt`, `invite agent`. */
  log: string[]
  notified: { text: string; values: Values; documents: string[]; to?: string }[]
  issued: { document: string; values: Values }[]
  /** Letters of invitation; `name` of whom they invite. */
  invited: { role: string; name: string; text: string; values: Values }[]
}

export interface PlayOptions {
  /** What look-ups answer; one that is not given throws when it is asked. */
  do?: Partial<Lookups>
  citizen?: { id: string; name: string; language: 'cs' | 'en' }
  number?: string
  /** Whether the case began after every change of its agenda; true unless told otherwise. */
  since?: boolean
  /** How a refund goes; where the story does not say, all of 10 Kč goes back at once. */
  refund?: Partial<RefundHands>
  /** In whose name the citizen files. */
  principal?: { subject: string; name: string }
}

interface Waiting {
  kind: 'form' | 'clerk' | 'pay'
  /** The inbox of a clerk's step. */
  role?: string
  /** Nobody is waited for. */
  anytime?: boolean
  not: string[]
  resolve(value: unknown): void
  reject(error: Error): void
}

class Withdrawn extends Error {}

/**
 * Plays an agenda without Temporal, in milliseconds: the same file, the same judge, the moves in order.
 * Throws with a sentence that says which move did not fit: a step that is not open, an answer the form refuses,
 * a decider whom four eyes exclude, moves left over, or a story that ends while the case still waits.
 */
export async function play<F extends Forms, T extends string, O extends string>(
  agenda: Agenda<F, T, O>,
  moves: readonly Move[],
  options: PlayOptions = {},
): Promise<Story> {
  const { story, open, ended, make } = stage(agenda, options)
  const rest = [...moves]
  for (;;) {
    await settled()
    if (ended()) break
    const move = rest.shift()
    if (!move) throw new Error(`${agenda.id}: the story ends while the case waits for ${[...open.keys()].join(', ')}.`)
    make(move)
  }
  if (rest.length > 0)
    throw new Error(`${agenda.id} ended as ${story.outcome} with moves left over: ${JSON.stringify(rest)}`)
  return story
}

/** A case on stage: what it waits for by step, what the world saw of it, and how to make a move. */
export interface Stage {
  story: Story
  open: ReadonlyMap<string, Readonly<Waiting>>
  /** Whether the story has ended. Throws what the agenda threw. */
  ended(): boolean
  /** Throws with a sentence when the move does not fit. Whatever follows has happened once `settled`. */
  make(move: Move): void
}

/** Puts an agenda on stage, without Temporal and without the world. */
export function stage<F extends Forms, T extends string, O extends string>(
  agenda: Agenda<F, T, O>,
  options: PlayOptions = {},
): Stage {
  const open = new Map<string, Waiting>()
  const deciders = new Map<string, string>()
  const money = new CaseMoney()
  const story: Story = { outcome: '', log: [], notified: [], issued: [], invited: [] }

  const days = new Map<string, () => void>()
  const wait = (
    step: string,
    kind: Waiting['kind'],
    line: string,
    { not = [], ...more }: Partial<Pick<Waiting, 'not' | 'role' | 'anytime'>> = {},
  ) => {
    if (open.has(step)) throw new Error(`${agenda.id}: step ${step} is open twice at once.`)
    story.log.push(line)
    return new Promise<unknown>((resolve, reject) => open.set(step, { kind, not, resolve, reject, ...more })).finally(
      () => open.delete(step),
    )
  }
  const c: Case<F, T> = {
    id: '00000000-0000-4000-8000-000000000000',
    number: options.number ?? 'PO-1/2026',
    citizen: options.citizen ?? { id: 'citizen', name: 'Eva Nováková', language: 'cs' },
    principal: options.principal ?? null,
    form: (step, { by, anytime = false } = {}) =>
      wait(step, 'form', `form ${step}${by ? ` (${by})` : ''}`, { anytime }) as never,
    clerk: (step, { role, not = [] }) =>
      wait(step, 'clerk', `clerk ${step} (${role})`, { role, not: not.flatMap(s => deciders.get(s) ?? []) }) as never,
    async pay(step, { items }) {
      const sum = items.reduce((sum, i) => sum + i.amount, 0)
      const settled = (await wait(step, 'pay', `pay ${step} ${sum}`)) as Settled
      if (settled.state === 'paid' || settled.state === 'held') money.came()
      return settled
    },
    refund(step, { of, proposedBy, role, account, values = {} }) {
      story.log.push(`refund ${of.payment ?? of.order ?? ''}`)
      const by = (proposedBy && deciders.get(proposedBy)) ?? 'portal'
      const hands = { ...promptRefund, ...options.refund }
      const confirm = async () => {
        const answer = await wait(step, 'clerk', `clerk ${step} (${role})`, { role, not: [by] })
        return { ...(answer as Omit<Confirmed, 'by'>), by: deciders.get(step) ?? '' }
      }
      const wish = { id: 'refund-1', of, by, ...(account && { account }) }
      return money.goesBack(() =>
        refunding(wish, hands, confirm, (text, said) => {
          story.log.push(`notify ${text}`)
          story.notified.push({ text, values: { ...values, ...said }, documents: [] })
        }),
      )
    },
    async notify(text, values = {}, files = [], { to } = {}) {
      story.log.push(`notify ${text}${to ? ` (${to})` : ''}`)
      story.notified.push({ text, values, documents: files, ...(to && { to }) })
    },
    async invite(role, { givenName, familyName }, text, values = {}) {
      const name = `${givenName} ${familyName}`
      story.log.push(`invite ${role}`)
      story.invited.push({ role, name, text, values: { ...values, name } })
    },
    wait: day => new Promise(resolve => days.set(day, resolve)),
    async issue(document, values) {
      story.log.push(`issue ${document}`)
      return `document-${story.issued.push({ document, values })}`
    },
    do: new Proxy({} as Lookups, {
      get: (_, name: keyof Lookups) =>
        (name === 'transferred' ? afterTransfer(options.do?.transferred, money) : options.do?.[name]) ??
        (() => Promise.reject(new Error(`${agenda.id}: the story does not say what ${name} answers.`))),
    }),
    since: () => options.since ?? true,
  }

  let end: { outcome: string } | { error: unknown } | undefined
  void agenda.run(c).then(
    outcome => (end = { outcome }),
    (error: unknown) =>
      (end =
        error instanceof Lapsed
          ? { outcome: 'lapsed' }
          : error instanceof Withdrawn
            ? { outcome: 'withdrawn' }
            : { error }),
  )
  return {
    story,
    open,
    ended() {
      if (end && 'error' in end) throw end.error
      if (end) story.outcome = end.outcome
      return end !== undefined
    },
    make: move => ('day' in move ? comes(agenda.id, move.day, days) : make(agenda, move, { open, deciders, money })),
  }
}

/** How the bank order went is known, so the case may be taken back again. */
const afterTransfer = (
  said: Lookups['transferred'] | undefined,
  money: CaseMoney,
): Lookups['transferred'] | undefined =>
  said &&
  (async (refund: Parameters<Lookups['transferred']>[0]) => {
    await said(refund)
    money.transferred()
  })

const promptRefund: RefundHands = {
  proposeRefund: async () => ({ state: 'proposed', amount: 1000, currency: 'CZK', confirm: false }),
  approveRefund: async () => 'approved',
  rejectRefund: async () => {},
  sendRefund: async () => 'done',
}

function comes(agenda: string, day: string, days: Map<string, () => void>): void {
  const waiting = days.get(day)
  if (!waiting)
    throw new Error(`${agenda}: nothing waits for ${day}, only for ${[...days.keys()].join(', ') || 'nothing'}.`)
  days.delete(day)
  waiting()
}

function make(
  agenda: Pick<Agenda, 'id' | 'withdrawable' | 'forms'>,
  move: Exclude<Move, { day: string }>,
  { open, deciders, money }: { open: Map<string, Waiting>; deciders: Map<string, string>; money: CaseMoney },
): void {
  const find = (step: string) => {
    const waiting = open.get(step)
    if (!waiting)
      throw new Error(
        `${agenda.id}: ${step} is not open, the case waits for ${[...open.keys()].join(', ') || 'nothing'}.`,
      )
    return waiting
  }
  if ('withdraw' in move) {
    if (!isWithdrawable(agenda, [...open.keys()])) throw new Error(`${agenda.id} cannot be withdrawn.`)
    if (money.holds) throw new Error(`${agenda.id} cannot be withdrawn now: ${money.holds}.`)
    for (const waiting of open.values()) waiting.reject(new Withdrawn())
  } else if ('lapse' in move) find(move.lapse).reject(new Lapsed(move.lapse))
  else if ('pay' in move)
    find(move.pay).resolve(move.result ?? { state: 'paid', payment: 'payment-1', amount: 0, review: null })
  else {
    const waiting = find(move.answer)
    const data = move.judged ? move.data : judged(agenda, move)
    if (move.by !== undefined && waiting.not.includes(move.by))
      throw new Error(`${agenda.id}: ${move.by} may not decide ${move.answer} (four eyes).`)
    deciders.set(move.answer, move.by ?? 'citizen')
    waiting.resolve(data)
  }
}

function judged(
  agenda: Pick<Agenda, 'id' | 'forms'>,
  { answer, data: raw }: { answer: string; data?: unknown },
): unknown {
  const form = agenda.forms[answer]
  if (!form) throw new Error(`${agenda.id} has no form ${answer}.`)
  const { data, problems } = accept(form, raw ?? {})
  if (problems.length > 0)
    throw new Error(`${agenda.id}: the answer to ${answer} is refused: ${JSON.stringify(problems)}`)
  return data
}

/** All promises that can move have moved. */
export const settled = () => new Promise<void>(resolve => setTimeout(resolve, 0))
