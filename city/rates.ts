import { addDays } from './calendar.ts'
import type { Day } from './calendar.ts'
import type { Dated, Rates, TermRule, Text } from './schema.ts'

/** What a reader may show beside a fact: the law if it was confirmed, otherwise a plain request to check it. */
export interface Ground {
  asLaw: boolean
  text: Text
}

const unconfirmed: Text = {
  cs: 'Informativní údaj. Platnou výši a podmínky si ověřte u odpovědného pracovníka.',
  en: 'For information only. Please check the current rules with the official in charge.',
}

/** The fact in force on a day. Throws RangeError naming the fact and the day if none was. */
export function inForce<T extends Dated>(facts: readonly T[], day: Day, name: string): T {
  const found = facts.find(fact => fact.validFrom <= day && (fact.validTo === null || day <= fact.validTo))
  if (found) return found
  throw new RangeError(`The city’s rates say nothing about “${name}” on ${day}. Add it to rates.json.`)
}

/** The ground to show with a fact. An unconfirmed one never gives its legal basis away. */
export function groundOf(fact: Dated): Ground {
  return fact.confirmed ? { asLaw: true, text: fact.legalBasis } : { asLaw: false, text: unconfirmed }
}

type Sum = Dated & { amount: number }

function sums(rates: Rates, id: string): readonly Sum[] {
  if (id === 'waste-fee') return rates.wasteFee
  const dog = /^dog-fee-(apartment-block|family-house)(-senior)?$/.exec(id)
  if (!dog) return rates.amounts[id] ?? []
  return rates.dogFee.flatMap(rate => {
    const row = rate.table.find(line => line.place === dog[1] && line.senior === (dog[2] !== undefined))
    return row ? [{ ...rate, amount: row.amount }] : []
  })
}

/**
 * Haléře of a named sum on a day: an id of `amounts` (správní poplatky, nejvyšší sazby…), 'waste-fee' for the yearly
 * waste fee, or 'dog-fee-apartment-block' and 'dog-fee-family-house', each also with '-senior'.
 */
export function amountOn(rates: Rates, id: string, day: Day): { amount: number; ground: Ground } {
  const fact = inForce(sums(rates, id), day, id)
  return { amount: fact.amount, ground: groundOf(fact) }
}

/** A named time limit on a day, in days or working days. */
export function termOn(rates: Rates, id: string, day: Day): { term: TermRule; ground: Ground } {
  const term = inForce(rates.terms[id] ?? [], day, id)
  return { term, ground: groundOf(term) }
}

/** Whether the city allows a thing on a day, by the id of the policy. */
export function policyOn(rates: Rates, id: string, day: Day): { allowed: boolean; ground: Ground } {
  const policy = inForce(rates.policies[id] ?? [], day, id)
  return { allowed: policy.allowed, ground: groundOf(policy) }
}

/** A sentence about two facts of one series that hold on the same day or are out of order; null if there are none. */
export function overlap(facts: readonly Dated[]): string | null {
  for (const [at, fact] of facts.entries()) {
    if (fact.validTo !== null && fact.validTo < fact.validFrom) return `ends (${fact.validTo}) before it begins`
    const before = facts[at - 1]
    if (!before) continue
    if (before.validTo === null || before.validTo >= fact.validFrom) {
      return `begins on ${fact.validFrom}, while the one before it still holds; end that one on ${addDays(fact.validFrom, -1)}`
    }
  }
  return null
}
