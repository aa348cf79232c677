import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { begin, chromiumPath, launch } from './browser'
import { pages } from './pages'

const portal = inject('portals')?.clipped
let browser: Browser
let page: Page

beforeAll(async () => {
  if (!chromiumPath()) return
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  await context.addInitScript(() => localStorage.setItem('jointly.language', 'pseudo'))
  page = await context.newPage()
})
afterAll(() => browser?.close())

let seen: string | undefined

/** A place in the same world is reached within the portal, as by a link: loading it anew would take far longer. */
async function open(path: string, world: string) {
  if (world === seen) {
    await page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, path)
    await page.waitForTimeout(80)
  } else {
    await begin(portal, JSON.parse(world) as object)
    await page.goto(portal + path)
  }
  seen = world
}

/** Words that are cut off or stick out of their box. What is meant to scroll may; what is for screen readers is tiny. */
function clipped() {
  const meant = '.j-hidden, .j-table, .j-heat__scroll, .pf-v6-c-page__main, .pf-v6-screen-reader, svg, svg *, select, option'
  const found: string[] = []
  for (const one of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(one)
    if (one.matches(meant) || one.closest('.j-hidden, .pf-v6-screen-reader, .pf-v6-c-skip-to-content')) continue
    if (one.clientWidth === 0 || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') continue
    // The rotated heads of the heat map are measured along the wrong axis.
    if (style.writingMode !== 'horizontal-tb') continue
    const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')
    const cut = style.overflowX !== 'visible' && style.overflowX !== 'auto'
    const wide = one.scrollWidth > one.clientWidth + 1 && (own || cut)
    const high = own && style.overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2
    if (wide || high) {
      found.push(`${one.tagName.toLowerCase()}.${one.className} “${one.textContent!.trim().slice(0, 50)}” ${one.scrollWidth} > ${one.clientWidth}`)
    }
  }
  return found
}

describe.skipIf(!chromiumPath())('texts that are longer by 40 %', () => {
  it.each(pages)('fit on %s', async (path, world = {}) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(path, JSON.stringify(world))
    // The stretched language is really there.
    await page.getByText('Øbjéçtîvéš', { exact: false }).first().waitFor()
    await page.locator('h1').first().waitFor()
    await page.locator('.pf-v6-c-skeleton, .j-loading--on').first().waitFor({ state: 'detached' })
    const found: string[] = []
    for (const width of [1280, 800, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.waitForTimeout(60)
      found.push(...(await page.evaluate(clipped)).map((text) => `${width} px: ${text}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`${width} px: scrolls sideways`)
    }
    expect(found).toEqual([])
  })
})
