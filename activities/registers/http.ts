import type { Static, TSchema } from 'typebox'
import { AddressesAnswer, CompanyAnswer, PersonAnswer, RepresentationsAnswer, fits } from './answers.ts'
import { RegisterAway, type Registers } from './port.ts'

export interface RegisterSettings {
  /** Address of the bridge to the registers, without a slash at the end. */
  url: string
  /** What the portal proves itself with. */
  key: string
  /** So long an answer may take; a workflow's quick try has five seconds. */
  timeoutMs?: number
}

/**
 * The registers behind the city's bridge to the information system of basic registers (ISZR), asked by HTTP and JSON. No answer in
 * time, a broken connection, a failure of the bridge (5xx), too many questions (429) and an answer of another shape are all
 * RegisterAway: nothing is known, whoever asked asks again. Any other refusal (4xx) is a fault of the portal, hence a plain Error.
 */
export function httpRegisters({ url, key, timeoutMs = 4000 }: RegisterSettings): Registers {
  async function ask<S extends TSchema>(
    register: string,
    path: string,
    question: object,
    shape: S,
  ): Promise<Static<S>> {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(question),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
      .then(async response => ({ status: response.status, text: await response.text() }))
      .catch((error: unknown) => {
        throw new RegisterAway(register, error instanceof Error ? error.message : String(error))
      })
    if (answer.status >= 500 || answer.status === 429) throw new RegisterAway(register, `status ${answer.status}`)
    if (answer.status !== 200) throw new Error(`${register} refused the question: status ${answer.status}`)
    const value = parsed(answer.text)
    if (!fits(shape, value)) throw new RegisterAway(register, 'its answer has another shape than was agreed')
    return value
  }

  return {
    async person(query, caseId) {
      const answer = await ask('ROB', '/rob/person', { query, case: caseId }, PersonAnswer)
      return answer.match === 'one' ? answer.person : answer.match === 'several' ? 'several' : null
    },
    async company(companyId, caseId) {
      return (await ask('ROS', '/ros/company', { companyId, case: caseId }, CompanyAnswer)).company
    },
    async representations(query, caseId) {
      const { representations } = await ask('ReZa', '/representations', { query, case: caseId }, RepresentationsAnswer)
      return representations
    },
    async addresses(typed) {
      return (await ask('RÚIAN', '/ruian/addresses', { typed }, AddressesAnswer)).addresses
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
