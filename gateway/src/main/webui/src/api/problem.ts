/** What an RFC 9457 document says, wherever it comes from: a service, the gateway, or the network itself. */
export interface FieldError {
  pointer?: string | null
  parameter?: string | null
  detail?: string | null
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    readonly errors: FieldError[] = [],
    readonly traceId?: string,
    readonly retryAfter?: number,
  ) {
    super(detail ?? title)
    this.name = 'Problem'
  }

  /** No answer has come that settles the matter: the same request, with the same key, may be sent again. */
  get undecided() {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  /** What the document says about one field, by the last part of its JSON Pointer or its parameter's name. */
  about(field: string): string | undefined {
    return this.errors.find((error) => fieldOf(error) === field)?.detail ?? undefined
  }

  /** What it says about fields that the form does not show. */
  notAbout(fields: string[]): string[] {
    return this.errors
      .filter((error) => !fields.includes(fieldOf(error)))
      .map((error) => [fieldOf(error), error.detail].filter(Boolean).join(': '))
  }
}

function fieldOf(error: FieldError): string {
  if (error.parameter) return error.parameter
  const parts = (error.pointer ?? '').replace(/^#/, '').split('/').filter(Boolean)
  return parts[0] ?? ''
}

export async function problemOf(response: Response, body?: unknown): Promise<Problem> {
  const document = (isObject(body) ? body : await jsonOf(response)) ?? {}
  const type = text(document.type)
  return new Problem(
    response.status,
    type?.split('/').pop() || `http-${response.status}`,
    text(document.title) ?? response.statusText ?? String(response.status),
    text(document.detail),
    Array.isArray(document.errors) ? (document.errors as FieldError[]) : [],
    text(document.traceId),
    Number(response.headers.get('Retry-After')) || undefined,
  )
}

/** The network gave no answer at all. */
export function unreachable(cause: unknown): Problem {
  return new Problem(0, 'unreachable', cause instanceof Error ? cause.message : String(cause))
}

async function jsonOf(response: Response): Promise<Record<string, unknown> | undefined> {
  try {
    const body: unknown = await response.clone().json()
    return isObject(body) ? body : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
