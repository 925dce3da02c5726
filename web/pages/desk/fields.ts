import { isoDay } from '../../../forms/normalise.ts'

/** A field of a small form that is not filled right: its id and what to do. */
export interface Mistake {
  id: string
  message: string
}

/** A day as a person types it, „5. 3. 1985“, as YYYY-MM-DD; undefined if it is none. */
export const typedDay = (text: string): string | undefined => isoDay(text.trim().replace(/\s+/g, ' '))
