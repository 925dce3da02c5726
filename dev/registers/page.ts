import type { Address } from '../../db/tables/people.ts'
import { html, type Html } from '../identity/pages/html.ts'
import type { Controls } from './controls.ts'
import type { Entries, PersonEntry } from './entries.ts'
import { registerNames, type Fault } from './faults.ts'

const day = new Intl.DateTimeFormat('cs-CZ', { timeZone: 'UTC' })
const shown = (value: string | null) => (value === null ? '–' : day.format(new Date(value)))
const time = new Intl.DateTimeFormat('cs-CZ', { timeStyle: 'medium', timeZone: 'Europe/Prague' })
const line = (at: Address | null) =>
  at
    ? `${[at.street, [at.houseNumber, at.orientationNumber].filter(Boolean).join('/')].filter(Boolean).join(' ')}, ${at.city}`
    : '–'

const kinds: Record<Fault['does'], string> = {
  status: 'odpovídá chybou 503',
  timeout: 'neodpovídá',
  reset: 'zavírá spojení',
  delay: 'odpovídá za 8 vteřin',
  nonsense: 'odpovídá nesmysl',
}
const registers: Record<Fault['register'], string> = {
  ROB: 'ROB (obyvatelé)',
  ROS: 'ROS (osoby)',
  ReZa: 'Registr zastupování',
  RÚIAN: 'RÚIAN (adresy)',
  everything: 'Všechny registry',
}

/** Who is in the registers, what was asked of them, and the switches that make them fail. */
export function page(controls: Controls): string {
  const entries = controls.entries()
  return html`<!doctype html>
    <html lang="cs">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Ukázkové registry</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="brand"><span class="badge">DEMO</span> Ukázkové registry</p>
          <p class="demo">Napodobují základní registry a registr zastupování. Lidé i firmy jsou vymyšlení.</p>
        </header>
        <main>
          <h1>Registry</h1>
          ${switches(controls.faults())} ${people(entries)} ${companies(entries)} ${representations(entries)}
          ${questions(controls)}
        </main>
      </body>
    </html> `.text
}

function switches(faults: Fault[]): Html {
  return html`<section aria-labelledby="switches">
    <h2 id="switches">Výpadky</h2>
    ${
      faults.length === 0
        ? html`<p>Všechny registry odpovídají.</p>`
        : html`<ul>
              ${faults.map(({ register, does }) => html`<li>${registers[register]}: ${kinds[does]}</li>`)}
            </ul>
            <form method="post" action="/switch">
              <button name="does" value="behave">Všechno opravit</button>
            </form>`
    }
    <form class="switch" method="post" action="/switch">
      <label>
        Registr
        <select name="register">
          ${registerNames.map(name => html`<option value="${name}">${registers[name]}</option>`)}
        </select>
      </label>
      <label>
        Co dělá
        <select name="does">
          ${Object.entries(kinds).map(([kind, text]) => html`<option value="${kind}">${text}</option>`)}
        </select>
      </label>
      <button class="quiet">Zapnout</button>
    </form>
  </section>`
}

const table = (caption: string, heads: string[], rows: (string | Html)[][]): Html =>
  html`<section aria-label="${caption}">
    <h2>${caption}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <thead>
          <tr>
            ${heads.map(head => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            row =>
              html`<tr>
                ${row.map(cell => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`

const nameOf = (one: PersonEntry | undefined) => (one ? `${one.givenName} ${one.familyName}` : '?')

function people({ persons }: Entries): Html {
  return table(
    'Obyvatelé (ROB)',
    ['Jméno', 'Narozen(a)', 'Rodné číslo', 'Adresa', 'Poznámka'],
    persons.map(one => [
      nameOf(one),
      shown(one.birthDate),
      one.birthNumber ?? '–',
      line(one.address),
      one.died ? `zemřel(a) ${shown(one.died)}` : one.limitedCapacity ? 'omezená svéprávnost' : '',
    ]),
  )
}

function companies({ companies: all }: Entries): Html {
  return table(
    'Firmy a podnikatelé (ROS)',
    ['IČO', 'Název', 'Jedná', 'Způsob', 'Zánik'],
    all.map(one => [
      one.companyId,
      one.name,
      one.body.members.map(who => `${who.givenName} ${who.familyName} (${who.function})`).join(', ') || '–',
      one.body.signatures > 1 ? `společně ${one.body.signatures}` : 'samostatně',
      shown(one.dissolved),
    ]),
  )
}

function representations({ relations, reza, persons, companies: all }: Entries): Html {
  const person = (aifo: string) => nameOf(persons.find(one => one.aifo === aifo))
  return table(
    'Zastupování',
    ['Kdo', 'Za koho', 'Na základě', 'Od', 'Do'],
    [
      ...relations.map(one => [
        person(one.agent),
        person(one.principal),
        one.basis === 'parent' ? 'rodič (ROB), do 18 let' : 'opatrovník (ROB)',
        shown(one.from),
        shown(one.to),
      ]),
      ...reza.map(({ agent, principal, agendas, from, to }) => [
        person(agent),
        'person' in principal
          ? person(principal.person)
          : (all.find(({ companyId }) => companyId === principal.company)?.name ?? '?'),
        `ReZa: ${agendas.join(', ')}`,
        shown(from),
        shown(to),
      ]),
    ],
  )
}

function questions(controls: Controls): Html {
  const last = controls.asked().slice(-30).toReversed()
  return table(
    'Poslední dotazy',
    ['Kdy', 'Registr', 'V jaké věci'],
    last.map(({ at, register, case: of }) => [time.format(new Date(at)), registers[register], of ?? '–']),
  )
}
