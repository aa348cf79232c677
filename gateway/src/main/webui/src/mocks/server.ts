import type { IncomingMessage, ServerResponse } from 'node:http'
import { getResponse } from 'msw'
import { handlers } from './handlers'
import { resetWorld } from './world'

/** Answers requests over plain HTTP with the mock API, for a browser that looks at real pages. */
export async function answerWithMocks(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: () => void,
) {
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  if (url.pathname === '/mock/world') {
    // The browser script chooses who is signed in and what is broken.
    resetWorld(JSON.parse(url.searchParams.get('is') ?? '{}') as object)
    outgoing.end('ok')
    return
  }
  if (!/^\/(api|openapi)(\/|$|\?)/.test(url.pathname + url.search)) return next()
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const bodyless = incoming.method === 'GET' || incoming.method === 'HEAD'
  const answer = await getResponse(
    handlers,
    new Request(url, {
      method: incoming.method,
      headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]) as [
        string,
        string,
      ][],
      body: bodyless ? undefined : Buffer.concat(chunks),
    }),
  )
  if (!answer) return next()
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  outgoing.end(Buffer.from(await answer.arrayBuffer()))
}
