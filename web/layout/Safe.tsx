import { Component } from 'react'
import type { ReactNode } from 'react'
import { BrokenPage } from '../pages/BrokenPage.tsx'

interface Props {
  /** The address: going elsewhere is a new try. */
  where: string
  children: ReactNode
}

/** Catches what a page throws while it is drawn, or a page that cannot be fetched, and shows words about it. */
export class Safe extends Component<Props, { cause: unknown }> {
  override state: { cause: unknown } = { cause: null }
  static getDerivedStateFromError(cause: unknown): { cause: unknown } {
    return { cause: cause ?? new Error('unknown') }
  }
  override componentDidUpdate(before: Props): void {
    if (before.where !== this.props.where && this.state.cause !== null) this.setState({ cause: null })
  }
  override render(): ReactNode {
    // Without a connection nothing more can be fetched, so these words are always here.
    return this.state.cause === null ? this.props.children : <BrokenPage cause={this.state.cause} />
  }
}
