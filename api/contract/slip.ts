import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

/** GET /api/slip/puzzle */
export const Puzzle = Type.Object(
  {
    puzzle: Type.String({ maxLength: 100 }),
    bits: Type.Integer({ description: 'So many zero bits must begin SHA-256 of `puzzle.solution`.' }),
  },
  {
    description:
      'Work for the machine of whoever asks, so that trying many symbols costs something; people notice nothing. Good for one try.',
  },
)
export type Puzzle = Static<typeof Puzzle>
/** POST /api/slip — what the slip says. */
export const Slip = Type.Object(
  {
    id: Uuid,
    symbol: Type.String({ maxLength: 30, description: 'Variable symbol; spaces and zeros in front do not matter.' }),
    amount: hellers,
    email: Type.Optional(Type.String({ maxLength: 254 })),
    puzzle: Type.String({ maxLength: 100 }),
    solution: Type.Integer({ minimum: 0 }),
  },
  { ...closed, description: '`id` is the sender’s own: sending it again does nothing twice.' },
)
export type Slip = Static<typeof Slip>
/** GET /api/slip/:ticket, and the answer to POST. The receipt is at /api/slip/:ticket/receipt. */
export const SlipPayment = Type.Object(
  {
    ticket: Type.String({ description: 'Whoever holds it sees this payment; it is good until a month after its end.' }),
    number: Type.String(),
    state: Type.Enum([
      'connecting',
      'open',
      'asking',
      'paid',
      'posted',
      'review',
      'held',
      'returned',
      'expired',
      'changed',
    ]),
    symbol: Type.String(),
    amount: hellers,
    url: orNull(Type.String({ description: 'The gateway’s page, while it may be paid there.' })),
    failure: Type.Union([Words, Type.Null()], { description: 'The last refusal of the card: words for the payer.' }),
    since: Type.Union([instant, Type.Null()], {
      description: 'While the gateway is asked and does not answer: since when.',
    }),
    filedAt: instant,
    expiresAt: orNull(instant),
    paidAt: orNull(instant),
    postedAt: orNull(instant),
    receipt: Type.Boolean({ description: 'The receipt is ready.' }),
    mailed: Type.Boolean({ description: 'The payer asked for the receipt by e-mail.' }),
    pending: Type.Boolean(),
  },
  { description: 'A payment by slip as the one who pays it sees it: nothing that the slip does not say.' },
)
export type SlipPayment = Static<typeof SlipPayment>
