import { describe, expect, it } from 'vitest'
import type { Problem } from './definition.ts'
import * as f from './fields.ts'
import { form } from './form.ts'
import { formats } from './formats.ts'
import { problems } from './judge.ts'
import { languages } from './language.ts'
import { placeOf } from './localise.ts'
import { type CrossRule, fieldAt, type Schema, walk } from './schema.ts'
import { say } from './words.ts'
import { ruleWords } from './words/rules.ts'

const name = { cs: 'Pole', en: 'Field' }

/** Everything on the shelf, in one form. */
const shelf = form({
  text: f.text(name, { pattern: '^a', messages: { pattern: name } }),
  longText: f.longText(name),
  yes: f.yes(name),
  tick: f.tick(name),
  consent: f.consent(name),
  oneOf: f.oneOf(name, { a: name }),
  someOf: f.someOf(name, { a: name }),
  day: f.day(name, { notFuture: true }),
  dayToCome: f.day(name, { notPast: true }),
  money: f.money(name),
  count: f.count(name),
  number: f.number(name),
  list: f.list(name, f.section(name, { a: f.text(name) })),
  account: f.account(),
  anyAccount: f.anyAccount(),
  birthNumber: f.birthNumber(),
  companyId: f.companyId(),
  country: f.country(),
  dataBoxId: f.dataBoxId(),
  email: f.email(),
  iban: f.iban(),
  phone: f.phone(),
  plate: f.plate(),
  postcode: f.postcode(),
  taxId: f.taxId(),
  variableSymbol: f.variableSymbol(),
  files: f.files(name),
  payableItems: f.payableItems(),
  openDebts: f.openDebts(),
  address: f.address(),
  contact: f.contact(),
  payee: f.payee(),
  personFO: f.personFO(name, { birthNumber: f.birthNumber() }),
  personPFO: f.personPFO(name),
  personPO: f.personPO(name),
  debt: f.debt(name),
  overpayment: f.overpayment(name),
  sentRefund: f.sentRefund(name),
  identifier: f.identifier(name),
  subject: f.subject(),
  optional: f.optional(f.text(name)),
  section: f.section(name, { a: f.text(name) }),
  when: f.when('tick', true, f.text(name)),
  unless: f.unless('tick', true, f.text(name)),
})

/** Every problem that a field can give, by the keywords of its schema. */
function possible(field: Schema, path: string): Problem[] {
  const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'].filter(
    keyword => keyword in field,
  )
  const bare = ['pattern', 'const', 'enum', 'oneOf', 'uniqueItems'].filter(keyword => keyword in field)
  return [
    { path, rule: 'type', params: { type: field.type } },
    { path, rule: 'required' },
    ...limits.map(rule => ({ path, rule, params: { limit: field[rule] } })),
    ...bare.map(rule => ({ path, rule, params: {} })),
    ...(field.format
      ? (['shape', 'check'] as const).map(fault => ({ path, rule: 'format', params: { format: field.format, fault } }))
      : []),
    ...(field.additionalProperties === false ? [{ path: `${path}/more`, rule: 'additionalProperties' }] : []),
    ...(field['x-rules'] ?? []).map(rule => ({
      path: path + rule.path + (rule.rule === 'unique' ? '/0' : ''),
      rule: rule.rule,
      params: paramsOf(rule, path),
    })),
  ]
}
const paramsOf = (rule: CrossRule, path: string) => ({
  limit: '2026-03-05',
  ...('other' in rule && { other: path + rule.other }),
})

const all: Problem[] = []
walk(shelf.schema, (field, path) => all.push(...possible(field, path.replaceAll('*', '0'))))

