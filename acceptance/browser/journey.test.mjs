// What the project is for, done by two people in the portal: from a handoff that hurts to the measured effect of what
// they decided about it. The real incident log has been imported.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, picture, read, settled, signIn } from './portal.mjs'

const stream = '/value-streams/it-incidents'
let browser
let it
let peer
let departments
let escalation
let decision
let objective
let failed = false

before(async () => {
  browser = await openBrowser()
})

after(() => browser?.close())

step('the head of IT signs in with Keycloak and sees the real figures', async () => {
  it = await signIn(browser, 'head-it', { to: stream })
  const main = it.page.getByRole('main')

  await main.getByText('19,087', { exact: true }).waitFor()
  await main.getByText('0.77 per work item, at most 25').waitFor()
  await main.getByText('2,216 work items, 3,675 times').waitFor()
  await main.getByText('24,918', { exact: true }).first().waitFor()
  await picture(it.page, 'journey-01-stream')

  const { owners } = await read(it.page, '/api/catalog/v1/value-streams/it-incidents')
  const partner = owners.find((owner) => owner !== 'it')
  const all = await read(it.page, '/api/catalog/v1/departments?limit=200')
  const nameOf = (code) => all.items.find((one) => one.code === code).name
  departments = { it: nameOf('it'), partner, partnerName: nameOf(partner), all: all.items.map(({ name }) => name) }
})

step('raises an escalation about the worst handoff', async () => {
  const { page } = it
  await page.getByRole('link', { name: 'Handoffs', exact: true }).click()
  await page.getByText('19,087 handoffs').waitFor()
  const worst = page.getByRole('row').filter({ hasText: '1,088' })
  await worst.first().waitFor()
  await picture(page, 'journey-02-handoffs')
  await page.getByRole('link', { name: 'Raise an escalation about the handoff from Group 20 to Group 70' }).click()

  const form = page.getByRole('form', { name: 'Raise an escalation' })
  assert.equal(await form.getByLabel('Title').inputValue(), 'Handoff from Group 20 to Group 70')
  await nameOnly(form, [departments.it, departments.partnerName])
  await picture(page, 'journey-03-raise')
  await form.getByRole('button', { name: 'Raise it' }).click()
  await page.waitForURL(/\/escalations\/ESC-\d+/)
  escalation = new URL(page.url()).pathname
  await page.getByText('has not acknowledged yet').first().waitFor()
})

step('the peer finds it on Today and acknowledges', async () => {
  peer = await signIn(browser, `head-${departments.partner}`)
  const { page } = peer
  await picture(page, 'journey-04-today-of-the-peer')
  const ref = escalation.split('/').pop()
  await page.getByRole('listitem').filter({ hasText: ref }).getByRole('link', { name: /Acknowledge/ }).click()
  await page.getByRole('button', { name: `Acknowledge for ${departments.partnerName}` }).click()
  await page.getByText('acknowledged', { exact: true }).first().waitFor()
  await picture(page, 'journey-05-acknowledged')
})

step('and opens a decision out of it', async () => {
  const { page } = peer
  await page.getByRole('link', { name: 'Open a decision out of it' }).click()
  const form = page.getByRole('form', { name: 'Open a decision' })
  await form.getByLabel('Question').fill('Who takes incidents that Group 20 hands to Group 70?')
  await form.getByRole('textbox', { name: 'Option A', exact: true }).fill('One shared queue for both groups')
  await form.getByRole('textbox', { name: 'Option B', exact: true }).fill('Group 70 alone')
  await nameOnly(form, [departments.it, departments.partnerName])
  await picture(page, 'journey-06-open-decision')
  await form.getByRole('button', { name: 'Open it for votes' }).click()
  await page.waitForURL(/\/decisions\/DEC-\d+/)
  decision = new URL(page.url()).pathname
})

step('both departments vote', async () => {
  for (const { page } of [peer, it]) {
    await page.goto(decision)
    await page.getByRole('main').getByRole('button', { name: 'Vote', exact: true }).click()
    const form = page.getByRole('form', { name: 'Vote' })
    await form.getByRole('radio', { name: /Agree/ }).check()
    await form.getByRole('textbox', { name: 'Reason' }).fill('One place to look, and nobody waits for a handover.')
    if (page === peer.page) await picture(page, 'journey-07-vote')
    await form.getByRole('button', { name: 'Vote', exact: true }).click()
    await form.waitFor({ state: 'detached' })
  }
})

