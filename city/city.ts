import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Validator } from '@cfworker/json-schema'
import type { Schema } from '@cfworker/json-schema'
import Type from 'typebox'
import type { Static, TSchema } from 'typebox'
import { misfits } from './consistency.ts'
import { CityFile, Department, Official, Rates } from './schema.ts'

/** The city as its folder describes it, checked and frozen. An identifier nobody has confirmed is null. */
export interface City extends Omit<Static<typeof CityFile>, 'companyId' | 'dataBox'> {
  /** The folder it was read from; guides lie in `guides/` inside it. */
  dir: string
  /** IČO, eight digits. */
  companyId: string | null
  /** Id of the data box (ID datové schránky). */
  dataBox: string | null
  departments: readonly Department[]
  officials: readonly Official[]
  rates: Rates
}

/** A city folder that cannot be used. The message names each file and place and says what is wrong there. */
export class CityError extends Error {
  override name = 'CityError'
}

/** The folder of Kladno, used where the settings name no other city. */
export const kladno = fileURLToPath(new URL('./kladno', import.meta.url))

/**
 * Reads `city.json`, `departments.json`, `officials.json` and `rates.json` of a city folder. Another city is another
 * folder. Throws CityError if a file is missing, is not JSON, breaks its schema, or contradicts another file.
 */
export function loadCity(dir: string = kladno): City {
  const file = read(dir, 'city.json', CityFile)
  const departments = read(dir, 'departments.json', Type.Array(Department))
  const officials = read(dir, 'officials.json', Type.Array(Official))
  const rates = read(dir, 'rates.json', Rates)
  const problems = misfits({ ...file, departments, officials, rates })
  if (problems.length > 0) {
    throw new CityError(problems.map(({ file: name, text }) => `${shown(dir, name)}: ${text}`).join('\n'))
  }
  const known = (id: { value: string; confirmed: boolean }) => (id.confirmed ? id.value : null)
  const ids = { companyId: known(file.companyId), dataBox: known(file.dataBox) }
  return freeze({ ...file, ...ids, dir, departments, officials, rates })
}

/** The path of a file of the city folder as people know it: from the folder the program runs in. */
export function shown(dir: string, name: string): string {
  const path = relative(process.cwd(), join(dir, name))
  return path.startsWith('..') ? join(dir, name) : path
}

function read<S extends TSchema>(dir: string, name: string, schema: S): Static<S> {
  const value = parse(dir, name)
  if (fits(schema, value)) return value
  const { errors } = new Validator(schemaOf(schema), '2020-12', false).validate(value)
  const lines = errors
    .filter(({ keyword }) => !around.includes(keyword))
    .map(({ keyword, instanceLocation, error }) => {
      const text = keyword === 'false' ? 'no such key is known here; was it misspelt?' : error
      return `${shown(dir, name)}: at ${place(instanceLocation)}: ${text}`
    })
  throw new CityError([...new Set(lines)].join('\n'))
}

// The judge reports a wrong value once for itself and once for everything around it: these are the latter.
const around = ['properties', 'items', 'additionalProperties', 'patternProperties']

function parse(dir: string, name: string): unknown {
  let text: string
  try {
    text = readFileSync(join(dir, name), 'utf8')
  } catch {
    throw new CityError(`${shown(dir, name)}: the file cannot be read. A city folder needs it; is the folder right?`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CityError(`${shown(dir, name)}: this is not JSON: ${reason}`)
  }
}

function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return new Validator(schemaOf(schema), '2020-12').validate(value).valid
}

// TypeBox writes plain JSON Schema with a few hidden marks of its own; as JSON it is what the judge reads.
function schemaOf(schema: TSchema): Schema {
  return JSON.parse(JSON.stringify(schema))
}

function place(location: string): string {
  return location === '#' ? 'the top of the file' : location.slice(1)
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}
