import { errors } from './errors.ts'
import { refusalsOf, tagOf, templated } from './openapi.ts'
import type { Described } from './route.ts'
import * as contract from './contract.ts'

/** The description of the interface as a page to read: no script, one style sheet, every part with an address of its own. */
export function docsPage(routes: readonly Described[]): string {
  const tags = [...Map.groupBy(routes, tagOf)]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Interface of Portál občana</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><h1>Interface of <span lang="cs">Portál občana</span></h1>
<p>The same as a document for machines: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p></header>
<nav aria-label="Contents"><ul>
${tags.map(([tag]) => `<li><a href="#${tag}">${escaped(tag)}</a></li>`).join('\n')}
<li><a href="#problems">Problems</a></li>
<li><a href="#shapes">Shapes</a></li>
</ul></nav>
<main id="content">
<p>Instants are ISO 8601, days are dates in Europe/Prague, money is whole haléře of CZK. Words come in Czech and English, or in the
language of <code>Accept-Language</code>. A person is known by a cookie that signing in sets. Writes are taken from the portal’s own
origin alone. Every refusal is a problem of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>.</p>
${tags.map(([tag, own]) => section(tag, own)).join('\n')}
${problems()}
${shapes()}
</main>
</body>
</html>
`
}

function section(tag: string, routes: readonly Described[]): string {
  return `<section aria-labelledby="${tag}"><h2 id="${tag}">${escaped(tag)}</h2>
${routes.map(operation).join('\n')}</section>`
}

function operation(route: Described): string {
  const who = typeof route.who === 'object' ? `officials with the role ${route.who.role}` : audiences[route.who]
  const facts = [
    ['For', route.webhook ? 'the payment gateway, proved by its signature' : who],
    ...(route.query ? [['Query', Object.keys(propertiesOf(route.query)).map(code).join(', ')]] : []),
    ...(route.body ? [['Takes', shape(route.body)]] : []),
    ...(route.takes
      ? [['Takes', `${route.takes.types.map(code).join(', ')} of ${route.takes.bytes / 1024} kB at most`]]
      : []),
    ...Object.entries(route.answers).map(([status, content]) => [`Answers ${status}`, shape(content)]),
    [
      'Refuses',
      refusalsOf(route)
        .map(it => `<a href="#${it}">${it}</a>`)
        .join(', '),
    ],
  ]
  return `<article><h3><code><b>${route.method.toUpperCase()}</b> ${escaped(templated(route.path))}</code></h3>
<p>${escaped(route.summary)}</p>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl></article>`
}

const audiences = {
  anyone: 'anyone',
  'signed-in': 'citizens and officials who are signed in',
  citizen: 'citizens who are signed in',
  official: 'officials who are signed in',
}

function problems(): string {
  const rows = Object.entries(errors).map(
    ([name, { status, title, detail }]) =>
      `<tr id="${name}"><th scope="row"><code>${name}</code></th><td>${status}</td><td>${escaped(title.en)}. ${escaped(detail.en)}</td>` +
      `<td lang="cs">${escaped(title.cs)}. ${escaped(detail.cs)}</td></tr>`,
  )
  return `<section aria-labelledby="problems"><h2 id="problems">Problems</h2>
<div class="wide" tabindex="0" role="group" aria-label="Table of problems"><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th>
<th scope="col">In English</th><th scope="col">In Czech</th></tr></thead><tbody>
${rows.join('\n')}</tbody></table></div></section>`
}

function shapes(): string {
  const parts = Object.entries(contract).map(([name, schema]) => {
    const fields = Object.entries(propertiesOf(schema)).map(
      ([field, inner]) => `<div><dt>${code(field)}</dt><dd>${shape(inner)}</dd></div>`,
    )
    return `<article><h3 id="shape-${name}">${name}</h3>${fields.length > 0 ? `<dl>${fields.join('')}</dl>` : `<p>${described(schema)}</p>`}</article>`
  })
  return `<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>${parts.join('\n')}</section>`
}

const names = new Map<unknown, string>(Object.entries(contract).map(([name, schema]) => [schema, name]))

/** A shape in one line: its name with a link, or what it is made of. */
function shape(content: unknown): string {
  if (content === null) return 'nothing'
  if (content === 'events') return 'server-sent events'
  if (typeof content === 'string') return content === 'file' ? 'a file' : content.toUpperCase()
  const name = names.get(content)
  return name ? `<a href="#shape-${name}">${name}</a>` : described(content)
}

function described(schema: unknown): string {
  if (!isObject(schema)) return 'anything'
  const words = typeof schema['description'] === 'string' ? ` – ${escaped(schema['description'])}` : ''
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].map(shape).join(' or ') + words
  if (Array.isArray(schema['enum'])) return schema['enum'].map(value => code(String(value))).join(', ') + words
  if ('const' in schema) return code(String(schema['const'])) + words
  if (schema['type'] === 'array') return `list of ${shape(schema['items'])}${words}`
  const fields = Object.keys(propertiesOf(schema))
  if (fields.length > 0) return `object with ${fields.map(code).join(', ')}${words}`
  const format = typeof schema['format'] === 'string' ? ` (${schema['format']})` : ''
  return escaped(`${typeof schema['type'] === 'string' ? schema['type'] : 'anything'}${format}`) + words
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  return isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {}
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const code = (text: string) => `<code>${escaped(text)}</code>`
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
