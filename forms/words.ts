import type { Definition, Problem } from './definition.ts'
import type { Language, Words } from './language.ts'
import { parentOf } from './pointer.ts'
import { fieldAt, type Schema } from './schema.ts'
import { formatWords } from './words/formats.ts'
import { type Context, ruleWords } from './words/rules.ts'

/**
 * The sentence that tells a person what is wrong and what to do: the field's own words for the rule, those of the list
 * or the form it belongs to, or the usual ones.
 */
export function say(problem: Problem, form: Definition | Schema, lang: Language): string {
  const schema: Schema = isDefinition(form) ? form.schema : form
  const { path, rule } = problem
  const chain = [fieldAt(schema, path), fieldAt(schema, parentOf(path)), schema]
  const own = chain.map(field => field?.['x-messages']).find(words => words && Object.hasOwn(words, rule))
  return (own?.[rule] ?? usual(problem, schema))[lang]
}

function usual(problem: Problem, schema: Schema): Words {
  const { path, rule, params = {} } = problem
  const context: Context = {
    field: fieldAt(schema, path) ?? {},
    name: nameAt(schema, path),
    params,
    nameOf: other => nameAt(schema, other),
  }
  const format = params['format']
  if (rule === 'format' && typeof format === 'string') {
    const words = Object.hasOwn(formatWords, format) ? formatWords[format] : undefined
    return words?.[params['fault'] === 'check' && words.check ? 'check' : 'shape'] ?? fallback(context.name)
  }
  const words = Object.hasOwn(ruleWords, rule) ? ruleWords[rule] : undefined
  return words ? words(context) : fallback(context.name)
}

/** For a rule without words; a test sees to it that the fields on the shelf have none such. */
function fallback(name: Words | undefined): Words {
  if (!name)
    return { cs: 'Údaj není správně. Zkontrolujte ho prosím.', en: 'Something here is not right. Please check it.' }
  return {
    cs: `Údaj „${name.cs}“ není správně. Zkontrolujte ho prosím.`,
    en: `“${name.en}” is not right. Please check it.`,
  }
}

/** The name of a field; an item of a list without a name goes by the name of the list. */
function nameAt(schema: Schema, path: string): Words | undefined {
  return fieldAt(schema, path)?.['x-title'] ?? (path === '' ? undefined : fieldAt(schema, parentOf(path))?.['x-title'])
}

const isDefinition = (form: Definition | Schema): form is Definition =>
  'schema' in form && typeof form.schema === 'object'
