import Type from 'typebox'
import type { Static } from 'typebox'

// What the files of a city folder may hold. The schemas are the types: whoever reads a city reads these.

const closed = { additionalProperties: false }

/** A text in both languages of the portal. */
export const Text = Type.Object({ cs: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed)
export type Text = Static<typeof Text>

const Id = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' })
const Phone = Type.String({ pattern: '^\\+420\\d{9}$' })
const Email = Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' })
const Url = Type.String({ pattern: '^https://[^\\s]+$' })
const DayText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const Hellers = Type.Integer({ minimum: 0 })
const Percent = Type.Integer({ minimum: 0, maximum: 100 })

const Span = Type.Object({ from: Clock, to: Clock }, closed)
/** Opening hours of a usual week; a day that is left out is closed. Holidays are closed whatever stands here. */
export const Week = Type.Object(
  {
    monday: Type.Optional(Type.Array(Span)),
    tuesday: Type.Optional(Type.Array(Span)),
    wednesday: Type.Optional(Type.Array(Span)),
    thursday: Type.Optional(Type.Array(Span)),
    friday: Type.Optional(Type.Array(Span)),
    saturday: Type.Optional(Type.Array(Span)),
    sunday: Type.Optional(Type.Array(Span)),
  },
  closed,
)
export type Week = Static<typeof Week>

/** A street address of an office, with the postcode as five digits. */
export const OfficeAddress = Type.Object(
  {
    id: Id,
    name: Text,
    street: Type.String({ minLength: 1 }),
    postcode: Type.String({ pattern: '^\\d{5}$' }),
    municipality: Type.String({ minLength: 1 }),
    hours: Week,
  },
  closed,
)
export type OfficeAddress = Static<typeof OfficeAddress>

/** The kinds of liabilities (druhy závazků) the city collects; each has an account of its own or shares one. */
export const liabilityKinds = [
  'waste',
  'dog',
  'fine',
  'specified-amount',
  'sewerage',
  'flat-rent',
  'premises-rent',
] as const
export const LiabilityKind = Type.Enum([...liabilityKinds])
export type LiabilityKind = (typeof liabilityKinds)[number]

/** An account of the city, in the Czech form and as IBAN. */
const Account = Type.Object({ account: Type.String(), iban: Type.String() }, closed)
export type Account = Static<typeof Account>

const Identifier = Type.Object({ value: Type.String({ minLength: 1 }), confirmed: Type.Boolean() }, closed)

const Contact = Type.Object(
  { name: Type.String({ minLength: 1 }), title: Text, email: Email, phone: Phone, note: Text },
  closed,
)

export const CityFile = Type.Object(
  {
    id: Id,
    /** The name alone, „Kladno“, and as it stands in Czech sentences. */
    name: Text,
    cases: Type.Object({ genitive: Type.String(), locative: Type.String() }, closed),
    /** „Statutární město Kladno“: the legal person. */
    legalName: Text,
    /** „Magistrát města Kladna“: the authority that decides. */
    authority: Text,
    authorityCases: Type.Object({ genitive: Type.String(), locative: Type.String() }, closed),
    /** The superior authority, to which appeals go. */
    superior: Text,
    portalName: Text,
    mayor: Type.Object({ name: Type.String({ minLength: 1 }), title: Text }, closed),
    companyId: Identifier,
    dataBox: Identifier,
    web: Url,
    portal: Url,
    email: Email,
    phone: Phone,
    addresses: Type.Array(OfficeAddress, { minItems: 1 }),
    accounts: Type.Object(
      {
        waste: Account,
        dog: Account,
        fine: Account,
        'specified-amount': Account,
        sewerage: Account,
        'flat-rent': Account,
        'premises-rent': Account,
      } satisfies Record<LiabilityKind, typeof Account>,
      closed,
    ),
    /** Accounts from which the card gateway sends what it has collected: what comes from there is no payment of a debt. */
    cardPayouts: Type.Array(Account),
    /** Where a person helps with signing in: doors of one office. */
    signInHelp: Type.Object({ department: Id, doors: Type.Array(Type.String()), note: Text }, closed),
    privacyOfficer: Contact,
    accessibility: Contact,
    categories: Type.Array(Type.Object({ id: Id, name: Text, summary: Text }, closed), { minItems: 1 }),
    /** A sentence for every page when the folder holds demo data; null in service. */
    demo: Type.Union([Text, Type.Null()]),
  },
  closed,
)

export const Department = Type.Object(
  {
    id: Id,
    name: Text,
    summary: Text,
    /** Id of the official who heads it; null where nobody is named. */
    head: Type.Union([Id, Type.Null()]),
    /** Id of one of the city's addresses. */
    address: Id,
    floor: Text,
    phone: Phone,
    email: Email,
    hours: Week,
  },
  closed,
)
export type Department = Static<typeof Department>

export const Official = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    /** Academic titles before the name, „Ing.“; empty where there are none. */
    titles: Type.String(),
    role: Text,
    department: Id,
    phone: Phone,
    email: Email,
    door: Type.String(),
    responsible: Type.Array(Text, { minItems: 1 }),
    /** What they do on the portal beside their department's tasks: `desk` serves people present, `admin` keeps the contacts, `treasurer` the money. */
    duties: Type.Optional(Type.Array(Type.Enum(['desk', 'admin', 'treasurer']))),
    /** Path of a picture inside the city folder. */
    photo: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
)
export type Official = Static<typeof Official>

