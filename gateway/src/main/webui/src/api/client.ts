import createClient, { type Middleware } from 'openapi-fetch'
import type { paths as CatalogPaths } from './generated/catalog'
import type { paths as GovernancePaths } from './generated/governance'
import type { paths as OkrPaths } from './generated/okr'
import { problemOf, unreachable } from './problem'

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

function client<Paths extends object>() {
  const made = createClient<Paths>({
    baseUrl: window.location.origin,
    // Looked up at each call, so that tests can stand in for the network.
    fetch: (request: Request) => globalThis.fetch(request),
  })
  made.use(asPortal)
  return made
}

export const catalog = client<CatalogPaths>()
export const okr = client<OkrPaths>()
export const governance = client<GovernancePaths>()

/** The body of an answer that went well; any other answer has become a Problem on the way. */
export async function bodyOf<T>(answer: Promise<{ data?: unknown }>): Promise<T> {
  return (await answer).data as T
}

export const here = () => window.location.pathname + window.location.search

export function signIn(to = here()) {
  window.location.assign(`/login?to=${encodeURIComponent(to)}`)
}
