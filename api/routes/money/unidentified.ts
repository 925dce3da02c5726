import Type from 'typebox'
import { accountToIban } from '../../../forms/bank.ts'
import { OpenDebts, UnidentifiedLine, Uuid } from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { reachesCase } from '../../inbox/reach.ts'
import { findDebts } from '../../money/debts.ts'
import { lineOfCase } from '../../money/lines.ts'
import { refundsLike } from '../../money/refunds.ts'
import { suggestions } from '../../money/suggestions.ts'
import { route } from '../../route.ts'

/** What a clerk needs to tell whose money is. */
export const unidentified = [
  route({
    method: 'get',
    path: '/api/money/cases/:id/line',
    summary: 'The money that a case is about, and the debts or refunds it may be meant for.',
    who: 'official',
    params: { id: Uuid },
    answers: { 200: UnidentifiedLine },
    refuses: ['not-yours'],
    async handle({ who, params }, { db }) {
      const line = (await reachesCase(db, who.official, params.id)) ? await lineOfCase(db, params.id) : undefined
      if (!line) throw new Refusal('not-yours')
      const { counterAccount } = line
      const iban = counterAccount === null ? null : (accountToIban(counterAccount) ?? counterAccount)
      const found =
        line.state === 'open' && line.amount > 0 ? await suggestions(db, { ...line, counterAccount: iban }) : []
      const refunds =
        line.state === 'open' && line.amount < 0 ? await refundsLike(db, { ...line, counterAccount: iban }) : []
      return { status: 200, body: { line, suggestions: found, refunds } }
    },
  }),
  route({
    method: 'get',
    path: '/api/money/debts',
    summary: 'Debts on which something is left to pay, by variable symbol, number or name of the debtor; 20 at most.',
    who: { role: 'finance' },
    query: Type.Object({ query: Type.String({ minLength: 2, maxLength: 100 }) }, { additionalProperties: false }),
    answers: { 200: OpenDebts },
    async handle({ query }, { db }) {
      return { status: 200, body: { debts: await findDebts(db, query.query) } }
    },
  }),
]
