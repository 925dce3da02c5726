import { expect, test } from 'vitest'
import { markOf, parseMark } from './marks.ts'

test.each(['2026-07-03', '2026-07-03 10:20:30.123456+00', '2026-07-03 23:59:59+02', '2026-07-03 08:00:00.5-03:30'])(
  'a place is read as it was written: %s',
  key => {
    const mark = { key, id: 'a6f1:verdict/2|x' }
    expect(parseMark(markOf(mark))).toEqual(mark)
  },
)

test.each(['', '|', 'x', '2026-02-31|a', '2026-07-03 25:00:00+00|a', '2026-07-03|', '9999-99-99|a', 'infinity|a'])(
  'anything else is none: %s',
  text => expect(parseMark(text)).toBeUndefined(),
)
