import type { Language, ProblemDetails } from '../api/contract.ts'
import { shell } from './words/shell.ts'
import { say } from './words/words.ts'

/** A refusal or a failure, always with words for the person; `details.status` 0 when no answer came at all. */
export class ApiProblem extends Error {
  readonly details: ProblemDetails
  constructor(details: ProblemDetails) {
    super(details.detail)
    this.name = 'ApiProblem'
    this.details = details
  }
  get status(): number {
    return this.details.status
  }
}

let language: Language = 'cs'
/** The language in which the API words its problems from now on. */
export const speak = (l: Language): void => {
  language = l
}

let noSession = (): void => undefined
/** Is called at every refusal for want of a session, wherever it came from: that is news about the session. */
export const onNoSession = (hear: () => void): void => {
  noSession = hear
}

let mandateNews = (): void => undefined
/** Is called at every refusal because of a mandate: it has ended or does not reach so far, so what is known of it is old. */
export const onMandateNews = (hear: () => void): void => {
  mandateNews = hear
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isProblem = (value: unknown): value is ProblemDetails =>
  isObject(value) && typeof value['code'] === 'string' && typeof value['detail'] === 'string'

/** A failure that the API did not word itself: no connection, or a proxy's own page in place of an answer. */
const unworded = (status: number): ApiProblem => {
  const code = status === 0 ? 'no-connection' : 'no-answer'
  return new ApiProblem({
    type: 'about:blank',
    code,
    status,
    title: say(shell, language, status === 0 ? 'noConnection' : 'noAnswer'),
    detail: say(shell, language, status === 0 ? 'noConnectionHelp' : 'noAnswerHelp'),
    requestId: '',
  })
}

/**
 * Calls the API at `/api…` of this very host. Gives the answer's body (null for 204), whose shape the API's contract
 * promises and its own tests hold: this is the one place where it is trusted.
 * @throws {ApiProblem} for every answer but 2xx and when no answer comes
 */
export async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(`/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unworded(0)
  })
  return understood<T>(answer.status, await answer.text().catch(() => ''))
}

/**
 * Sends the bytes of one file to the API and says how far it is, from 0 to 1; otherwise as {@link call}.
 * (`fetch` cannot tell how much has been sent.)
 * @throws {ApiProblem} as `call`; DOMException `AbortError` when it was given up by `signal`
 */
export function upload<T>(
  path: string,
  file: Blob,
  { progress, signal }: { progress: (part: number) => void; signal: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api${path}`)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', language)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      try {
        resolve(understood<T>(request.status, request.responseText))
      } catch (problem) {
        reject(problem)
      }
    })
    request.addEventListener('error', () => reject(unworded(0)))
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** The body of an answer that went well; throws the ApiProblem of one that did not. */
function understood<T>(status: number, text: string): T {
  const value = parsed(text)
  if (status >= 200 && status < 300) {
    if (value === undefined && text) throw unworded(status)
    return (value ?? null) as T
  }
  if (status === 401) noSession()
  if (!isProblem(value)) throw unworded(status)
  if (value.code.startsWith('mandate-')) mandateNews()
  throw new ApiProblem(value)
}

const parsed = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Any thrown thing as a problem with words. */
export const asProblem = (cause: unknown): ApiProblem => (cause instanceof ApiProblem ? cause : unworded(-1))
