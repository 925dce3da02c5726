import { defineEntity, p } from '@mikro-orm/postgresql'

/** One try to find a debt by what its payment slip (složenka) says; `symbol` and `address` are seals (HMAC), never the values. */
export const SlipTry = defineEntity({
  name: 'SlipTry',
  tableName: 'slip_try',
  properties: {
    /** The puzzle that was solved for it: unique, so each is good for one try. */
    puzzle: p.string().primary(),
    symbol: p.string(),
    address: p.string(),
    found: p.boolean().default(false),
    at: p.datetime().defaultRaw('now()'),
  },
})
