import { expect, test } from 'vitest'
import { comesFrom, orderMoves } from './states.ts'

test('an order that was posted never moves again', () => {
  expect(orderMoves.posted).toEqual({})
})

test('money is posted only after the gateway said that it was paid, late money too', () => {
  expect(comesFrom('posted')).toEqual(['paid'])
  expect(comesFrom('paid')).toEqual(['open', 'expired'])
})

test('every state but the first can be reached, and every one but the last can end', () => {
  const states = Object.keys(orderMoves) as (keyof typeof orderMoves)[]
  expect(states.filter(state => comesFrom(state).length === 0)).toEqual(['created'])
  expect(states.filter(state => Object.keys(orderMoves[state]).length === 0)).toEqual(['posted'])
})
