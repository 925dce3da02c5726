import { fill } from '../../activities/notifications/fill.ts'
import { textOf } from '../../activities/notifications/house.ts'
import type { Actor, DefinitionContent } from '../../db/tables/cases.ts'
import type { TimelineEvent, Words } from '../contract.ts'
import { failureWords } from './refusals.ts'
import { moneyWords, words } from './words.ts'

interface EventRow {
  at: Date
  what: string
  step: string | null
  actor: Actor | null
  values: Record<string, unknown> | null
}

/** The case's happenings as people read them, oldest first; `department` names an inbox. Openings are told by what is awaited, not here. */
export function timeline(
  events: EventRow[],
  definition: DefinitionContent,
  department: (id: string) => Words,
): TimelineEvent[] {
  return events.flatMap(event => {
    const title = titleOf(event, definition, department)
    return title
      ? [
          {
            at: event.at.toISOString(),
            what: event.what,
            title,
            body: bodyOf(event, definition),
            actor: actorName(event.actor),
            for: event.actor?.for?.name ?? null,
          },
        ]
      : []
  })
}

/** Who acted, and who helped them at the desk; nobody where the house acted by itself. */
function actorName(actor: Actor | null): string | null {
  if (actor === null || actor.kind === 'system') return null
  return actor.assistedBy ? `${actor.name} (+ ${actor.assistedBy.name})` : actor.name
}

function titleOf(
  { what, step, actor, values }: EventRow,
  { steps, texts, outcomes }: DefinitionContent,
  department: (id: string) => Words,
): Words | null {
  const name = steps[step ?? ''] ?? words(step ?? '', step ?? '')
  const amount = moneyWords(Number(values?.['amount'] ?? 0))
  switch (what) {
    case 'answered':
      return step === 'withdraw'
        ? words('Vzali jste podání zpět', 'You withdrew the submission')
        : words(`Vyplněno: ${name.cs}`, `Completed: ${name.en}`)
    case 'lapsed':
      return words(`Uplynul čas: ${name.cs}`, `Time ran out: ${name.en}`)
    case 'late':
      return words(`Úřad nestihl lhůtu: ${name.cs}`, `The office missed its time: ${name.en}`)
    case 'handed-over': {
      const to = department(String(values?.['to']))
      return words(`Předáno jinému útvaru: ${to.cs}`, `Handed over to another department: ${to.en}`)
    }
    case 'notified': {
      const text = textOf({ texts }, String(values?.['text']))
      return text
        ? { cs: fill(text.subject.cs, values ?? {}, 'cs'), en: fill(text.subject.en, values ?? {}, 'en') }
        : null
    }
    case 'noted':
      // what was written stands in the correspondence
      return actor?.kind === 'official'
        ? words('Zpráva od úřadu', 'A message from the town hall')
        : words('Zpráva pro úřad', 'A message to the town hall')
    case 'issued':
      return words('Vystavili jsme dokument', 'We issued a document')
    case 'invited':
      return words(`Pozvali jsme: ${String(values?.['name'])}`, `We invited ${String(values?.['name'])}`)
    case 'mandate-ended':
      return words(`Zmocnění skončilo: ${String(values?.['agent'])}`, `The mandate ended: ${String(values?.['agent'])}`)
    case 'mandate-suspended':
      return words(
        `Zmocnění bylo pozastaveno: ${String(values?.['agent'])}`,
        `The mandate was suspended: ${String(values?.['agent'])}`,
      )
    case 'mandate-resumed':
      return words(
        `Zmocnění zase platí: ${String(values?.['agent'])}`,
        `The mandate is valid again: ${String(values?.['agent'])}`,
      )
    case 'payment-open':
      return words(`Platební stránka je připravená (${amount.cs})`, `The payment page is ready (${amount.en})`)
    case 'payment-refused':
      return words('Karta byla odmítnuta', 'The card was declined')
    case 'payment-asking':
      return words('Platební brána neodpovídá, ptáme se dál', 'The payment gateway does not answer, we keep asking')
    case 'payment-posted':
      return words(`Přijali jsme platbu ${amount.cs}`, `We received ${amount.en}`)
    case 'payment-held':
      return words(
        'Platba přišla v jiné měně, závazek jí nešlo uhradit',
        'The payment came in another currency, the debt could not be settled by it',
      )
    case 'payment-changed':
      return words('Závazek se mezitím změnil, nic jsme nestrhli', 'The debt changed meanwhile, nothing was charged')
    case 'payment-expired':
      return words('Platba propadla, nic jsme nestrhli', 'The payment lapsed, nothing was charged')
    case 'closed': {
      const outcome = outcomeWords(String(values?.['outcome']), outcomes)
      return words(`Uzavřeno: ${outcome.cs}`, `Closed: ${outcome.en}`)
    }
    default:
      return null
  }
}

function bodyOf({ what, values }: EventRow, { texts }: DefinitionContent): Words | null {
  if (what === 'payment-refused') return failureWords(String(values?.['failure']))
  const text = what === 'notified' ? textOf({ texts }, String(values?.['text'])) : undefined
  return text ? { cs: fill(text.body.cs, values ?? {}, 'cs'), en: fill(text.body.en, values ?? {}, 'en') } : null
}

/** How a case ended, in words. */
export function outcomeWords(outcome: string, outcomes: DefinitionContent['outcomes']): Words {
  if (outcome === 'lapsed') return words('propadlo', 'lapsed')
  if (outcome === 'withdrawn') return words('vzato zpět', 'withdrawn')
  if (outcome === 'unsigned') return words('nepodepsáno společně', 'not signed together')
  if (outcome === 'ended') return words('zaniklo', 'ended by law')
  return outcomes[outcome] ?? words(outcome, outcome)
}
