import { Component, lazy, Suspense } from 'react'
import type { ReactNode } from 'react'

const BrokenPage = lazy(async () => ({ default: (await import('../pages/BrokenPage.tsx')).BrokenPage }))

interface Props {
  /** The address: going elsewhere is a new try. */
  where: string
  children: ReactNode
}

/** Catches what a page throws while it is drawn, and shows a page about it instead of nothing. */
export class Safe extends Component<Props, { cause: unknown }> {
  override state: { cause: unknown } = { cause: null }
  static getDerivedStateFromError(cause: unknown): { cause: unknown } {
    return { cause: cause ?? new Error('unknown') }
  }
  override componentDidUpdate(before: Props): void {
    if (before.where !== this.props.where && this.state.cause !== null) this.setState({ cause: null })
  }
  override render(): ReactNode {
    if (this.state.cause === null) return this.props.children
    return (
      <Suspense>
        <BrokenPage cause={this.state.cause} />
      </Suspense>
    )
  }
}
