// The browser, and a person in front of it. JOINTLY_URL says where the portal is, CHROMIUM which browser to take.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

export const address = required('JOINTLY_URL')
const pictures = required('JOINTLY_SCREENSHOTS')
const patience = 60_000

function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; the acceptance tests of Maven set it.`)
  return value
}

export function openBrowser() {
  mkdirSync(pictures, { recursive: true })
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A browser window of its own, in which somebody signs in with Keycloak. */
export async function signIn(browser, user, { to = '/', ...options } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`/login?to=${encodeURIComponent(to)}`)
  await page.getByLabel('Username or email').fill(user)
  await page.getByLabel('Password', { exact: true }).fill('jointly-demo')
  await page.getByRole('button', { name: 'Sign In' }).click()
  await page.waitForURL((url) => url.origin === new URL(address).origin && url.pathname === new URL(to, address).pathname)
  await settled(page)
  return { page, context, complaints }
}

/** Waits until the page has its heading and nothing is being loaded any more. */
export async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .pf-v6-c-skeleton') === null)
  await still(page)
}

/** Waits until nothing moves or changes its colour any more; what turns for ever is not waited for. */
export async function still(page) {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)))
  })
}

/** A picture of the whole page, which scrolls inside its frame. */
export async function picture(page, name) {
  const { width, height } = page.viewportSize()
  const hidden = await page.evaluate(() => {
    const frame = document.getElementById('main')
    return frame ? Math.max(0, frame.scrollHeight - frame.clientHeight) : 0
  })
  if (hidden > 0) await page.setViewportSize({ width, height: Math.min(height + hidden, 6000) })
  await page.screenshot({ path: `${pictures}/${name}.png` })
  if (hidden > 0) await page.setViewportSize({ width, height })
}

/** What the API says to the person who is signed in on this page. */
export async function read(page, path) {
  const answer = await page.request.get(path, { headers: { Accept: 'application/json' } })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}
