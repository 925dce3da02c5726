/** A unique key of Postgres refused it (23505): a second try came late, or somebody else was faster. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
