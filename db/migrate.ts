import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { migrations } from './migrations/index.ts'

/** Brings the tables to this release; safe to run again and from several processes. */
async function migrate(clientUrl: string): Promise<void> {
  const orm = new MikroORM({
    clientUrl,
    extensions: [Migrator],
    // The tables are what the migrations say; the entities only describe them to the compiler.
    discovery: { warnWhenNoEntities: false },
    migrations: { migrationsList: migrations.map(step => ({ name: step.name, class: step })), snapshot: false },
  })
  try {
    await orm.migrator.up()
  } finally {
    await orm.close(true)
  }
}

const url = process.env['DATABASE_URL']
if (!url) {
  console.error(
    'DATABASE_URL is missing: set it to the address of the Postgres database, e.g. postgres://user:password@host:5432/portal.',
  )
  process.exit(1)
}
try {
  await migrate(url)
} catch (error) {
  console.error(
    `The database could not be brought to this release: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 1
}
