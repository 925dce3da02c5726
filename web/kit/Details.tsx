import type { ReactNode } from 'react'

/** Words for those who want to know more, closed at first. */
export const Details = ({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) => (
  <details className="details" open={open}>
    <summary>{summary}</summary>
    <div className="details-body">{children}</div>
  </details>
)
