// Holds the API descriptions to the rules of Spectral (its own and OWASP's) and of Redocly; any finding fails.
// Without arguments it looks at the committed documents; further files, such as the merged one, may be named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const scripts = dirname(fileURLToPath(import.meta.url))
const webui = join(scripts, '..')
const committed = process.env.JOINTLY_OPENAPI ?? join(webui, '../../../../docs/openapi')
const documents = [
  ...['catalog', 'okr', 'governance', 'reports'].map((part) => join(committed, `${part}.json`)),
  ...process.argv.slice(2).map((file) => resolve(file)),
]
const missing = documents.filter((file) => !existsSync(file))
if (missing.length > 0) fail(`There is no ${missing.join(', ')}.`)

const spectral = run('@stoplight/spectral-cli/dist/index.js', [
  'lint', '--ruleset', join(scripts, 'lint-api/spectral.yaml'), '--fail-severity', 'hint', ...documents,
])
const redocly = run('@redocly/cli/bin/cli.js', ['lint', '--config', join(scripts, 'lint-api/redocly.yaml'), ...documents])
// Redocly ends well with warnings; we do not.
const warned = /You have \d+ (warning|error)|Validation failed/.test(redocly.output)
if (spectral.status !== 0 || redocly.status !== 0 || warned) fail('The API descriptions do not keep to the rules.')
console.log(`No finding in ${documents.length} API descriptions.`)

function run(script, args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(webui, 'node_modules', script), ...args], {
    cwd: webui,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  if (error) fail(String(error))
  const output = stdout + stderr
  if (status !== 0 || /warning/.test(output)) console.error(output)
  return { status, output }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
