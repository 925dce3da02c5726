import type { ReactNode } from 'react'
import type { Tone } from './Alert.tsx'

/** A short state in a coloured label. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className="gov-tag" data-hydrated="" data-size="s" data-type="subtle" data-color={tone}>
    <span className="element">{children}</span>
  </span>
)
