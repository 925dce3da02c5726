import { useState } from 'react'
import { Link } from 'react-router'
import type { Liability } from '../../../api/contract.ts'
import { Pager } from '../../kit/Pager.tsx'
import { Table } from '../../kit/Table.tsx'
import { Day, Money } from '../../kit/values.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { BasketToggle } from './BasketToggle.tsx'
import { DueTag, dueOf } from './Due.tsx'

const page = 20

/** Debts one under another; those settled show what they were, the others what is left of them. */
export const Lines = ({ lines, caption, settled }: { lines: Liability[]; caption: string; settled?: boolean }) => {
  const t = useWords(liabilitiesWords)
  const l = useLanguage()
  const pick = usePick()
  const [shown, setShown] = useState(page)
  return (
    <>
      <Table
        caption={caption}
        rows={lines.slice(0, shown)}
        keyOf={line => line.id}
        toneOf={line => line.state}
        columns={[
          {
            key: 'what',
            title: t('what'),
            head: true,
            cell: line => (
              <>
                <Link className="line-name" to={paths.liability(l, line.id)}>
                  {pick(line.description)}
                </Link>
                <span className="fine line-sub">
                  {[
                    line.instalments > 1 && t('instalment', { part: line.instalment, all: line.instalments }),
                    line.concerns,
                    t('vs', { symbol: line.variableSymbol }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          {
            key: 'due',
            title: t('due'),
            cell: line => (
              <span className="line-due">
                <Day value={dueOf(line)} /> <DueTag liability={line} />
              </span>
            ),
          },
          {
            key: 'amount',
            title: t('amount'),
            right: true,
            cell: line => <Money amount={settled ? line.principal : line.balance} />,
          },
          ...(settled
            ? []
            : [
                {
                  key: 'action',
                  title: t('action'),
                  right: true,
                  bare: true,
                  cell: (line: Liability) => <BasketToggle liability={line} />,
                },
              ]),
        ]}
      />
      <Pager shown={Math.min(shown, lines.length)} total={lines.length} onMore={() => setShown(shown + page)} />
    </>
  )
}
