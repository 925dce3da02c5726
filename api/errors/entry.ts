import type { Words } from '../contract.ts'

/** One thing the API refuses: its HTTP status and the words for people. */
export interface Entry {
  status: number
  title: Words
  /** What happened and what to do. `{name}` is filled from the refusal's values. */
  detail: Words
}
