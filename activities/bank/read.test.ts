import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountToIban } from '../../forms/bank.ts'
import { camt, gpc, line, statement } from '../../tests/statements.ts'
import { readStatements } from './read.ts'
import { BrokenStatement, type Statement, type StatementLine } from './statement.ts'

const own = ['CZ6301000000196750510277', 'CZ1201000000190000729141']
const read = (bytes: Uint8Array | string) =>
  readStatements(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, own)

/** Where and why a file is refused. */
function refusal(bytes: Uint8Array | string): BrokenStatement {
  try {
    read(bytes)
  } catch (error) {
    if (error instanceof BrokenStatement) return error
    throw error
  }
  throw new Error('The file was read.')
}

const digitsUpTo = (most: number) => fc.option(fc.integer({ min: 1, max: 10 ** most - 1 }).map(String))
const word = (most: number, characters: string) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: most })
    .map(all => all.join(''))
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')
const day = fc.integer({ min: 1, max: 30 }).map(n => `2026-04-${String(n).padStart(2, '0')}`)
const accounts = ['19-2000145399/0800', '178124-4159/0710', '2000145399/0800'].map(one => accountToIban(one) ?? '')
const lines = (characters: string): fc.Arbitrary<StatementLine[]> =>
  fc
    .array(
      fc.record({
        amount: fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }).filter(amount => amount !== 0),
        ...{ bookedOn: day, valueOn: day },
        ...{ variableSymbol: digitsUpTo(10), specificSymbol: digitsUpTo(10), constantSymbol: digitsUpTo(4) },
        counterAccount: fc.option(fc.constantFrom(...accounts)),
        counterName: fc.option(word(20, characters)),
        message: fc.option(word(30, characters)),
        bankReference: fc.option(word(20, 'ABC0123456789')),
        reversal: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map(all => all.map(one => line(0, one.amount, one)).map((one, at) => ({ ...one, position: at + 1 })))
const statements = (characters: string): fc.Arbitrary<Statement> =>
  fc
    .record({
      ...{ lines: lines(characters), account: fc.constantFrom(...own), number: fc.integer({ min: 1, max: 999 }) },
      opening: fc.integer({ min: -1_000_000_00, max: 1_000_000_000_00 }),
    })
    .map(({ lines: some, ...more }) => statement(some, { ...more, from: '2026-04-01', to: '2026-04-30' }))

describe('what a bank wrote is what is read', () => {
  test('of a GPC file', () => {
    fc.assert(
      fc.property(statements('ABCxyz 019.,-'), made => {
        expect(read(gpc(made))).toEqual([made])
      }),
    )
  })
  test.each(['02', '08'] as const)('of camt.053 version %s', version => {
    const given = statements('Příliš žluťoučký kůň <&>"019').map((one): Statement => ({ ...one, format: 'camt.053' }))
    fc.assert(
      fc.property(given, made => {
        expect(read(camt(made, version))).toEqual([made])
      }),
    )
  })
  test('in the characters of windows-1250, several statements in a file', () => {
    const two = [1, 2].map(number => gpc(statement([line(1, 780_00, { counterName: 'X'.repeat(20) })], { number })))
    // Žižka in windows-1250
    const bytes = Buffer.concat(
      two.map(one => Buffer.from(one.toString('latin1').replace('X'.repeat(5), '\x8ei\x9eka'), 'latin1')),
    )
    expect(read(bytes).map(one => [one.number, one.lines[0]?.counterName])).toEqual([
      [1, `Žižka${'X'.repeat(15)}`],
      [2, `Žižka${'X'.repeat(15)}`],
    ])
  })
})

describe('a batch', () => {
  const whole = camt(statement([line(1, 900_00, { variableSymbol: '7' })])).toString()
  const parts = (...amounts: string[]) =>
    whole.replace(
      /<TxDtls>.*<\/TxDtls>/s,
      amounts
        .map(
          (amount, at) =>
            `<TxDtls><Refs><EndToEndId>/VS${at + 1}</EndToEndId></Refs>${amount && `<AmtDtls><TxAmt><Amt Ccy="CZK">${amount}</Amt></TxAmt></AmtDtls>`}</TxDtls>`,
        )
        .join(''),
    )
  test('gives a line for each transaction', () => {
    expect(read(parts('400.00', '500'))[0]?.lines.map(one => [one.position, one.amount, one.variableSymbol])).toEqual([
      [1, 400_00, '1'],
      [2, 500_00, '2'],
    ])
  })
  test('whose parts the bank does not tell is one line without symbols', () => {
    expect(read(parts('', ''))[0]?.lines).toMatchObject([{ amount: 900_00, variableSymbol: null }])
  })
  test('whose parts make something else is refused', () => {
    expect(refusal(parts('400.00', '400.00'))).toMatchObject({ element: 'Ntry/Amt' })
  })
})

describe('different symbols in one transaction', () => {
  test('are none: a person decides', () => {
    const file = camt(statement([line(1, 1_00, { variableSymbol: '42' })]), '08').toString()
    const twice = file.replace('<Strd>', '<Strd><CdtrRefInf><Ref>VS:43</Ref></CdtrRefInf></Strd><Strd>')
    expect(read(twice)[0]?.lines[0]?.variableSymbol).toBeNull()
    expect(read(file.replace('VS:42', 'VS:0042'))[0]?.lines[0]?.variableSymbol).toBe('42')
  })
})

describe('a broken GPC file names its line and columns', () => {
  const good = gpc(statement([line(1, 780_00, { variableSymbol: '42' }), line(2, -50_00)])).toString('latin1')
  const change = (row: number, from: number, text: string) =>
    good
      .split('\r\n')
      .map((one, at) => (at + 1 === row ? one.slice(0, from - 1) + text + one.slice(from - 1 + text.length) : one))
      .join('\r\n')
  test.each([
    ['a shortened line', good.replace(/.\r\n075/, '\r\n075'), 1, null],
    ['an amount changed', change(2, 49, '000000078100'), 1, '91–105'],
    ['a line left out', good.split('\r\n').toSpliced(2, 1).join('\r\n'), 1, '76–90'],
    ['a balance changed', change(1, 61, '00000010073001'), 1, '61–75'],
    ['letters in an amount', change(2, 50, 'x'), 2, '49–60'],
    ['a day that is not', change(2, 123, '310226'), 2, '123–128'],
    ['a posting code unknown', change(3, 61, '3'), 3, '61–61'],
    ['an amount of zero', change(3, 49, '000000000000'), 3, '49–60'],
    ['euros', change(2, 119, '0978'), 2, '119–122'],
    ['somebody else’s account', change(1, 4, '1234567890123456'), 1, '4–19'],
    ['an entry of another account', change(2, 4, '0000190000729141'), 2, '4–19'],
    ['an unknown record', change(3, 1, '099'), 3, '1–3'],
    ['no header', good.split('\r\n').slice(1).join('\r\n'), 1, '1–3'],
    ['an additional record before its entry', change(2, 1, '078'), 2, '1–3'],
    ['no statement number', change(1, 106, '000'), 1, '106–108'],
  ])('%s', (_, file, row, element) => {
    const { line: at, element: where, reason } = refusal(file)
    expect([at, where]).toEqual([row, element])
    expect(reason.cs).not.toBe('')
    expect(reason.en).not.toBe(reason.cs)
  })
})

describe('a broken camt.053 file names its line and element', () => {
  const good = camt(statement([line(1, 780_00, { variableSymbol: '42' }), line(2, -50_00)])).toString()
  test.each([
    ['not well formed', good.replace('</Stmt>', ''), null],
    ['cut off', good.slice(0, 900), null],
    ['an entity of its own', good.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document'), '<!DOCTYPE>'],
    [
      'an external entity',
      good.replace('<Document', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Document'),
      '<!DOCTYPE>',
    ],
    ['an unknown entity', good.replace('<Id>1</Id>', '<Id>&secret;</Id>'), null],
    ['an amount changed', good.replaceAll('780.00</Amt>', '781.00</Amt>'), 'CLBD'],
    ['part of an amount changed', good.replace(/(<TxAmt><Amt Ccy="CZK">)780/, '$1781'), 'Ntry/Amt'],
    ['an entry left out', good.replace(/<Ntry>.*?<\/Ntry>/s, ''), 'CLBD'],
    ['an entry that is announced only', good.replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'), 'Ntry/Sts'],
    ['euros', good.replace('<Ccy>CZK</Ccy>', '<Ccy>EUR</Ccy>'), 'Ccy'],
    ['an entry in euros', good.replace('<Ntry><Amt Ccy="CZK">', '<Ntry><Amt Ccy="EUR">'), 'Amt'],
    ['somebody else’s account', good.replace('CZ6301000000196750510277', 'CZ6508000000192000145399'), 'IBAN'],
    ['three decimals', good.replace('780.00</Amt>', '780.005</Amt>'), 'Amt'],
    ['a balance twice', good.replace(/(<Bal>.*?<\/Bal>)/s, '$1$1'), 'PRCD'],
    ['no closing balance', good.replace('CLBD', 'ITBD'), 'CLBD'],
    ['a wrong count', good.replace('<NbOfNtries>2', '<NbOfNtries>3'), 'TtlNtries/NbOfNtries'],
    ['a wrong sum', good.replace('<Sum>780.00', '<Sum>880.00'), 'TtlCdtNtries/Sum'],
    [
      'one page of several',
      good.replace(
        '</CreDtTm></GrpHdr>',
        '</CreDtTm><MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>',
      ),
      'MsgPgntn',
    ],
    ['a day that is not', good.replace('<BookgDt><Dt>2026-04-15', '<BookgDt><Dt>2026-04-31'), 'BookgDt'],
    ['another message', good.replaceAll('camt.053', 'camt.054'), 'Document'],
    ['no statement', good.replace(/<Stmt>.*<\/Stmt>/s, ''), 'Stmt'],
  ])('%s', (_, file, element) => {
    const refused = refusal(Buffer.from(file))
    expect(refused.element).toBe(element)
    expect(refused.line).toBeGreaterThan(0)
  })

  test('bytes that are no UTF-8 are named by their line', () => {
    const bytes = Buffer.from(good)
    bytes[bytes.indexOf('BOOK')] = 0xff
    expect(refusal(bytes).line).toBe(good.slice(0, good.indexOf('BOOK')).split('\n').length)
  })
  test('a file that nests without end is refused', () => {
    expect(refusal('<a>'.repeat(100_000)).reason.en).toBe('too deeply nested')
  })
})

test.each(['', 'Datum;Castka\n1.1.2026;5', '%PDF-1.7'])('a file of another kind is refused: %j', file => {
  expect(refusal(file)).toMatchObject({ line: 1, element: null })
})
test('any bytes are read or refused, nothing else', () => {
  const good = [gpc(statement([line(1, 780_00)])), camt(statement([line(1, 780_00)]))]
  fc.assert(
    fc.property(fc.constantFrom(...good), fc.nat(), fc.integer({ min: 0, max: 255 }), (file, at, byte) => {
      const bytes = Buffer.from(file)
      bytes[at % bytes.length] = byte
      try {
        read(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenStatement)
      }
    }),
    { numRuns: 500 },
  )
})
