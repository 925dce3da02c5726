import { crowns, dayIn, plural, type Words } from '../language.ts'
import type { Schema } from '../schema.ts'

/** What a sentence may be made of: the field, its name, the rule's parameters and the names of other fields. */
export interface Context {
  field: Schema
  name: Words | undefined
  params: Record<string, unknown>
  nameOf(path: string): Words | undefined
}

/** Words for each rule: the keywords of JSON Schema that forms use, and the rules over several fields. */
export const ruleWords: Record<string, (context: Context) => Words> = {
  required: missing,
  type: wrongType,
  minLength: context => (limitOf(context) <= 1 ? missing(context) : tooShort(context)),
  maxLength: context => ({
    cs: `Text je příliš dlouhý. Zkraťte ho prosím nejvýše na ${limitOf(context)} ${plural(limitOf(context), 'cs', characters)}.`,
    en: `The text is too long. Please shorten it to at most ${limitOf(context)} ${plural(limitOf(context), 'en', characters)}.`,
  }),
  pattern: ({ name }) => ({
    cs: `${aValue(name).cs} nemá správný tvar. Zkontrolujte ho prosím.`,
    en: `${aValue(name).en} is not in the right form. Please check it.`,
  }),
  minimum: context => ({
    cs: `Zadejte prosím nejméně ${amount(context).cs}.`,
    en: `Please enter at least ${amount(context).en}.`,
  }),
  maximum: context => ({
    cs: `Zadejte prosím nejvýše ${amount(context).cs}.`,
    en: `Please enter at most ${amount(context).en}.`,
  }),
  minItems: context => ({
    cs: `${isFiles(context) ? 'Přiložte' : 'Doplňte'} prosím alespoň ${items(context).cs}${inQuotes(context.name).cs}.`,
    en: `Please ${isFiles(context) ? 'attach' : 'add'} at least ${items(context).en}${inQuotes(context.name).en}.`,
  }),
  maxItems: context => ({
    cs: `${isFiles(context) ? 'Přiložte' : 'Nechte'} prosím nejvýše ${items(context).cs}${inQuotes(context.name).cs}.`,
    en: `Please ${isFiles(context) ? 'attach' : 'keep'} at most ${items(context).en}${inQuotes(context.name).en}.`,
  }),
  uniqueItems: twice,
  unique: twice,
  const: choose,
  enum: choose,
  oneOf: choose,
  additionalProperties: unknownField,
  'false schema': unknownField,
  notBefore: ({ name, params, nameOf }) => ({
    cs: `${aDate(name).cs} nesmí být dříve než ${theDate(nameOf(String(params['other']))).cs}.`,
    en: `${aDate(name).en} must not be before ${theDate(nameOf(String(params['other']))).en}.`,
  }),
  notFuture: ({ name }) => ({
    cs: `${aDate(name).cs} nesmí být v\u00a0budoucnosti.`,
    en: `${aDate(name).en} must not be in the future.`,
  }),
  notPast: ({ name, params }) => ({
    cs: `${aDate(name).cs} nesmí být v\u00a0minulosti. Zadejte prosím ${dayIn(String(params['limit']), 'cs')} nebo pozdější den.`,
    en: `${aDate(name).en} must not be in the past. Please enter ${dayIn(String(params['limit']), 'en')} or a later day.`,
  }),
  ageAtLeast: context => ({
    cs: `Tady musí být člověku alespoň ${limitOf(context)} let. Zkontrolujte, prosím, datum narození.`,
    en: `The person must be at least ${limitOf(context)} years old here. Please check the date of birth.`,
  }),
  daysAtMost: context => ({
    cs: `Doba může trvat nejvýše ${limitOf(context)} ${plural(limitOf(context), 'cs', days)}. Zkraťte ji prosím.`,
    en: `The period may take at most ${limitOf(context)} ${plural(limitOf(context), 'en', days)}. Please shorten it.`,
  }),
  sumAtMost: context => ({
    cs: `Součet nesmí být vyšší než ${amount(context).cs}. Teď je ${amount(context, 'sum').cs}.`,
    en: `The sum must not exceed ${amount(context).en}. It is ${amount(context, 'sum').en} now.`,
  }),
  oneOfFilled: ({ params, nameOf }) => ({
    cs: `Vyplňte prosím alespoň jeden z\u00a0údajů: ${listed(params['others'], nameOf, 'cs')}.`,
    en: `Please fill in at least one of these: ${listed(params['others'], nameOf, 'en')}.`,
  }),
  bornOn: () => ({
    cs: 'Rodné číslo nesouhlasí s\u00a0datem narození. Zkontrolujte prosím obojí.',
    en: 'The birth number does not match the date of birth. Please check both.',
  }),
}

const characters: Plural = { cs: ['znak', 'znaky', 'znaků'], en: ['character', 'characters'] }
const files: Plural = { cs: ['soubor', 'soubory', 'souborů'], en: ['file', 'files'] }
const things: Plural = { cs: ['položku', 'položky', 'položek'], en: ['item', 'items'] }
const days: Plural = { cs: ['den', 'dny', 'dnů'], en: ['day', 'days'] }
type Plural = { cs: [string, string, string]; en: [string, string] }

