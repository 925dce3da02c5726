import { useEffect, useState } from 'react'

/** True once something has been so for a second, or `ms`: what passes sooner is not worth words that would make the page jump. */
export const useLasting = (so: boolean, ms = 1000): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    setLasting(false)
    if (!so) return
    const timer = window.setTimeout(() => setLasting(true), ms)
    return () => window.clearTimeout(timer)
  }, [so, ms])
  return so && lasting
}
