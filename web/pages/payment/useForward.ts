import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { basketSaved } from '../../basket.ts'
import { forward } from '../basket/agenda.ts'

/** Goes on to the card page `url` once it is there, if the payer has just ordered the payment that stands at `own`; never on a way back. */
export function useForward(url: string | null, own: string): void {
  const go = useNavigate()
  const { state } = useLocation()
  useEffect(() => {
    if (state !== forward || !url) return
    void go(own, { replace: true, state: null })
    void basketSaved().then(() => window.location.assign(url))
  }, [go, own, state, url])
}
