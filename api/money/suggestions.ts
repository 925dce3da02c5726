import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { OpenDebt, UnidentifiedLine, Words } from '../contract.ts'
import { words } from '../views/words.ts'
import { debtsWhere } from './debts.ts'
import { mistyped, symbolsIn } from './symbols.ts'

/** More of them would help nobody to choose. */
const most = 20
/** How like two names must be, from 0 to 1. */
const close = 0.5

const whys = {
  same: words('Stejný variabilní symbol', 'The same variable symbol'),
  named: words('Symbol stojí ve zprávě plátce', 'The symbol stands in the payer’s message'),
  before: words('Z tohoto účtu tento plátce už platil', 'Paid from this account before'),
  mistyped: words('Symbol se liší o jednu číslici', 'The symbol differs by one digit'),
  amountAndName: words('Stejná částka a podobné jméno', 'The same amount and a similar name'),
  name: words('Podobné jméno', 'A similar name'),
} satisfies Record<string, Words>

/** Money whose owner is looked for. */
export interface Unidentified {
  amount: number
  variableSymbol: string | null
  counterAccount: string | null
  counterName: string | null
  message: string | null
}

/**
 * Which debts the money may be meant for, likeliest first, each with the reason. Asked each time anew: debts change while the task
 * waits. `counterAccount` as the statement has it (IBAN).
 */
export async function suggestions(db: Db, line: Unidentified): Promise<UnidentifiedLine['suggestions']> {
  const { variableSymbol: own, counterName, counterAccount } = line
  const by = (symbols: string[]) =>
    symbols.length === 0
      ? Promise.resolve([])
      : debtsWhere(db, sql<boolean>`ltrim(d.variable_symbol, '0') = any(${symbols}::text[])`)
  const [same, named, before, near, alike] = await Promise.all([
    by(own === null ? [] : [own]),
    by(symbolsIn(line.message ?? '')),
    counterAccount === null ? [] : debtsWhere(db, paidBefore(counterAccount)),
    by(own === null ? [] : mistyped(own)),
    counterName === null ? [] : debtsWhere(db, nameIsLike(counterName)),
  ])
  const exact = ({ balance }: OpenDebt) => balance === line.amount
  const found = [
    ...same.map(debt => ({ why: whys.same, debt })),
    ...named.map(debt => ({ why: whys.named, debt })),
    ...alike.filter(exact).map(debt => ({ why: whys.amountAndName, debt })),
    ...before.map(debt => ({ why: whys.before, debt })),
    ...near.map(debt => ({ why: whys.mistyped, debt })),
    ...alike.filter(debt => !exact(debt)).map(debt => ({ why: whys.name, debt })),
  ]
  const first = new Map(found.toReversed().map(one => [one.debt.id, one]))
  return found.filter(one => first.get(one.debt.id) === one).slice(0, most)
}

const paidBefore = (account: string) => sql<boolean>`d.subject_id in (
  select earlier.subject_id from bank_line l join allocation a on a.payment_id = l.payment_id join liability earlier on earlier.id = a.liability_id
  where l.counter_account = ${account} and l.payment_id is not null)`

const nameIsLike = (name: string) => sql<boolean>`d.subject_id in (
  select id from subject where folded(name) % folded(${name}) and similarity(folded(name), folded(${name})) >= ${close}::real)`
