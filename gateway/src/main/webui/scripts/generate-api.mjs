// Turns the committed OpenAPI documents into types: the portal speaks the API that is documented, or does not compile.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const webui = join(dirname(fileURLToPath(import.meta.url)), '..')
const documents = process.env.JOINTLY_OPENAPI ?? join(webui, '../../../../docs/openapi')
const generated = join(webui, 'src/api/generated')
const cli = join(webui, 'node_modules/openapi-typescript/bin/cli.js')

mkdirSync(generated, { recursive: true })
for (const service of ['catalog', 'okr', 'governance', 'reports']) {
  const document = join(documents, `${service}.json`)
  if (!existsSync(document)) {
    console.error(`No OpenAPI document ${service}.json in docs/openapi: build the services first (mvn package).`)
    process.exit(1)
  }
  execFileSync(process.execPath, [cli, document, '-o', join(generated, `${service}.d.ts`)], { stdio: ['ignore', 'ignore', 'inherit'] })
}