describe('words', () => {
  it('are tried on the whole shelf', () => {
    const shelved = Object.keys(f).sort()
    expect(
      Object.keys(shelf.schema.properties ?? {})
        .filter(key => key !== 'dayToCome')
        .sort(),
    ).toEqual(shelved)
    expect(all.length).toBeGreaterThan(300)
    const tried = new Set(all.map(problem => (problem.rule === 'format' ? problem.params?.['format'] : problem.rule)))
    for (const format of Object.keys(formats)) expect(tried).toContain(format)
  })

  for (const lang of languages) {
    it(`are there in ${lang} for every problem that a field can give`, () => {
      for (const problem of all) {
        const sentence = say(problem, shelf, lang)
        const nothingToSay = say({ ...problem, rule: 'no such rule' }, shelf, lang)
        expect(sentence, JSON.stringify(problem)).not.toBe(nothingToSay)
        expect(sentence, JSON.stringify(problem)).not.toMatch(/undefined|NaN|\[object|„“|“”/)
        if (sentence !== name[lang]) expect(sentence, JSON.stringify(problem)).toMatch(/^[A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ“„].*\.$/u)
      }
    })
  }

  it('differ between the languages', () => {
    for (const problem of all) {
      const [cs, en] = languages.map(lang => say(problem, shelf, lang))
      expect(cs, JSON.stringify(problem)).not.toBe(en)
    }
  })

  it('are there for every rule over several fields', () => {
    const rules: CrossRule['rule'][] = [
      'notBefore',
      'notFuture',
      'notPast',
      'ageAtLeast',
      'daysAtMost',
      'sumAtMost',
      'unique',
      'oneOfFilled',
      'bornOn',
    ]
    expect(Object.keys(ruleWords)).toEqual(expect.arrayContaining(rules))
  })

  it.each([
    ['/companyId', '00234517', 'IČO nesouhlasí s kontrolní číslicí. Zkontrolujte prosím všech 8 číslic.'],
    ['/companyId', '123', 'IČO má přesně 8 číslic. Zkontrolujte ho prosím.'],
    [
      '/account',
      '19-6750510278/0100',
      'Číslo účtu nesouhlasí s kontrolním součtem. Zkontrolujte prosím všechny číslice před lomítkem.',
    ],
    ['/day', '2026-02-30', 'Takový den v\u00a0kalendáři není. Zkontrolujte prosím den a měsíc.'],
    ['/money', 0, 'Zadejte prosím nejméně 0,01\u00a0Kč.'],
    ['/money', 'tisíc', 'Zadejte prosím částku v\u00a0korunách, například 780,50.'],
    ['/text', 'x'.repeat(201), 'Text je příliš dlouhý. Zkraťte ho prosím nejvýše na 200 znaků.'],
    ['/consent', false, 'Bez tohoto prohlášení nelze formulář odeslat. Zaškrtněte ho prosím.'],
    ['/oneOf', 'z', 'Vyberte prosím jednu z\u00a0nabízených možností: „Pole“.'],
    ['/files', [], 'Přiložte prosím alespoň 1 soubor: „Pole“.'],
  ])('%s = %j: %s', (path, value, sentence) => {
    const problem = problems(shelf, { [path.slice(1)]: value }).find(found => found.path === path)
    expect(problem && say(problem, shelf, 'cs')).toBe(sentence)
  })

  it('name the other field of a rule', () => {
    const from = { cs: 'Začátek', en: 'Beginning' }
    const definition = form(
      {
        from: f.day(from),
        to: f.day({ cs: 'Konec', en: 'End' }),
        a: f.optional(f.text(from)),
        b: f.optional(f.text(name)),
      },
      {
        rules: [
          { rule: 'notBefore', path: '/to', other: '/from' },
          { rule: 'oneOfFilled', path: '/a', paths: ['/a', '/b'] },
        ],
      },
    )
    expect(
      problems(definition, { from: '2026-03-05', to: '2026-03-04' }).map(problem => say(problem, definition, 'cs')),
    ).toEqual([
      'Datum „Konec“ nesmí být dříve než datum „Začátek“.',
      'Vyplňte prosím alespoň jeden z\u00a0údajů: „Začátek“, „Pole“.',
    ])
  })

  it('say sums of money in crowns', () => {
    const item = f.section(name, { price: f.money(name) })
    const definition = form(
      { list: f.list(name, item) },
      { rules: [{ rule: 'sumAtMost', path: '/list', key: 'price', limit: 100_000 }] },
    )
    const [problem] = problems(definition, { list: [{ price: 60_050 }, { price: 60_000 }] })
    expect(problem && say(problem, definition, 'en')).toBe(
      'The sum must not exceed CZK\u00a01,000. It is CZK\u00a01,200.50 now.',
    )
  })

  it('are those of the field, of its list or of the form where there are any', () => {
    const own = { cs: 'Vlastní.', en: 'Own.' }
    const definition = form(
      {
        a: f.text(name, { messages: { required: own } }),
        list: f.list(name, f.section(name, { b: f.text(name) }), { messages: { unique: own } }),
      },
      { rules: [{ rule: 'mine', words: own, broken: () => ['/a'] }] },
    )
    const about = (path: string, rule: string) => say({ path, rule }, definition, 'en')
    expect([about('/a', 'required'), about('/list/0', 'unique'), about('/a', 'mine')]).toEqual(['Own.', 'Own.', 'Own.'])
    expect(about('/list/0/b', 'required')).toBe('Please fill in “Field”.')
    expect(about('/a', 'toString')).toBe('“Field” is not right. Please check it.')
    expect(say({ path: '', rule: 'x' }, definition, 'cs')).toBe('Údaj není správně. Zkontrolujte ho prosím.')
  })

  it('tell where a field stands', () => {
    expect(placeOf('/personFO/residence/zip', shelf.schema, 'cs')).toEqual(['Pole', 'Trvalý pobyt', 'PSČ'])
    expect(placeOf('/personPO/acting/1/surname', shelf.schema, 'en')).toEqual([
      'Field',
      'Acting persons',
      '2.',
      'Surname',
    ])
    expect(fieldAt(shelf.schema, '/nothing/there')).toBeUndefined()
  })
})
