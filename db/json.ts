import { sql, type RawBuilder } from 'kysely'

/** A value for a jsonb column; the driver would turn a JavaScript array into a Postgres array. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`
