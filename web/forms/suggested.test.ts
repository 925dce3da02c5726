import { expect, test } from 'vitest'
import { day, section, text } from '../../forms/fields.ts'
import { form } from '../../forms/form.ts'
import { today } from '../../forms/day.ts'
import { suggested } from './suggested.ts'

const name = { cs: 'Od', en: 'From' }

test('a new form begins with the days that its fields suggest, wherever they stand, and with nothing else', () => {
  const { schema } = form({
    from: day(name, { suggest: 'today' }),
    to: day(name),
    place: section(name, { since: day(name, { suggest: 'today' }), street: text(name) }),
    other: section(name, { street: text(name) }),
  })
  expect(suggested({ schema: { ...schema } })).toEqual({ from: today(), place: { since: today() } })
  expect(suggested({ schema: { ...form({ street: text(name) }).schema } })).toEqual({})
})
