import type { ReactNode } from 'react'

interface Column<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Sums stand at the right. */
  right?: boolean
  /** The cell that names the row. */
  head?: boolean
  /** No title on the card of a narrow screen: the cell speaks for itself. */
  bare?: boolean
}
interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  toneOf?: (row: Row) => string | undefined
  footer?: ReactNode
}

/** A table on a wide screen; on a narrow one each row is a card. Roles are spelled out, since CSS display takes them away. */
export const Table = <Row,>({ caption, columns, rows, keyOf, toneOf, footer }: Props<Row>) => (
  <table className="table" role="table">
    <caption className="sr-only">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(column => (
          <th key={column.key} role="columnheader" scope="col" className={column.right ? 'right' : undefined}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(row => (
        <tr key={keyOf(row)} role="row" data-tone={toneOf?.(row)}>
          {columns.map(column => {
            const Cell = column.head ? 'th' : 'td'
            return (
              <Cell
                key={column.key}
                role={column.head ? 'rowheader' : 'cell'}
                {...(column.head ? { scope: 'row' } : {})}
                className={`cell-${column.key}${column.right ? ' right' : ''}`}
                data-title={column.bare || column.head ? undefined : column.title}
              >
                {column.cell(row)}
              </Cell>
            )
          })}
        </tr>
      ))}
    </tbody>
    {footer && <tfoot role="rowgroup">{footer}</tfoot>}
  </table>
)
