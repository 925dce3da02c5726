import type { Level, Means, MeansId } from '../means.ts'
import { holds, reaches } from '../means.ts'
import type { DemoPerson, NameState } from '../person.ts'
import { addressLine, fullName, inState } from '../person.ts'
import { dayText } from './dates.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import { icon } from './icons.ts'
import { layout, withQuery } from './layout.ts'
import type { Language } from './texts.ts'
import { texts } from './texts.ts'

/** What all pages of one sign-in share. */
export type Visit = {
  language: Language
  /** the page's own address; its query holds the choices made so far */
  here: URL
  /** the name of the service the visitor signs in to */
  service: string
  required: Level
  /** offer means below the required level as well */
  anyway: boolean
}

/** The first page: which means of identification. */
export function meansPage(visit: Visit, offer: Means[]): string {
  const t = texts[visit.language]
  const personal = offer.filter(means => means.id !== 'employee')
  const employee = offer.filter(means => means.id === 'employee')
  return layout({
    ...visit,
    title: t.pickHeading,
    body: html`
      <p class="over">${t.pickTitle(visit.service)}</p>
      <h1>${t.pickHeading}</h1>
      ${visit.required !== 'low' && html`<p class="lead">${t.pickLevel(t.levels[visit.required])}</p>`}
      <ul class="cards">
        ${personal.map(means => meansCard(visit, means))}
      </ul>
      <h2>${t.employeeHeading}</h2>
      <ul class="cards">
        ${employee.map(means => meansCard(visit, means))}
      </ul>
      <form method="post">
        <button class="quiet" name="action" value="cancel">${t.cancel}</button>
      </form>
      ${situations(visit)}
    `,
  })
}

function meansCard(visit: Visit, means: Means): Html {
  const t = texts[visit.language]
  const offered = visit.anyway || reaches(means.level, visit.required)
  const name = means.name[visit.language]
  if (!offered)
    return html`<li class="card off">
      ${icon(means.id)}
      <span><b>${name}</b> <small>${t.tooLow(t.levels[means.level], t.levels[visit.required])}</small></span>
    </li>`
  return html`<li>
    <a class="card" href="${withQuery(visit.here, { means: means.id })}">
      ${icon(means.id)}
      <span><b>${name}</b> <small>${t.level(t.levels[means.level])}</small></span>
    </a>
  </li>`
}

function situations(visit: Visit): Html {
  const t = texts[visit.language]
  return html`<details ${visit.anyway && html`open`}>
    <summary>${t.situations}</summary>
    <p>${t.situationsHelp}</p>
    ${
      visit.required !== 'low' &&
      html`<p>
        <a href="${withQuery(visit.here, { anyway: visit.anyway ? undefined : '1' })}"
          >${visit.anyway ? t.notAnyway : t.anyway}</a
        >
      </p>`
    }
    <form method="post">
      <button class="quiet" name="action" value="unavailable">${t.unavailable}</button>
      <button class="quiet" name="action" value="outage">${t.outage}</button>
    </form>
  </details>`
}

/** The second page: which of the demo people holding the means. */
export function peoplePage(visit: Visit, means: Means, people: DemoPerson[]): string {
  const t = texts[visit.language]
  const holders = people.filter(person => holds(person, means))
  return layout({
    ...visit,
    title: t.peopleHeading,
    body: html`
      <p><a href="${withQuery(visit.here, { means: undefined })}">← ${t.backToMeans}</a></p>
      <p class="over">${means.name[visit.language]}</p>
      <h1>${t.peopleHeading}</h1>
      ${holders.length === 0 && html`<p>${t.nobody}</p>`}
      <ul class="cards">
        ${holders.map(person => [
          personCard(visit, person, means.id, 'now'),
          person.formerly && personCard(visit, person, means.id, 'formerly'),
        ])}
      </ul>
    `,
  })
}

function personCard(visit: Visit, person: DemoPerson, means: MeansId, state: NameState): Html {
  const t = texts[visit.language]
  const shown = inState(person, state)
  const href = withQuery(visit.here, { person: person.key, state: state === 'formerly' ? state : undefined })
  const facts =
    means === 'databox' && person.databox?.company
      ? person.databox.company.name
      : `${t.born(dayText(person.birthdate, visit.language))} · ${addressLine(person.address)}`
  return html`<li>
    <a class="card" href="${href}">
      <span>
        <b>${fullName(shown)}</b>${state === 'formerly' && html` <em>(${t.formerly})</em>`}
        ${means !== 'employee' && html`<small>${facts}</small>`}
        <small>${person.story[visit.language]}</small>
      </span>
    </a>
  </li>`
}
