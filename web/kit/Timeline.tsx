import type { ReactNode } from 'react'

export interface Milestone {
  key: string
  title: ReactNode
  when?: ReactNode
  body?: ReactNode
  state: 'done' | 'now' | 'ahead' | 'trouble'
}

/** What happened one after another, along a line. `label` names the list for a screen reader. */
export const Timeline = ({ items, label }: { items: readonly Milestone[]; label: string }) => (
  <ol className="timeline" aria-label={label}>
    {items.map(item => (
      <li key={item.key} data-state={item.state} aria-current={item.state === 'now' ? 'step' : undefined}>
        <p className="timeline-title">{item.title}</p>
        {item.when && <p className="timeline-when">{item.when}</p>}
        {item.body && <div className="timeline-body">{item.body}</div>}
      </li>
    ))}
  </ol>
)
