// Serves the built portal as the gateway does, with its content security policy, on 127.0.0.1 only.
//   node scripts/serve.mjs                        the mock API behind it
//   JOINTLY_GATEWAY=http://localhost:8080 node scripts/serve.mjs --proxy   a running suite behind it (for pages, not for signing in)
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, request as send } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const webui = join(fileURLToPath(import.meta.url), '../..')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';" +
  " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.json': 'application/json', '.png': 'image/png',
}

export async function serve({ port = 5180, out = process.env.JOINTLY_PORTAL_OUT ?? join(webui, 'dist'), proxy } = {}) {
  const behind = proxy ? passTo(new URL(proxy)) : await mockApi()
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader('Content-Security-Policy', policy)
    behind(incoming, outgoing, () => file(out, incoming, outgoing))
  })
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); behind.close?.() }) }
}

async function mockApi() {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ root: webui, configFile: false, server: { middlewareMode: true, hmr: false, ws: false }, appType: 'custom', logLevel: 'error' })
  const { answerWithMocks } = await vite.ssrLoadModule('/src/mocks/server.ts')
  answerWithMocks.close = () => vite.close()
  return answerWithMocks
}

function passTo(gateway) {
  return (incoming, outgoing, next) => {
    if (!/^\/(api|openapi|login|logout|docs)/.test(incoming.url)) return next()
    const passed = send(
      { host: gateway.hostname, port: gateway.port, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host: gateway.host, ...(incoming.headers.origin ? { origin: gateway.origin } : {}) } },
      (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passed.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(passed)
  }
}

function file(out, incoming, outgoing) {
  const path = normalize(decodeURIComponent(new URL(incoming.url, 'http://localhost').pathname)).replace(/^(\.\.[/\\])+/, '')
  const wanted = join(out, path)
  const found = existsSync(wanted) && statSync(wanted).isFile() ? wanted : extname(path) ? undefined : join(out, 'index.html')
  if (!found) return outgoing.writeHead(404).end()
  outgoing.writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream' })
  createReadStream(found).pipe(outgoing)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const proxied = process.argv.includes('--proxy')
  const { url } = await serve({ proxy: proxied ? (process.env.JOINTLY_GATEWAY ?? 'http://localhost:8080') : undefined })
  console.log(`${url}  (${proxied ? 'in front of a running suite' : 'mock API'})`)
}
