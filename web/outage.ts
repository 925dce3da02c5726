import { ApiProblem } from './api.ts'

/** So often a page that met an outage asks again by itself, in milliseconds. */
export const askAgainEvery = 5000

/** Whether a failure is nobody’s mistake here and may pass by itself: no connection, a server out of breath or on its knees. */
export const isOutage = (cause: unknown): cause is ApiProblem =>
  cause instanceof ApiProblem && (cause.status === 0 || cause.status === 429 || cause.status >= 500)
