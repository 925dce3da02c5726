import { useEffect, useState } from 'react'

/** True once something has been so for a second: what passes sooner is not worth words that would make the page jump. */
export const useLasting = (so: boolean): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    setLasting(false)
    if (!so) return
    const timer = window.setTimeout(() => setLasting(true), 1000)
    return () => window.clearTimeout(timer)
  }, [so])
  return so && lasting
}
