import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** A Chromium of the system, as for `npm run look`: nothing downloads one. A build server has to have it. */
export function chromiumPath() {
  const named = process.env.JOINTLY_CHROMIUM
  const found = named ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (!found && process.env.CI === 'true') throw new Error('No Chromium here: set JOINTLY_CHROMIUM.')
  return found
}

export const launch = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })

/** Who is signed in to the mock API, and what is broken there; all that was written is forgotten. */
export async function begin(portal: string, world: object = {}) {
  await fetch(`${portal}/mock/world?is=${encodeURIComponent(JSON.stringify(world))}`)
}
