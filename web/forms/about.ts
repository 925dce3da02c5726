import { createContext } from 'react'

/** The case that the form decides about, for controls that look something up about it; null where there is none yet. */
export const AboutCase = createContext<string | null>(null)
