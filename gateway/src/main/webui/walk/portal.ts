import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from './browser'

interface Served {
  url: string
  close: () => Promise<void>
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** A portal for each walk: each has a mock world of its own. */
    portals: { keyboard: string; clipped: string }
  }
}

/** Builds the portal as it is, apart from the stretched language, and puts the mock API behind it. */
export default async function setup(project: TestProject) {
  if (!chromiumPath()) return
  const out = mkdtempSync(join(tmpdir(), 'jointly-portal-'))
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', 'mock', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' },
  )
  const script = new URL('../scripts/serve.mjs', import.meta.url).href
  const { serve } = (await import(script)) as {
    serve: (options: { port: number; out: string }) => Promise<Served>
  }
  const [keyboard, clipped] = [await serve({ port: 5187, out }), await serve({ port: 5188, out })]
  project.provide('portals', { keyboard: keyboard.url, clipped: clipped.url })
  return async () => {
    await Promise.all([keyboard.close(), clipped.close()])
    rmSync(out, { recursive: true })
  }
}
