import { orderMoves, refundMoves, type Move } from './states.ts'

/** The graphs as they stand in docs/payments.md: Mermaid diagrams, and a table of who may cause what. */
export function drawing(): string {
  return [
    '## A payment (platba)',
    diagram(orderMoves, 'created'),
    table(orderMoves),
    '## Money that goes back (vratka)',
    diagram(refundMoves, 'requested'),
    table(refundMoves),
  ].join('\n\n')
}

const diagram = <S extends string>(moves: readonly Move<S>[], first: S): string => {
  const lines = moves.map(({ from, to }) => `  ${from} --> ${to}`)
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${first}`, ...lines, '```'].join('\n')
}

const table = <S extends string>(moves: readonly Move<S>[]): string => {
  const rows = moves.map(({ from, to, event, by }) => `| ${from} | ${to} | ${event} | ${by.join(', ')} |`)
  return ['| from | to | when | by |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
