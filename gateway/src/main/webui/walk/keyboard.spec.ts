import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { begin, chromiumPath, launch } from './browser'
import { Walker } from './walker'

/** What a department head does in a week, without a mouse. */
const portal = inject('portals')?.keyboard
let browser: Browser
let page: Page
let walker: Walker

beforeAll(async () => {
  if (!chromiumPath()) return
  browser = await launch()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  walker = new Walker(page)
  await begin(portal)
})
afterAll(() => browser?.close())

beforeEach(async () => {
  await page.goto(`${portal}/`)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  walker.begin()
})

const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const field = (name: string | RegExp) => page.getByRole('textbox', { name }).first()

describe.skipIf(!chromiumPath())('with the keyboard alone a department head can', () => {
  it('skip the menu', async () => {
    await walker.tab()
    expect(await walker.here()).toContain('Skip to content')
    await walker.press('Enter')
    await walker.tab()
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true)
  })

  it('sign the acceptance of a joint objective', async () => {
    await walker.choose(link(/Accept.*An interruption/))
    await page.getByRole('form', { name: 'Accept' }).or(button('Accept')).first().waitFor()
    if (!(await page.getByRole('form', { name: 'Accept' }).isVisible())) await walker.choose(button('Accept'))
    await walker.write(field('What we commit to'), 'Every call is understood before it is passed on.')
    await walker.write(field('What we contribute'), 'Two people of the desk.')
    await walker.write(field('What is in it for us'), 'Fewer calls that come back.')
    await walker.choose(button('Accept as an equal owner'))
    await page.getByText('Agreed', { exact: true }).first().waitFor()
    await walker.isSomewhere()
  })

  it('check in', async () => {
    await walker.choose(link(/Check in.*New colleagues/))
    const form = page.getByRole('form', { name: /^Check in/ })
    await form.or(button(/^Check in/)).first().waitFor()
    if (!(await form.isVisible())) await walker.choose(button(/^Check in/))
    await walker.write(form.getByRole('textbox', { name: 'Value' }), '75')
    await walker.to(form.getByRole('radio').first())
    await walker.press('ArrowRight', 'ArrowRight', 'ArrowRight')
    await walker.write(form.getByRole('textbox', { name: 'Comment' }), 'Badges arrive in time now.')
    await walker.choose(form.getByRole('button', { name: 'Check in' }))
    await page.getByText('Badges arrive in time now.').first().waitFor()
    await walker.isSomewhere()
  })

  it('raise an escalation, propose a solution and open a decision out of it', async () => {
    await walker.choose(link('Escalations'))
    await walker.choose(link('Raise an escalation'))
    await walker.write(field('Title'), 'Badges come late')
    await walker.write(field('What is the concern?'), 'Newcomers wait at the gate.')
    await walker.to(page.getByRole('checkbox', { name: 'Facilities' }))
    await walker.press('Space')
    await walker.choose(button('Raise it'))
    await page.getByRole('heading', { level: 1, name: 'Badges come late' }).waitFor()
    expect(await walker.here(), 'a new page takes the focus to its title').toContain('Badges come late')

    await walker.choose(button(/^Propose/))
    await walker.write(field('Your proposal'), 'Facilities prints the badges a day ahead.')
    await walker.choose(button('Propose it'))
    await page.getByRole('blockquote').or(page.locator('blockquote')).getByText('a day ahead').waitFor()
    await walker.isSomewhere()

    await walker.choose(link('Open a decision out of it'))
    await walker.write(field('Question'), 'Who prints the badges?')
    await walker.write(page.getByRole('textbox', { name: 'Option A', exact: true }), 'Facilities')
    await walker.write(page.getByRole('textbox', { name: 'Option B', exact: true }), 'Each department')
    await walker.choose(button('Open it for votes'))
    await page.getByRole('heading', { level: 1, name: 'Who prints the badges?' }).waitFor()
  })

  it('acknowledge an escalation and agree with what is proposed', async () => {
    await walker.choose(link(/Agree.*Handoff from Group 5/))
    await walker.choose(button('Acknowledge for Information technology'))
    await page.getByText('1 of 1').waitFor()
    await walker.isSomewhere()
    await walker.choose(button('Agree for Information technology'))
    await page.getByText('Solved together').first().waitFor()
    await walker.isSomewhere()
  })

  it('vote and decide', async () => {
    await walker.choose(link(/Vote.*Who may close/))
    const form = page.getByRole('form', { name: 'Vote' })
    await form.or(page.getByRole('main').getByRole('button', { name: 'Vote', exact: true })).first().waitFor()
    if (!(await form.isVisible())) await walker.choose(page.getByRole('main').getByRole('button', { name: 'Vote', exact: true }))
    await walker.to(form.getByRole('radio', { name: /^A:/ }))
    await walker.press('ArrowDown')
    await walker.to(form.getByRole('radio', { name: /^Agree/ }))
    await walker.press('Space')
    await walker.write(form.getByRole('textbox', { name: 'Reason' }), 'The caller knows them.')
    await walker.choose(form.getByRole('button', { name: 'Vote' }))
    await page.getByText('Everybody has taken part: the outcome can be written down').waitFor()
    await walker.isSomewhere()

    await walker.choose(button('Write down the outcome'))
    await walker.write(field('What is decided?'), 'The team that took it first closes it.')
    await walker.choose(button('Decide'))
    await page.getByText('The team that took it first closes it.').first().waitFor()
    await walker.isSomewhere()
  })

  it('filter the figures of a stream, read its heat map, open a journey and take the rows along', async () => {
    await walker.choose(link('Value streams'))
    await page.getByRole('heading', { level: 1, name: 'Value streams' }).waitFor()
    await walker.choose(page.getByRole('main').getByRole('link', { name: 'Back to work' }))
    const level = page.getByRole('combobox', { name: 'Handed between' })
    await walker.to(level)
    await walker.type('Dep')
    await expect.poll(() => page.url()).toContain('level=department')
    await page.waitForTimeout(500)
    expect(await walker.here(), 'a filter keeps the focus').toContain('Handed between')
    await walker.press('ArrowUp')
    await expect.poll(() => page.url()).not.toContain('level=')
    await walker.write(field('Type'), 'Access')
    await walker.press('Enter')
    await expect.poll(() => page.url()).toContain('type=Access')
    await walker.choose(button('Clear filters'))
    await expect.poll(() => page.url()).not.toContain('type=')
    await walker.isSomewhere()

    await walker.to(page.getByRole('link', { name: 'Handoffs', exact: true }), 'back')
    await walker.press('Enter')
    await page.getByRole('grid', { name: 'Handoffs between carriers' }).waitFor()
    await walker.to(page.locator('[data-cell][tabindex="0"]'))
    await walker.press('ArrowRight', 'ArrowDown', 'ArrowRight', 'Enter')
    await expect.poll(() => page.url()).toContain('pair=')
    await walker.to(link('Raise an escalation about this handoff'))

    await walker.to(page.locator('[data-ribbon][tabindex="0"]'), 'back')
    await walker.press('ArrowDown', 'Enter')
    await expect.poll(() => page.url()).toContain('flow=')
    await walker.choose(link('Show the work items').first())
    await page.getByText('Only work items handed over by').waitFor()
    await walker.choose(button('Show all work items'))
    await expect.poll(() => page.url()).not.toContain('handedFrom')
    await walker.isSomewhere()

    // The way into the flow leads to its trends.
    await walker.to(page.getByRole('link', { name: 'Flow', exact: true }), 'back')
    await walker.press('Enter')
    const view = page.getByRole('combobox', { name: 'Show as' })
    await view.waitFor()
    await walker.to(view)
    await walker.type('tab')
    await page.getByRole('grid', { name: 'How the flow changes' }).waitFor()
    await walker.isSomewhere()

    await walker.to(page.getByRole('link', { name: 'Work items', exact: true }), 'back')
    await walker.press('Enter')
    await page.getByRole('grid', { name: 'Work items' }).waitFor()
    const csv = page.waitForEvent('download')
    await walker.choose(button('Download CSV'))
    expect((await csv).suggestedFilename()).toBe('it-incidents-work-items.csv')
    await walker.isSomewhere()
    await walker.choose(link('INC0001042'))
    await page.getByRole('heading', { level: 1, name: 'INC0001042' }).waitFor()
    // The level of the diagram came along: departments, of which there are three.
    await page.getByRole('img', { name: /^Journey through 3 carriers/ }).waitFor()
  })

  it('open a report', async () => {
    await walker.choose(link('Reports'))
    await walker.choose(link('Where does the work of this stream wait?'))
    const stream = page.getByRole('combobox', { name: /^Stream/ })
    await stream.waitFor()
    await walker.to(stream)
    await walker.type('Back')
    await walker.choose(button('Show'))
    await page.getByRole('heading', { name: 'Worst handoffs' }).waitFor()
  })

  it('change theme and language, and open and leave the menu of the account', async () => {
    await walker.choose(button('Switch to the dark theme'))
    expect(await page.evaluate(() => document.documentElement.className)).toContain('pf-v6-theme-dark')
    await walker.choose(button('Ines Torvald'))
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    await walker.press('Escape')
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor({ state: 'hidden' })
    expect(await walker.here()).toContain('Ines Torvald')
    await walker.to(button('Français'), 'back')
    await walker.press('Enter')
    await page.getByRole('heading', { name: 'Ce qui vous attend' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
    await walker.isSomewhere()
  })
})
