import { randomBytes } from 'node:crypto'
import { defaultPayloadConverter } from '@temporalio/common'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encryption } from './encryption.ts'

const key = randomBytes(32)
const plain = (value: unknown) => [defaultPayloadConverter.toPayload(value)!]

test('what is encrypted comes back the same, whatever it was', async () => {
  const codec = encryption(key)
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async value => {
      const [payload] = await codec.decode(await codec.encode(plain(value)))
      expect(defaultPayloadConverter.fromPayload(payload!)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 50 },
  )
})

test('nothing of the text can be read in what is kept, and the same text never looks the same twice', async () => {
  const codec = encryption(key)
  const [first] = await codec.encode(plain({ name: 'Šárka Ďuríčková' }))
  const [second] = await codec.encode(plain({ name: 'Šárka Ďuríčková' }))
  expect(Buffer.from(first!.data!).toString('utf8')).not.toContain('rka')
  expect(Buffer.from(first!.data!)).not.toEqual(Buffer.from(second!.data!))
})

test('another key, and data that were touched, are refused in words', async () => {
  const sealed = await encryption(key).encode(plain('x'))
  await expect(encryption(randomBytes(32)).decode(sealed)).rejects.toThrow('CASE_KEY')
  const data = Buffer.from(sealed[0]!.data!)
  data[20] = data[20]! ^ 1
  await expect(encryption(key).decode([{ ...sealed[0]!, data }])).rejects.toThrow()
})

test('what was written before encryption was switched on can still be read', async () => {
  expect(await encryption(key).decode(plain('old'))).toEqual(plain('old'))
})
