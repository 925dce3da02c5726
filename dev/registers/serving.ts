import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Type from 'typebox'
import { Value } from 'typebox/value'
import type { Day } from '../../city/calendar.ts'
import { readBody, securityHeaders } from '../identity/http.ts'
import { findAddresses, findCompany, findPerson, findRepresentations } from './answering.ts'
import type { Controls } from './controls.ts'
import { faultKinds, registerNames, type Fault, type Faults, type RegisterName } from './faults.ts'
import { page } from './page.ts'

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

const Query = Type.Object({
  givenName: Type.String(),
  familyName: Type.String(),
  birthDate: Type.String(),
  birthNumber: Type.Optional(Type.String()),
})
const Person = Type.Object({ query: Query, case: Type.String() })
const Company = Type.Object({ companyId: Type.String(), case: Type.String() })
const Typed = Type.Object({ typed: Type.String({ maxLength: 200 }) })

interface House {
  controls: Controls
  faults: Faults
  key: string
  today: () => Day
}

/** A question the registers can answer, by its address. */
interface Question {
  register: RegisterName
  answer(house: House, body: unknown): { case: string | null; body: unknown }
}

const questions: Record<string, Question> = {
  '/rob/person': {
    register: 'ROB',
    answer({ controls }, body) {
      const asked = Value.Parse(Person, body)
      const found = findPerson(controls.entries(), asked.query)
      const match = found === null ? 'none' : found === 'several' ? 'several' : 'one'
      return { case: asked.case, body: match === 'one' ? { match, person: found } : { match } }
    },
  },
  '/ros/company': {
    register: 'ROS',
    answer({ controls }, body) {
      const asked = Value.Parse(Company, body)
      return { case: asked.case, body: { company: findCompany(controls.entries(), asked.companyId) } }
    },
  },
  '/representations': {
    register: 'ReZa',
    answer({ controls, today }, body) {
      const asked = Value.Parse(Person, body)
      const representations = findRepresentations(controls.entries(), asked.query, today())
      return { case: asked.case, body: { representations } }
    },
  },
  '/ruian/addresses': {
    register: 'RÚIAN',
    answer({ controls }, body) {
      return { case: null, body: { addresses: findAddresses(controls.entries(), Value.Parse(Typed, body).typed) } }
    },
  },
}

/** Answers questions of the portal, shows the page at `/`, and takes its switches. */
export function serve(house: House): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void handle(house, request, response).catch(() => response.destroy())
  }
}

async function handle(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const question = Object.hasOwn(questions, path) ? questions[path] : undefined
  if (request.method === 'POST' && question) return answer(house, question, request, response)
  if (request.method === 'POST' && path === '/switch') return flip(house, request, response)
  const [type, body] =
    path === '/style.css' ? ['text/css', style] : path === '/' ? ['text/html', page(house.controls)] : ['', '']
  response.writeHead(body === '' ? 404 : 200, {
    'content-type': `${type || 'text/plain'}; charset=utf-8`,
    ...securityHeaders([]),
  })
  response.end(body)
}

async function answer(
  house: House,
  question: Question,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await readBody(request)
  if (request.headers.authorization !== `Bearer ${house.key}`) return json(response, 401, { error: 'Who are you?' })
  const fault = house.faults.meet(question.register)
  if (fault && !(await suffered(house, fault, response))) return
  let found
  try {
    found = question.answer(house, JSON.parse(text))
  } catch {
    return json(response, 400, { error: 'The question has another shape than was agreed.' })
  }
  house.controls.log({ at: new Date().toISOString(), register: question.register, case: found.case })
  json(response, 200, found.body)
}

/** Misbehaves; gives whether the question is answered after all. */
async function suffered({ faults }: House, fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.does === 'delay') await faults.wait(fault.ms ?? 1000)
  if (fault.does === 'delay') return true
  if (fault.does === 'timeout') await faults.wait(600_000)
  if (fault.does === 'status') json(response, 503, { error: 'The register is out of service.' })
  else if (fault.does === 'nonsense') json(response, 200, { hello: 'world' })
  else response.destroy()
  return false
}

function json(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

/** The page's switches: one register misbehaves, or all behave. */
async function flip({ controls }: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await readBody(request))
  const register = registerNames.find(name => name === form.get('register'))
  const does = faultKinds.find(kind => kind === form.get('does'))
  const own = request.headers.origin === undefined || request.headers.origin === `http://${request.headers.host}`
  if (!own) return json(response, 403, { error: 'The request comes from another site.' })
  if (form.get('does') === 'behave') controls.behave()
  else if (register && does) controls.misbehave({ register, does, ...(does === 'delay' && { ms: 8000 }) })
  response.writeHead(303, { location: '/' })
  response.end()
}
