import { expect, test } from 'vitest'
import { comesFrom, orderMoves, refundMoves, type Move } from './states.ts'

const ends = <S extends string>(moves: readonly Move<S>[]) => {
  const from = new Set(moves.map(move => move.from))
  return [...new Set(moves.map(move => move.to))].filter(state => !from.has(state))
}
const starts = <S extends string>(moves: readonly Move<S>[]) => {
  const to = new Set(moves.map(move => move.to))
  return [...new Set(moves.map(move => move.from))].filter(state => !to.has(state))
}

test('an order begins in one state, and money ends in the ledger; what went back to the payer may come again', () => {
  expect(starts(orderMoves)).toEqual(['created'])
  expect(ends(orderMoves)).toEqual(['posted'])
})

test('money is posted only after the gateway said that it was paid, late money too', () => {
  expect(comesFrom(orderMoves, 'posted')).toEqual(['paid'])
  expect(comesFrom(orderMoves, 'paid')).toEqual(['created', 'open', 'expired'])
  for (const { by } of orderMoves.filter(({ to }) => to === 'paid')) expect(by).toEqual(['gateway'])
})

test('no payer and no clock moves money: only the gateway says that an open page is closed', () => {
  expect(orderMoves.filter(({ from, to }) => from === 'open' && to === 'expired').map(({ by }) => by)).toEqual([
    ['gateway'],
  ])
})

test('a refund begins as a request, nothing goes back unconfirmed, and one that failed is not tried again by itself', () => {
  expect(starts(refundMoves)).toEqual(['requested'])
  expect(comesFrom(refundMoves, 'done')).toEqual(['approved'])
  expect(ends(refundMoves).sort()).toEqual(['failed', 'rejected'])
})
