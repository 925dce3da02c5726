import { useEffect } from 'react'
import type { PaymentView } from '../../../api/contract.ts'
import { removeFromBasket, useBasket } from '../../basket.ts'
import { forgetFiling } from '../basket/filing.ts'

/**
 * What is being paid leaves the basket once the gateway has opened its page, not before: as long as there is nowhere to pay, the
 * basket is as it was. `back`: the payer has come from that page and paid.
 */
export function useLeavesBasket(payment: PaymentView | null | undefined, back: boolean): void {
  const { items } = useBasket()
  const state = payment?.state
  const begun = state === 'open' || state === 'asking' || state === 'paid' || (back && state === 'posted')
  const leaving = begun
    ? items.map(({ liability }) => liability).filter(id => payment?.items.some(({ liability }) => liability === id))
    : []
  const ids = leaving.join()
  useEffect(() => {
    if (begun) forgetFiling()
    if (ids) removeFromBasket(ids.split(','))
  }, [begun, ids])
}
