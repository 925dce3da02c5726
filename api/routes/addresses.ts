import Type from 'typebox'
import { RegisterAway } from '../../activities/registers/port.ts'
import { AddressSuggestions } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'

const Typed = Type.Object({ q: Type.String({ minLength: 2, maxLength: 100 }) }, { additionalProperties: false })

export const addresses = [
  route({
    method: 'get',
    path: '/api/addresses',
    summary: 'Addresses of the register RÚIAN that fit what was typed so far: help for a field, never a condition.',
    who: 'signed-in',
    query: Typed,
    limit: 'look-up',
    answers: { 200: AddressSuggestions },
    refuses: ['register-away'],
    async handle({ query }, { registers }) {
      const found = await registers.addresses(query.q).catch((error: unknown) => {
        throw error instanceof RegisterAway ? new Refusal('register-away') : error
      })
      return {
        status: 200,
        body: {
          addresses: found.map(({ ruianCode, text, address }) => {
            const { street, houseNumber, orientationNumber, city, zip } = address
            return {
              ...{ ruianCode, text, municipality: city },
              ...(street !== undefined && { street }),
              ...(houseNumber !== undefined && { houseNumber }),
              ...(orientationNumber !== undefined && { orientationNumber }),
              ...(zip !== undefined && { zip }),
            }
          }),
        },
      }
    },
  }),
]