function missing({ field, name }: Context): Words {
  const named = inQuotes(name)
  if (field.oneOf) return choose({ name })
  if (field.type === 'boolean')
    return { cs: `Odpovězte prosím ano, nebo ne${named.cs}.`, en: `Please answer yes or no${named.en}.` }
  if (isFiles({ field })) return { cs: `Přiložte prosím soubor${named.cs}.`, en: `Please attach a file${named.en}.` }
  if (field.type === 'array' || field.type === 'object')
    return {
      cs: `Doplňte prosím tuto část formuláře${named.cs}.`,
      en: `Please complete this part of the form${named.en}.`,
    }
  if (!name) return { cs: 'Vyplňte prosím toto pole.', en: 'Please fill in this field.' }
  return { cs: `Vyplňte prosím pole „${name.cs}“.`, en: `Please fill in “${name.en}”.` }
}

function tooShort(context: Context): Words {
  const limit = limitOf(context)
  return {
    cs: `Text je příliš krátký. Napište prosím alespoň ${limit} ${plural(limit, 'cs', characters)}.`,
    en: `The text is too short. Please write at least ${limit} ${plural(limit, 'en', characters)}.`,
  }
}

function wrongType({ field, name }: Context): Words {
  if (field['x-input'] === 'money')
    return {
      cs: 'Zadejte prosím částku v\u00a0korunách, například 780,50.',
      en: 'Please enter an amount in crowns, for example 780.50.',
    }
  if (field.type === 'integer') return { cs: 'Zadejte prosím celé číslo.', en: 'Please enter a whole number.' }
  if (field.type === 'number')
    return { cs: 'Zadejte prosím číslo, například 12,5.', en: 'Please enter a number, for example 12.5.' }
  return {
    cs: `${aValue(name).cs} má nečekaný tvar. Vyplňte ho prosím znovu.`,
    en: `${aValue(name).en} has an unexpected form. Please fill it in again.`,
  }
}

function choose({ name }: Pick<Context, 'name'>): Words {
  return {
    cs: `Vyberte prosím jednu z\u00a0nabízených možností${inQuotes(name).cs}.`,
    en: `Please choose one of the answers offered${inQuotes(name).en}.`,
  }
}

function twice({ field }: Context): Words {
  if (field.properties?.['size'])
    return {
      cs: 'Tento soubor je přiložen dvakrát. Jeden z\u00a0nich prosím odeberte.',
      en: 'This file is attached twice. Please remove one of them.',
    }
  return {
    cs: 'Tato položka je v\u00a0seznamu dvakrát. Jednu z\u00a0nich prosím odeberte.',
    en: 'This item is in the list twice. Please remove one of them.',
  }
}

function unknownField(): Words {
  return {
    cs: 'Formulář se mezitím změnil a\u00a0tento údaj už nezná. Načtěte prosím stránku znovu.',
    en: 'The form has changed in the meantime and does not know this value any more. Please load the page again.',
  }
}

const isFiles = ({ field }: Pick<Context, 'field'>) => field['x-check'] === 'files'
const limitOf = ({ params }: Context) => Number(params['limit'] ?? 0)

function items(context: Context): Words {
  const kind = isFiles(context) ? files : things
  const limit = limitOf(context)
  return { cs: `${limit} ${plural(limit, 'cs', kind)}`, en: `${limit} ${plural(limit, 'en', kind)}` }
}

/** A bound of a number: crowns where the field, or the summed field of the list's items, is money. */
function amount({ field, params }: Context, param = 'limit'): Words {
  const value = Number(params[param] ?? 0)
  const summed = field.items?.properties?.[String(params['key'])] ?? field.items ?? field
  if (summed['x-input'] === 'money') return { cs: crowns(value, 'cs'), en: crowns(value, 'en') }
  return { cs: String(value).replace('.', ','), en: String(value) }
}

const inQuotes = (name: Words | undefined): Words =>
  name ? { cs: `: „${name.cs}“`, en: `: “${name.en}”` } : { cs: '', en: '' }
const aValue = (name: Words | undefined): Words =>
  name ? { cs: `Údaj „${name.cs}“`, en: `“${name.en}”` } : { cs: 'Údaj', en: 'The value' }
const aDate = (name: Words | undefined): Words =>
  name ? { cs: `Datum „${name.cs}“`, en: `The date “${name.en}”` } : { cs: 'Datum', en: 'The date' }
const theDate = (name: Words | undefined): Words =>
  name ? { cs: `datum „${name.cs}“`, en: `the date “${name.en}”` } : { cs: 'předchozí datum', en: 'the earlier date' }

function listed(paths: unknown, nameOf: Context['nameOf'], lang: 'cs' | 'en'): string {
  const names = (Array.isArray(paths) ? paths : [])
    .map(path => nameOf(String(path))?.[lang])
    .filter(name => name !== undefined)
  return names.map(name => (lang === 'cs' ? `„${name}“` : `“${name}”`)).join(', ')
}
