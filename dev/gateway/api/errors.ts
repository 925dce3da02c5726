/** An error as Stripe's API words it. Source: https://docs.stripe.com/api/errors */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  code?: string
  message: string
  param?: string
  doc_url?: string
}

/**
 * A refusal that the API answers in Stripe's shape.
 * `kept` says whether the endpoint had begun its work: such an answer is stored under the idempotency key and replayed,
 * while a request that fails validation may be sent again under the same key.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: ErrorBody
  readonly kept: boolean

  constructor(status: number, body: ErrorBody, kept = false) {
    super(body.message)
    this.status = status
    this.body = body.code ? { ...body, doc_url: docUrl(body.code) } : body
    this.kept = kept
  }
}

const docUrl = (code: string) => `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`

/** The parameters are wrong; nothing has been done. */
export const invalid = (param: string, code: string, message: string): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', code, message, param })

/** The request is well formed, but the state of the object forbids it. */
export const refused = (code: string | undefined, message: string, param?: string): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', ...(code && { code }), message, ...(param && { param }) }, true)

export const missing = (kind: string, id: string, param = 'id'): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  })

export const unknownUrl = (method: string, path: string): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). The local card gateway speaks the part of Stripe's API that the portal uses.`,
  })

export const noKey = (): ApiError =>
  new ApiError(401, {
    type: 'invalid_request_error',
    message:
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
  })

export const wrongKey = (key: string): ApiError =>
  new ApiError(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${masked(key)}` })

const masked = (key: string) => (key.length < 12 ? '****' : `${key.slice(0, 8)}****${key.slice(-4)}`)

export const keyReused = (key: string): ApiError =>
  new ApiError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })

export const keyInUse = (key: string): ApiError =>
  new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })

export const internal = (): ApiError =>
  new ApiError(500, { type: 'api_error', message: 'Sorry! There was an error while talking to the card gateway.' })

/** The words of an error made on purpose by a fault of the controls. */
export function staged(status: number): ApiError {
  if (status === 429)
    return new ApiError(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded. Learn more about rate limits at https://docs.stripe.com/rate-limits.',
    })
  return new ApiError(status, { type: 'api_error', message: `An unknown error occurred (staged ${status}).` })
}
