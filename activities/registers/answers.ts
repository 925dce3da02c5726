import { Validator, type Schema } from '@cfworker/json-schema'
import Type, { type Static, type TSchema } from 'typebox'

// What the bridge to the registers answers (docs/operations.md). It comes from another house: it is checked, never believed.

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const text = Type.String({ minLength: 1, maxLength: 500 })
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

const Address = Type.Object({
  ruianCode: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
  street: Type.Optional(text),
  houseNumber: Type.Optional(text),
  orientationNumber: Type.Optional(text),
  city: text,
  zip: Type.Optional(text),
  country: Type.Optional(text),
})
const names = { givenName: text, familyName: text, birthDate: day }

export const PersonAnswer = Type.Union([
  Type.Object({ match: Type.Enum(['none', 'several']) }),
  Type.Object({
    match: Type.Literal('one'),
    person: Type.Object({
      aifo: text,
      ...names,
      died: orNull(day),
      address: orNull(Address),
      limitedCapacity: Type.Boolean(),
    }),
  }),
])

export const CompanyAnswer = Type.Object({
  company: orNull(
    Type.Object({
      companyId: Type.String({ pattern: '^\\d{8}$' }),
      name: text,
      legalForm: text,
      address: Address,
      dataBoxId: orNull(text),
      dissolved: orNull(day),
      body: Type.Object({
        signatures: Type.Integer({ minimum: 1 }),
        members: Type.Array(Type.Object({ ...names, function: text, since: day })),
      }),
    }),
  ),
})

export const RepresentationsAnswer = Type.Object({
  representations: Type.Array(
    Type.Object({
      id: text,
      register: Type.Enum(['ROB', 'ROS', 'ReZa']),
      basis: Type.Enum(['parent', 'guardian', 'statutory', 'poa']),
      principal: Type.Union([
        Type.Object({ kind: Type.Literal('person'), ...names, address: orNull(Address) }),
        Type.Object({ kind: Type.Literal('company'), companyId: text, name: text, address: Address }),
      ]),
      signatures: Type.Integer({ minimum: 1 }),
      validFrom: day,
      validTo: orNull(day),
      agendas: Type.Array(text),
    }),
  ),
})

export const AddressesAnswer = Type.Object({
  addresses: Type.Array(Type.Object({ ruianCode: text, text, address: Address }), { maxItems: 10 }),
})

const validators = new Map<TSchema, Validator>()

/** Whether an answer has its shape. */
export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  let validator = validators.get(schema)
  if (!validator) {
    // TypeBox keeps marks of its own beside JSON Schema's keywords; as JSON they are gone.
    const plain: Schema = JSON.parse(JSON.stringify(schema))
    validators.set(schema, (validator = new Validator(plain, '2020-12')))
  }
  return value !== undefined && validator.validate(value).valid
}