step('the driver writes down the outcome', async () => {
  const { page } = peer
  await page.goto(decision)
  await page.getByText('Everybody has taken part: the outcome can be written down').waitFor()
  await page.getByRole('button', { name: 'Write down the outcome' }).click()
  const form = page.getByRole('form', { name: 'The outcome' })
  await form.getByRole('textbox', { name: 'What is decided?' }).fill('Both groups work from one queue from Monday.')
  await form.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('Both groups work from one queue from Monday.').first().waitFor()
  await picture(page, 'journey-08-decided')

  await it.page.goto(escalation)
  await it.page.getByText('Solved together').first().waitFor()
})

step('a joint objective with a live measure follows from it', async () => {
  const { page } = peer
  await page.getByRole('link', { name: 'Make it a joint objective' }).click()
  const draft = page.getByRole('form', { name: 'New joint objective' })
  await draft.getByLabel('Title').fill('Incidents stay where they can be solved')
  await nameOnly(draft, [departments.it, departments.partnerName])
  await picture(page, 'journey-09-new-objective')
  await draft.getByRole('button', { name: 'Ask the owners to join' }).click()
  await page.waitForURL(/\/objectives\/OBJ-\d+/)
  objective = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Add a key result' }).click()
  const form = page.getByRole('form', { name: 'Add a key result' })
  await form.getByRole('radio', { name: /A live measure of a value stream/ }).check()
  await form.getByRole('combobox', { name: 'Live measure' }).selectOption('value-stream:it-incidents/ping-pong-share')
  await form.getByRole('textbox', { name: 'Title' }).fill('Hardly any incident bounces')
  await form.getByRole('textbox', { name: 'Target' }).fill('6')
  await picture(page, 'journey-10-key-result')
  await form.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('heading', { name: 'Hardly any incident bounces' }).waitFor()
  await page.getByText('from 8.9 % to 6 %').or(page.getByText('from 8.9% to 6%')).first().waitFor()
})

step('both owners accept as equals', async () => {
  for (const { page } of [peer, it]) {
    await page.goto(objective)
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    const form = page.getByRole('form', { name: 'Accept' })
    await form.getByLabel('What we commit to').fill('Two people look after the shared queue every day.')
    await form.getByLabel('What we contribute').fill('An hour each morning.')
    await form.getByLabel('What is in it for us').fill('Fewer calls that come back.')
    // Shares are put to all owners together, in even parts unless somebody says else.
    for (const share of ['Share of the risk', 'Share of the reward']) {
      await form.locator('div', { has: page.getByText(share, { exact: true }) }).getByText(/^50\s?%$/).first().waitFor()
    }
    if (page === peer.page) await picture(page, 'journey-11-accept')
    await form.getByRole('button', { name: 'Accept as an equal owner' }).click()
    await form.waitFor({ state: 'detached' })
  }
  await it.page.getByText('Agreed', { exact: true }).first().waitFor()
})

step('an owner checks in how confident they are', async () => {
  const { page } = it
  await page.getByRole('button', { name: /^Check in/ }).click()
  const form = page.getByRole('form', { name: /^Check in/ })
  await form.getByRole('radio', { name: '7', exact: true }).check()
  await form.getByLabel('Comment').fill('The shared queue has begun.')
  await form.getByRole('button', { name: 'Check in' }).click()
  await page.getByText('confidence 7 of 10').first().waitFor()
  await picture(page, 'journey-12-checked-in')
})

step('the decision shows what came of it', async () => {
  const { page } = it
  const shown = page.getByRole('main').getByRole('link', { name: 'Hardly any incident bounces' })
  // Governance learns of the objective a moment later.
  for (let look = 0; look < 30; look++) {
    await page.goto(decision)
    await settled(page)
    if ((await shown.count()) > 0) break
    await page.waitForTimeout(1000)
  }
  await shown.first().waitFor()
  await page.getByText('When decided').waitFor()
  await picture(page, 'journey-13-effect')
})

step('nothing went wrong in the pages meanwhile', () => {
  assert.deepEqual(it.complaints, [])
  assert.deepEqual(peer.complaints, [])
})

/** A step of the way; those behind one that failed are left out, because they would only fail of it. */
function step(name, work) {
  test(name, async (t) => {
    if (failed) return t.skip('a step before it failed')
    try {
      await work()
    } catch (error) {
      failed = true
      throw error
    }
  })
}

/** Ticks exactly these departments; the one that acts is ticked for good. */
async function nameOnly(form, names) {
  for (const name of departments.all) {
    const box = form.getByRole('checkbox', { name, exact: true })
    if ((await box.count()) > 0 && (await box.isEnabled())) await box.setChecked(names.includes(name))
  }
}
