/** A piece of HTML that is already safe to print. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Printable = string | number | Html | Printable[] | undefined | false

/** Template tag: everything put in is escaped, except what came from `html` itself. Lists are joined, `undefined` and `false` print nothing. */
export function html(strings: TemplateStringsArray, ...values: Printable[]): Html {
  return new Html(strings.map((string, i) => string + (i < values.length ? print(values[i]) : '')).join(''))
}

function print(value: Printable): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(print).join('')
  return String(value).replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}