/** What every dated fact carries: when it held, on what ground, and whether somebody has confirmed the ground. */
const dated = {
  validFrom: DayText,
  /** Last day; null while it still holds. */
  validTo: Type.Union([DayText, Type.Null()]),
  legalBasis: Text,
  /** Only a confirmed fact is ever shown with its legal basis. */
  confirmed: Type.Boolean(),
}
/** A fact with its time and ground. Read it through rates.ts, which never shows an unconfirmed one as law. */
export interface Dated {
  validFrom: string
  validTo: string | null
  legalBasis: Text
  confirmed: boolean
}

const DueDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
const Plan = Type.Object({ ...dated, name: Text, dueDays: Type.Array(DueDay, { minItems: 1 }) }, closed)
/** An instalment plan (splátkový kalendář): the days of the year, 'MM-DD', on which equal parts are due. */
export type Plan = Static<typeof Plan>

const Plans = Type.Object(
  { yearly: Type.Array(Plan), 'half-yearly': Type.Array(Plan), quarterly: Type.Array(Plan) },
  closed,
)
export type PlanId = keyof Static<typeof Plans>

const WasteRate = Type.Object({ ...dated, amount: Hellers }, closed)
const AgeExemption = Type.Object(
  {
    ...dated,
    name: Text,
    /** Exempt from this age on (whole years); null without a lower limit. */
    from: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    /** Exempt until this age is reached; null without an upper limit. */
    below: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    /** Counted by the age at the end of each month, or by the age reached in the calendar year. */
    counted: Type.Enum(['month-end', 'calendar-year']),
  },
  closed,
)
export type AgeExemption = Static<typeof AgeExemption>

export const dogPlaces = ['apartment-block', 'family-house'] as const
export type DogPlace = (typeof dogPlaces)[number]
const DogRate = Type.Object(
  {
    ...dated,
    /** A holder is a senior from the year in which this age is exceeded. */
    seniorAge: Type.Integer({ minimum: 1 }),
    table: Type.Array(
      Type.Object({ place: Type.Enum([...dogPlaces]), senior: Type.Boolean(), amount: Hellers }, closed),
      { minItems: 1 },
    ),
    /** Added to the fee of the second and every further dog, percent. */
    nextDogPercent: Percent,
  },
  closed,
)
export type DogRate = Static<typeof DogRate>

const SewerageRate = Type.Object(
  { ...dated, /** Haléře per m³ without VAT. */ pricePerCubicMetre: Hellers, vatPercent: Percent },
  closed,
)
const LateIncrease = Type.Object(
  { ...dated, /** The increase is at most this many times the part not paid in time. */ timesUnpaid: Type.Integer() },
  closed,
)
const Amount = Type.Object({ ...dated, name: Text, amount: Hellers }, closed)
const TermRule = Type.Object(
  {
    ...dated,
    name: Text,
    days: Type.Integer({ minimum: 0 }),
    unit: Type.Enum(['days', 'working-days']),
  },
  closed,
)
export type TermRule = Static<typeof TermRule>

const DeskRule = Type.Object(
  {
    ...dated,
    /** So many days a code printed at the desk is valid. */
    codeDays: Type.Integer({ minimum: 1, maximum: 60 }),
    /** The level of assurance (eIDAS) that the desk vouches for: of passkeys made with its code, and of assisted filing. */
    assurance: Type.Enum(['low', 'substantial']),
    /** From this age (whole years) somebody may have an account of their own. */
    fromAge: Type.Integer({ minimum: 0 }),
  },
  closed,
)
/** What the city's desk for people in person may do. */
export type DeskRule = Static<typeof DeskRule>
const Policy = Type.Object({ ...dated, name: Text, allowed: Type.Boolean() }, closed)

export const Rates = Type.Object(
  {
    desk: Type.Array(DeskRule, { minItems: 1 }),
    wasteFee: Type.Array(WasteRate, { minItems: 1 }),
    wasteExemptions: Type.Record(Type.String(), Type.Array(AgeExemption)),
    wastePlans: Plans,
    dogFee: Type.Array(DogRate, { minItems: 1 }),
    dogPlans: Plans,
    sewerage: Type.Object({ dubi: Type.Array(SewerageRate), svermov: Type.Array(SewerageRate) }, closed),
    lateIncrease: Type.Array(LateIncrease, { minItems: 1 }),
    /** Administrative fees, caps and other sums by id; guides show them as {{amount:id}}. */
    amounts: Type.Record(Type.String(), Type.Array(Amount, { minItems: 1 })),
    /** Time limits by id; guides show them as {{term:id}}. */
    terms: Type.Record(Type.String(), Type.Array(TermRule, { minItems: 1 })),
    /** What the city decides for itself, by id. `online-mandate`: a power of attorney granted by sign-in stands for an officially verified signature. */
    policies: Type.Record(Type.String(), Type.Array(Policy, { minItems: 1 })),
  },
  closed,
)
export type Rates = Static<typeof Rates>
