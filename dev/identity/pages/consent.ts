import { loginFaults } from '../faults.ts'
import type { Attribute, Means } from '../means.ts'
import type { DemoPerson } from '../person.ts'
import { addressLine, fullName } from '../person.ts'
import type { Visit } from './choose.ts'
import { dayText } from './dates.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import { layout, withQuery } from './layout.ts'
import type { Language } from './texts.ts'
import { texts } from './texts.ts'

/**
 * The last page: what will be handed over, with the address optional, and the scenarios of failure.
 * @param person in the state chosen on the page before
 */
export function consentPage(visit: Visit, means: Means, person: DemoPerson): string {
  const t = texts[visit.language]
  const always = means.attributes.filter(attribute => attribute !== 'address')
  return layout({
    ...visit,
    title: t.consentHeading,
    body: html`
      <p><a href="${withQuery(visit.here, { person: undefined, state: undefined })}">← ${t.backToPeople}</a></p>
      <p class="over">${means.name[visit.language]}</p>
      <h1>${t.consentHeading}</h1>
      <p class="lead">${t.consentLead(visit.service)}</p>
      <form method="post">
        <dl>
          ${always.map(attribute => {
            const value = valueOf(attribute, person, visit.language)
            return (
              value &&
              html`<dt>${t.attributes[attribute]}</dt>
                <dd>${value}</dd>`
            )
          })}
        </dl>
        ${
          means.attributes.includes('address') &&
          html`<p class="choice">
            <input type="checkbox" id="address" name="address" value="yes" checked aria-describedby="address-help" />
            <label for="address">${t.handAddress}: <b>${addressLine(person.address)}</b></label>
            <small id="address-help">${t.handAddressHelp}</small>
          </p>`
        }
        <p class="buttons">
          <button name="action" value="agree">${t.agree}</button>
          <button class="quiet" name="action" value="refuse">${t.refuse}</button>
          <button class="quiet" name="action" value="cancel">${t.cancel}</button>
        </p>
        ${faultChoice(visit.language)}
      </form>
    `,
  })
}

function faultChoice(language: Language): Html {
  const t = texts[language]
  return html`<details>
    <summary>${t.situations}</summary>
    <fieldset>
      <legend>${t.fault}</legend>
      ${loginFaults.map(
        fault =>
          html`<p class="choice">
            <input
              type="radio"
              id="fault-${fault}"
              name="fault"
              value="${fault}"
              ${fault === 'none' && html`checked`}
            />
            <label for="fault-${fault}">${t.faults[fault]}</label>
          </p>`,
      )}
    </fieldset>
  </details>`
}

/** What the page shows of an attribute; undefined where this person has none. */
function valueOf(attribute: Attribute, person: DemoPerson, language: Language): string | undefined {
  const t = texts[language]
  switch (attribute) {
    case 'name':
      return fullName(person)
    case 'birthdate':
      return dayText(person.birthdate, language)
    case 'address':
      return addressLine(person.address)
    case 'birthnumber':
      return person.birthnumber?.replace(/^(\d{6})/, '$1/')
    case 'idcard':
      return person.idcard && `${person.idcard.number} (${t.validTo(dayText(person.idcard.validTo, language))})`
    case 'email':
      return person.email
    case 'phone':
      return person.phone
    case 'official':
      return person.official?.id
    case 'databox': {
      const { databox } = person
      if (!databox) return undefined
      const role = { PRIMARY_USER: t.statutory, ENTRUSTED_USER: t.entrusted, ADMINISTRATOR: t.administrator }[
        databox.user_type
      ]
      return [databox.box_id, databox.company?.name, role].filter(Boolean).join(', ')
    }
  }
}
