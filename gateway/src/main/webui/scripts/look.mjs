// Opens every page of the built portal in Chromium, in both themes and at two widths, checks it with axe, looks for
// sideways scrolling and for complaints in the console (a breach of the content security policy is one), and takes a
// picture of each into test-results/. Fails when anything was found.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const browserPath = process.env.JOINTLY_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (!browserPath) {
  console.log('No Chromium here: the pages were not looked at (set JOINTLY_CHROMIUM, or install the chromium package).')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const pages = [
  ['today', '/'],
  ['today-legal', '/', { who: 'head-legal' }],
  ['today-sponsor', '/', { who: 'sponsor' }],
  ['today-empty', '/', { empty: true }],
  ['today-partly-down', '/', { down: ['governance'] }],
  ['streams', '/value-streams'],
  ['stream', '/value-streams/it-incidents'],
  ['stream-joining', '/value-streams/joining-us'],
  ['stream-new', '/value-streams/moving-teams'],
  ['map', '/value-streams/joining-us/map'],
  ['map-gap', '/value-streams/joining-us/map?gap=access-granted'],
  ['map-words', '/value-streams/joining-us/map?edit=words'],
  ['map-edit', '/value-streams/joining-us/map?edit=map'],
  ['map-new', '/value-streams/moving-teams/map'],
  ['customers', '/value-streams/joining-us/customers'],
  ['customers-report', '/value-streams/joining-us/customers?do=report'],
  ['customers-edit', '/value-streams/joining-us/customers?edit=journey'],
  ['customers-empty', '/value-streams/it-incidents/customers'],
  ['meetings', '/value-streams/joining-us/meetings'],
  ['meetings-agree', '/value-streams/joining-us/meetings?do=agree'],
  ['meetings-empty', '/value-streams/it-incidents/meetings'],
  ['map-owners', '/value-streams/moving-teams/map?edit=owners', { who: 'head-facilities' }],
  ['signals', '/signals'],
  ['signals-narrowed', '/signals?kind=bouncing-pair&about=value-stream:it-incidents', { who: 'head-legal' }],
  ['signals-empty', '/signals', { empty: true }],
  ['pain-point', '/pain-points/PAIN-1'],
  ['pain-point-open', '/pain-points/PAIN-3'],
  ['handoffs', '/value-streams/it-incidents/handoffs?pair=%5B%22Group%205%22%2C%22Group%206%22%5D'],
  ['handoffs-department', '/value-streams/it-incidents/handoffs?level=department&shade=wait'],
  ['handoffs-stage', '/value-streams/it-incidents/handoffs?level=stage&sort=-totalWait&flow=%5B%22Call%20taken%22%2C%22Cause%20found%22%5D'],
  ['trends', '/value-streams/it-incidents/trends'],
  ['trends-table', '/value-streams/it-incidents/trends?view=table&grain=week&team=Group+5'],
  ['distribution', '/value-streams/it-incidents/distribution'],
  ['distribution-table', '/value-streams/it-incidents/distribution?view=table'],
  ['automation', '/value-streams/it-incidents/automation'],
  ['automation-none', '/value-streams/moving-teams/automation'],
  ['map-marks', '/value-streams/it-incidents/map?edit=map'],
  ['queues', '/value-streams/it-incidents/queues?level=department'],
  ['queues-team', '/value-streams/it-incidents/queues'],
  ['together', '/value-streams/it-incidents/together?level=department&type=Access'],
  ['types', '/value-streams/it-incidents/types'],
  ['rules', '/value-streams/it-incidents/rules'],
  ['rules-read', '/value-streams/it-incidents/rules', { who: 'sponsor' }],
  ['recalculating', '/value-streams/it-incidents', { recalculating: true }],
  ['handed', '/value-streams/it-incidents/work-items?level=department&handedFrom=customer-care&handedTo=it'],
  ['work-items', '/value-streams/it-incidents/work-items'],
  ['work-item', '/value-streams/it-incidents/work-items/INC0001042'],
  ['import', '/value-streams/it-incidents/import'],
  ['import-csv', '/value-streams/it-incidents/import', {}, (page) => chooseFile(page, 'incidents.csv', 'number,sys_updated_at\n')],
  ['import-xes', '/value-streams/it-incidents/import', {}, (page) => chooseFile(page, 'receipt.xes', '<log/>')],
  ['import-done', '/value-streams/it-incidents/import', {}, importFile],
  ['source-pause', '/value-streams/it-incidents/import', {}, (page) => page.locator('button[aria-expanded]').filter({ visible: true }).last().click()],
  ['objectives', '/objectives'],
  ['objective', '/objectives/OBJ-1?history=KR-1'],
  ['objective-accept', '/objectives/OBJ-2?do=accept'],
  ['objective-shares', '/objectives/OBJ-1?do=shares'],
  ['admin-departments', '/administration?do=change&code=hr', { who: 'admin' }],
  ['admin-cycles', '/administration/cycles?do=add', { who: 'admin' }],
  ['admin-audit', '/administration/audit', { who: 'admin' }],
  ['admin-refused', '/administration'],
  ['objective-check-in', '/objectives/OBJ-1?checkIn=KR-1'],
  ['objective-new', '/objectives/new?from=decision:DEC-1'],
  ['key-result-new', '/objectives/OBJ-1/key-results/new?measure=value-stream:it-incidents/ping-pong-share'],
  ['escalations', '/escalations'],
  ['escalation', '/escalations/ESC-1'],
  ['escalation-climbed', '/escalations/ESC-2', { who: 'sponsor' }],
  ['escalation-resolved', '/escalations/ESC-3'],
  ['escalation-new', '/escalations/new?stream=it-incidents&from=Group+20&to=Group+70&count=1088&wait=16.7'],
  ['decisions', '/decisions'],
  ['decision-open', '/decisions/DEC-2'],
  ['decision-vote', '/decisions/DEC-2?do=vote'],
  ['decision-decided', '/decisions/DEC-1'],
  ['decision-new', '/decisions/new?escalation=ESC-1'],
  ['departments', '/departments'],
  ['department', '/departments/hr'],
  ['services', '/services'],
  ['service', '/services/first-day'],
  ['service-add', '/services/working-again?do=stream'],
  ['service-alone', '/services/parcels'],
  ['reports', '/reports'],
  ['report', '/reports/flow-and-handoffs?stream=it-incidents'],
  ['not-found', '/nowhere'],
  ['no-such-record', '/objectives/OBJ-99'],
]
const views = [
  { name: 'light-1280', theme: 'light', width: 1280, language: 'en' },
  { name: 'dark-1280', theme: 'dark', width: 1280, language: 'en' },
  { name: 'light-390', theme: 'light', width: 390, language: 'fr' },
  { name: 'light-1440', theme: 'light', width: 1440, language: 'fr' },
  { name: 'dark-390', theme: 'dark', width: 390, language: 'en' },
]
const only = process.argv.slice(2)
const chosen = pages.filter(([name]) => only.length === 0 || only.some((part) => part === name || part === 'all'))
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const findings = []

