import type { ReactNode } from 'react'
import type { CaseView, Language } from '../../../api/contract.ts'
import { day, money } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { casesWords } from '../../words/cases.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words of a schema's keyword such as `x-title`: `{cs, en}`, or a plain text. */
const worded = (value: unknown, l: Language): string | undefined => {
  if (typeof value === 'string') return value
  return isObject(value) && typeof value[l] === 'string' ? value[l] : undefined
}

/** What was filed, read-only: each field of the form with its value, nested groups as lists within. */
export const Submission = ({ submission }: { submission: CaseView['submissions'][number] }) => (
  <Group schema={submission.form.schema} data={submission.data} />
)

const Group = ({ schema, data }: { schema: unknown; data: unknown }) => {
  const l = useLanguage()
  const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {}
  const values = isObject(data) ? data : {}
  return (
    <dl className="facts">
      {Object.entries(properties)
        .filter(([key]) => key in values)
        .map(([key, property]) => (
          <div key={key}>
            <dt>{(isObject(property) && (worded(property['x-title'], l) ?? worded(property['title'], l))) || key}</dt>
            <dd>
              <Value schema={property} value={values[key]} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

const Value = ({ schema, value }: { schema: unknown; value: unknown }): ReactNode => {
  const t = useWords(casesWords)
  const l = useLanguage()
  const s = isObject(schema) ? schema : {}
  if (value === undefined || value === null || value === '') return <span className="muted">{t('empty')}</span>
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value))
    return (
      <ul>
        {value.map((item, i) => (
          <li key={i}>
            <Value schema={s['items']} value={item} />
          </li>
        ))}
      </ul>
    )
  if (isObject(value)) return <Group schema={s} data={value} />
  const option = [s['oneOf'], s['anyOf']]
    .flatMap(options => (Array.isArray(options) ? options : []))
    .find(one => isObject(one) && one['const'] === value)
  if (isObject(option)) return worded(option['x-title'], l) ?? worded(option['title'], l) ?? String(value)
  if (s['format'] === 'date' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))) return day(String(value), l)
  if (s['format'] === 'money' || s['x-format'] === 'money') return money(Number(value), l)
  return String(value)
}
