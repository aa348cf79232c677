// Builds the portal for Maven: npm ci and npm run build, and nothing at all when the sources have not changed.
// Every text file gets a Brotli and a gzip twin, so that the gateway never compresses at run time.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const gateway = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const webui = join(gateway, 'src', 'main', 'webui')
const output = join(gateway, 'target', 'classes', 'META-INF', 'resources')
const stamp = join(gateway, 'target', 'portal.stamp')
// The portal's client is generated from the API descriptions, so they are sources of it too.
const descriptions = join(gateway, '..', 'docs', 'openapi')
const leftOut = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'generated'])

if (!existsSync(join(webui, 'package.json'))) {
  console.log('There is no portal in src/main/webui yet; the gateway is built without it.')
  process.exit(0)
}

const fingerprint = fingerprintOf([webui, descriptions, fileURLToPath(import.meta.url)])
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint && existsSync(join(output, 'index.html'))) {
  console.log('The portal is up to date.')
  process.exit(0)
}

const lock = join(webui, 'package-lock.json')
const installed = join(webui, 'node_modules', '.package-lock.json')
if (!existsSync(installed) || statSync(lock).mtimeMs > statSync(installed).mtimeMs) {
  npm('ci', '--no-audit', '--no-fund')
}
npm('run', 'build')
files(output)
  .filter((file) => /\.(js|mjs|css|html|svg|json|webmanifest|txt|map)$/.test(file))
  .forEach(compress)
mkdirSync(dirname(stamp), { recursive: true })
writeFileSync(stamp, fingerprint)

function npm(...args) {
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: webui, stdio: 'inherit', shell: windows })
}

function compress(file) {
  const text = readFileSync(file)
  if (text.length < 1024) return
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params }))
}

function fingerprintOf(roots) {
  const hash = createHash('sha256')
  for (const root of roots) {
    for (const file of files(root)) {
      hash.update(relative(gateway, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function files(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !leftOut.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => files(join(path, entry.name)))
}