mkdirSync('test-results', { recursive: true })
const portal = await serve({ port: Number(process.env.JOINTLY_LOOK_PORT ?? 5180) })
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  for (const view of views) {
    const context = await browser.newContext({ viewport: { width: view.width, height: 860 }, locale: view.language === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: view.theme, reducedMotion: 'reduce' })
    await context.addInitScript((language) => localStorage.setItem('jointly.language', language), view.language)
    const page = await context.newPage()
    let heard = []
    page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
    page.on('pageerror', (error) => heard.push(String(error)))
    for (const [name, path, world = {}, act = () => {}] of chosen) {
      heard = []
      await fetch(`${portal.url}/mock/world?is=${encodeURIComponent(JSON.stringify(world))}`)
      await page.goto(portal.url + path, { waitUntil: 'networkidle' })
      await page.locator('h1').first().waitFor({ timeout: 10_000 }).catch(() => findings.push(`${name} ${view.name}: no heading`))
      await act(page)
      await page.screenshot({ path: `test-results/${name}-${view.name}.png`, fullPage: false })
      await whole(page, name, view)
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (scrolls) findings.push(`${name} ${view.name}: scrolls sideways`)
      if (view.width === 390) {
        await page.setViewportSize({ width: 320, height: 860 })
        await page.waitForTimeout(150)
        const main = await page.evaluate(() => {
          const part = document.querySelector('.pf-v6-c-page__main') ?? document.documentElement
          return part.scrollWidth > part.clientWidth + 1
        })
        if (main) {
          const wide = await page.evaluate(() =>
            [...document.querySelectorAll('.pf-v6-c-page__main *')]
              .filter((one) => one.getBoundingClientRect().right > 321 && !one.closest('.j-heat__scroll'))
              .slice(0, 3)
              .map((one) => `${one.tagName}.${one.getAttribute('class')}`),
          )
          findings.push(`${name} ${view.name}: scrolls sideways at 320 px: ${wide.join(', ')}`)
        }
        await page.setViewportSize({ width: view.width, height: 860 })
      }
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() =>
        window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      )
      for (const violation of violations) {
        findings.push(`${name} ${view.name}: ${violation.id} (${violation.nodes.length}) ${violation.nodes[0].html.slice(0, 160)} ${violation.nodes[0].any?.[0]?.message ?? ''}`)
      }
      for (const line of heard.filter((text) => !/status of (403|404|503)|There is no such record/.test(text))) {
        findings.push(`${name} ${view.name}: console: ${line.slice(0, 300)}`)
      }
    }
    await context.close()
  }
} finally {
  await browser.close()
  await portal.close()
}
console.log(`${chosen.length} pages, ${views.length} views each, ${findings.length} findings`)
for (const finding of findings) console.log(finding)
process.exit(findings.length > 0 ? 1 : 0)

async function chooseFile(page, name, content) {
  await page.locator('#event-log').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
  await page.getByText('412').first().waitFor()
}

async function importFile(page) {
  await chooseFile(page, 'incidents.csv', 'number,sys_updated_at\n1,2026-01-01T08:00:00Z\n')
  await page.locator('.j-importsteps button[type=submit]').click()
  await page.locator('.j-result').waitFor()
}

/** The whole page, beyond what fits: PatternFly scrolls inside its main part, so the window is made as tall as that. */
async function whole(page, name, view) {
  const height = await page.evaluate(() => {
    const main = document.querySelector('.pf-v6-c-page__main')
    return Math.min(6000, Math.max(860, (main?.scrollHeight ?? 0) + 120))
  })
  if (height <= 870) return
  await page.setViewportSize({ width: view.width, height })
  await page.screenshot({ path: `test-results/${name}-${view.name}.png` })
  await page.setViewportSize({ width: view.width, height: 860 })
}
