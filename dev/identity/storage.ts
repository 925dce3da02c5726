import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

const schema = `
  create table if not exists entity (
    model text not null, id text not null, payload text not null,
    uid text, grant_id text, expires_at integer,
    primary key (model, id)
  );
  create index if not exists entity_uid on entity (model, uid);
  create index if not exists entity_grant on entity (model, grant_id);
  create table if not exists secret (name text primary key, value text not null);
`

/** Everything the provider must remember over a restart: sessions, codes, logins, signing keys and the salt of pseudonyms. */
export type Storage = {
  adapterFor(model: string): Adapter
  /** the stored payload, expired or not; undefined when there is none */
  find(model: string, id: string): AdapterPayload | undefined
  save(model: string, id: string, payload: AdapterPayload, expiresInSeconds?: number): void
  /** a value that is made once and kept */
  keep(name: string, make: () => string): string
  replace(name: string, value: string): void
  close(): void
}

/**
 * Opens the provider's file and drops what expired.
 * @param dataFile path of an SQLite file, made when missing; ':memory:' keeps nothing
 */
export function openStorage(dataFile: string): Storage {
  if (dataFile !== ':memory:') mkdirSync(dirname(dataFile), { recursive: true })
  const db = new DatabaseSync(dataFile)
  db.exec('pragma journal_mode = wal')
  db.exec(schema)
  db.prepare('delete from entity where expires_at < ?').run(now())

  const byId = db.prepare('select payload from entity where model = ? and id = ?')
  const byUid = db.prepare('select payload from entity where model = ? and uid = ?')
  const upsert = db.prepare('insert or replace into entity values (?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('delete from entity where model = ? and id = ?')
  const removeGrant = db.prepare('delete from entity where model = ? and grant_id = ?')
  const secret = db.prepare('select value from secret where name = ?')
  const setSecret = db.prepare('insert or replace into secret values (?, ?)')

  const find: Storage['find'] = (model, id) => payloadOf(byId.get(model, id))
  const save: Storage['save'] = (model, id, payload, expiresIn) => {
    const expiresAt = expiresIn === undefined ? null : now() + expiresIn
    upsert.run(model, id, JSON.stringify(payload), payload.uid ?? null, payload.grantId ?? null, expiresAt)
  }

  return {
    find,
    save,
    adapterFor: model => ({
      upsert: async (id, payload, expiresIn) => save(model, id, payload, expiresIn),
      find: async id => find(model, id),
      findByUid: async uid => payloadOf(byUid.get(model, uid)),
      // only the device flow asks by user code, and this provider has none
      findByUserCode: async () => undefined,
      consume: async id => {
        const payload = find(model, id)
        if (payload) save(model, id, { ...payload, consumed: now() }, Math.max(1, (payload.exp ?? now()) - now()))
      },
      destroy: async id => void remove.run(model, id),
      revokeByGrantId: async grantId => void removeGrant.run(model, grantId),
    }),
    keep(name, make) {
      const kept = secret.get(name)?.value
      if (typeof kept === 'string') return kept
      const value = make()
      setSecret.run(name, value)
      return value
    },
    replace: (name, value) => void setSecret.run(name, value),
    close: () => db.close(),
  }
}

function payloadOf(row: Record<string, unknown> | undefined): AdapterPayload | undefined {
  return typeof row?.payload === 'string' ? JSON.parse(row.payload) : undefined
}

/** Now in whole seconds since 1970, the unit of all OpenID times. */
export function now(): number {
  return Math.floor(Date.now() / 1000)
}
