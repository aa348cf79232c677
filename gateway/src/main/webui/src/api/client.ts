import createClient, { type Middleware } from 'openapi-fetch'
import { problemOf, unreachable } from './problem'

interface Init {
  params?: {
    path?: Record<string, string>
    query?: Record<string, string | number | boolean | undefined>
    header?: Record<string, string | undefined>
  }
  body?: unknown
  signal?: AbortSignal
}
type Call = (path: string, init?: Init) => Promise<{ data?: unknown; response: Response }>
interface LooseClient {
  GET: Call
  POST: Call
  PATCH: Call
}

/** The gateway believes a cookie only together with this header, which no foreign form can send. */
const asPortal: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Jointly-Client', 'portal')
    return request
  },
  async onResponse({ request, response }) {
    // Only a page that is being read goes to the sign-in: a form that is being sent keeps what was typed.
    if (response.status === 401 && request.method === 'GET') signIn()
    if (!response.ok) throw await problemOf(response)
    return response
  },
  onError({ error }) {
    return error instanceof DOMException ? error : unreachable(error)
  },
}

function client() {
  const made = createClient<Record<string, never>>({
    baseUrl: window.location.origin,
    // Looked up at each call, so that tests can stand in for the network.
    fetch: (request: Request) => globalThis.fetch(request),
  })
  made.use(asPortal)
  return made as unknown as LooseClient
}

export const catalog = client()
export const okr = client()
export const governance = client()
export const reports = client()

/** The body of an answer that went well; any other answer has become a Problem on the way. */
export async function bodyOf<T>(answer: Promise<{ data?: unknown }>): Promise<T> {
  return (await answer).data as T
}

export const here = () => window.location.pathname + window.location.search

export function signIn(to = here()) {
  window.location.assign(`/login?to=${encodeURIComponent(to)}`)
}
