// Every page of the portal in both themes and at two widths: no fault that axe can find, and a picture to look at.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { openBrowser, picture, read, settled, signIn, still } from './portal.mjs'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const views = ['light', 'dark'].flatMap((theme) => [1280, 390].map((width) => ({ theme, width })))

const browser = await openBrowser()
after(() => browser.close())

const { page, complaints } = await signIn(browser, 'head-it')

for (const [name, path] of Object.entries(await places())) {
  test(`${name} holds in both themes and at two widths`, async () => {
    const findings = []
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.goto(path)
    await settled(page)
    for (const { theme, width } of views) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 860 })
      await drawn(theme)
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules).analyze()
      const where = `${path}, ${theme}, ${width} pixels`
      findings.push(...violations.map((one) => `${where}: ${one.id}: ${one.nodes.map(({ target }) => target).join(', ')}`))
      if (await isWiderThanTheScreen()) findings.push(`${where}: it scrolls sideways`)
      await picture(page, `${name}-${theme}-${width}`)
    }
    assert.deepEqual([...findings, ...complaints.splice(0)], [])
  })
}

/** Waits until the page has taken the theme on and has been drawn again at its new width. */
async function drawn(theme) {
  await page.waitForFunction(
    (dark) => document.documentElement.classList.contains('pf-v6-theme-dark') === dark,
    theme === 'dark',
  )
  await still(page)
}

/** Each route of the portal, with a record that is there. */
async function places() {
  const first = async (path, field) => (await read(page, path)).items[0]?.[field]
  const stream = await streamWithWork()
  const item = await first(`/api/catalog/v1/value-streams/${stream}/work-items?sort=-handoffs&limit=1`, 'id')
  const service = await first('/api/catalog/v1/services?limit=1', 'code')
  const objective = await first('/api/okr/v1/objectives?limit=1', 'ref')
  const escalation = await first('/api/governance/v1/escalations?limit=1', 'ref')
  const decision = await first('/api/governance/v1/decisions?limit=1', 'ref')
  const painPoint = await first('/api/catalog/v1/pain-points?limit=1', 'ref')
  const decided = await first('/api/governance/v1/decisions?state=decided&limit=1', 'ref')
  const all = {
    today: '/',
    streams: '/value-streams',
    stream: `/value-streams/${stream}`,
    'stream-handoffs': `/value-streams/${stream}/handoffs`,
    'stream-handoffs-departments': '/value-streams/employee-onboarding/handoffs?level=department',
    'stream-map': '/value-streams/employee-onboarding/map',
    'stream-customers': '/value-streams/employee-onboarding/customers',
    'stream-meetings': '/value-streams/employee-onboarding/meetings',
    'stream-trends': `/value-streams/${stream}/trends`,
    'stream-queues': `/value-streams/${stream}/queues`,
    'stream-together': '/value-streams/employee-onboarding/together?level=department',
    'stream-types': `/value-streams/${stream}/types`,
    'stream-rules': `/value-streams/${stream}/rules`,
    signals: '/signals',
    'signals-of-a-stream': `/signals?about=value-stream:${stream}`,
    'stream-owners': `/value-streams/${stream}/map?edit=owners`,
    'pain-point': painPoint && `/pain-points/${painPoint}`,
    'stream-work-items': `/value-streams/${stream}/work-items`,
    'stream-import': `/value-streams/${stream}/import`,
    'work-item': `/value-streams/${stream}/work-items/${encodeURIComponent(item)}`,
    objectives: '/objectives',
    'objective-new': '/objectives/new',
    objective: objective && `/objectives/${objective}`,
    'key-result-new': objective && `/objectives/${objective}/key-results/new`,
    escalations: '/escalations',
    'escalation-new': '/escalations/new',
    escalation: escalation && `/escalations/${escalation}`,
    decisions: '/decisions',
    'decision-new': '/decisions/new',
    decision: decision && `/decisions/${decision}`,
    'decision-decided': decided && `/decisions/${decided}`,
    departments: '/departments',
    department: '/departments/it',
    services: '/services',
    service: service && `/services/${service}`,
    reports: '/reports',
    report: `/reports/flow-and-handoffs?stream=${stream}`,
    'not-found': '/nowhere',
  }
  return Object.fromEntries(Object.entries(all).filter(([, path]) => path))
}

/** The stream that shows most: the real log's where it was imported, else any with work in it. */
async function streamWithWork() {
  const { items } = await read(page, '/api/catalog/v1/value-streams?limit=200')
  const codes = items.map(({ code }) => code).sort((one) => (one === 'it-incidents' ? -1 : 0))
  for (const code of codes) {
    const flow = await read(page, `/api/catalog/v1/value-streams/${code}/flow`)
    if (flow.workItems > 0) return code
  }
  throw new Error('No value stream has any work in it.')
}

function isWiderThanTheScreen() {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}
