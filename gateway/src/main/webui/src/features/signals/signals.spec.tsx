import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Signal } from '../../api/types'
import { visit } from '../../mocks/render'
import { server } from '../../mocks/setup'
import { signals } from '../../mocks/signals.data'
import { problem, resetWorld, world } from '../../mocks/world'
import { placeOfFigure, raiseAbout } from './places'
import { inTurn } from './SignalsAbout'

const part = async (name: string) => (await screen.findByRole('heading', { level: 2, name })).closest('section')!
const risk1 = 'Nobody sees or owns the whole way'
const risk2 = 'Work gets stuck between departments'
const row = (text: RegExp) => screen.getByRole('heading', { level: 3, name: text }).closest('li')!

describe('the page Signals', () => {
  it('tells what was noticed in plain sentences, by the risk that it points to', async () => {
    await visit('/signals')
    const first = within(await part(risk1))
    const second = within(await part(risk2))
    expect(await first.findByRole('heading', { name: /“Parcels to customers” is in use, but no value stream/ })).toBeVisible()
    expect(await first.findByRole('heading', { name: '“Moving teams” is owned by one department alone.' })).toBeVisible()
    expect(await second.findByRole('heading', { name: 'In “Back to work”, 62% of what Group 5 hands to Group 6 had only just come from Group 6.' })).toBeVisible()
    expect(second.getByRole('heading', { name: /work now waits 2.days 12.hrs? before Procurement takes it up/ })).toBeVisible()
    expect(second.getAllByRole('heading', { level: 3 })).toHaveLength(2)
    expect(second.getByText('Grave')).toBeVisible()
  })

  it('leads from each figure to the page and the filters under which it was counted', async () => {
    await visit('/signals')
    await part(risk2)
    await screen.findByRole('heading', { level: 3, name: /takes it up/ })
    const share = await screen.findByRole('link', { name: /^Share straight back: 62%/ })
    const { pathname, searchParams } = new URL(share.getAttribute('href')!, 'http://localhost')
    expect(pathname).toBe('/value-streams/it-incidents/handoffs')
    expect(Object.fromEntries(searchParams)).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
      sort: '-returns',
      pair: '["Group 5","Group 6"]',
    })
    expect(within(row(/takes it up/)).getByRole('link', { name: /^Mean wait before: 40.hrs?/ })).toHaveAttribute(
      'href',
      '/value-streams/joining-us/queues?level=department&from=2025-10-03&to=2025-12-31',
    )
  })

  it('keeps its filters in the address, and shows the one part that a kind belongs to', async () => {
    const { user, address } = await visit('/signals')
    await part(risk1)
    await user.selectOptions(screen.getByLabelText('What was noticed'), 'Waits longer and longer')
    expect(address()).toBe('/signals?kind=growing-queue')
    expect(screen.queryByRole('heading', { name: risk1 })).not.toBeInTheDocument()
    await screen.findByRole('heading', { level: 3, name: /takes it up/ })
    await user.selectOptions(await screen.findByLabelText('Department'), 'Legal')
    expect(address()).toBe('/signals?kind=growing-queue&department=legal')
    expect(await screen.findByText('Nothing points to this risk here')).toBeVisible()
  })

  it('shows what an address asks for, a service as well', async () => {
    await visit('/signals?about=service:parcels')
    expect(await screen.findByRole('heading', { level: 3, name: /Parcels to customers/ })).toBeVisible()
    expect(await screen.findByDisplayValue('Parcels to customers')).toBeVisible()
    expect(await within(await part(risk2)).findByText('Nothing points to this risk here')).toBeVisible()
  })

  it('goes on page by page', async () => {
    const asked: string[] = []
    server.events.on('request:start', ({ request }) => {
      if (request.url.includes('/signals')) asked.push(request.url)
    })
    const many = Array.from({ length: 25 }, (_, number): Signal => ({ ...signals[0]!, id: `s${number}`, subjectName: `Service ${number}` }))
    signals.push(...many)
    try {
      const { user } = await visit('/signals?kind=service-without-stream')
      await screen.findByRole('heading', { level: 3, name: /“Service 18”/ })
      expect(screen.queryByRole('heading', { level: 3, name: /“Service 19”/ })).not.toBeInTheDocument()
      await user.click(screen.getByRole('button', { name: 'Show more' }))
      expect(await screen.findByRole('heading', { level: 3, name: /“Service 24”/ })).toBeVisible()
      expect(asked.some((url) => url.includes('cursor='))).toBe(true)
    } finally {
      signals.splice(-25)
      server.events.removeAllListeners()
    }
  })

  it('says so when nothing points to a risk', async () => {
    resetWorld({ empty: true })
    await visit('/signals')
    expect(await within(await part(risk1)).findByText('Nothing points to this risk')).toBeVisible()
    expect(await within(await part(risk2)).findByText('Nothing points to this risk')).toBeVisible()
  })

  it.each([
    [403, 'not-allowed', 'You may not do this'],
    [503, 'unavailable', 'This part is not available right now'],
    [400, 'invalid-request', 'Please check what you entered'],
  ])('says what a refusal %i means, part by part', async (status, code, title) => {
    server.use(http.get('*/api/catalog/v1/signals', () => problem(status, code, 'Refused.')))
    await visit('/signals')
    expect(await within(await part(risk1)).findByText(new RegExp(title))).toBeVisible()
    expect(await within(await part(risk2)).findByText(new RegExp(title))).toBeVisible()
  })

  it('has no fault that axe can find', async () => {
    await visit('/signals')
    await screen.findByRole('heading', { level: 3, name: /takes it up/ })
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([])
  })
})

describe('what can be done about a signal', () => {
  it('raises an escalation between the two departments concerned, and nobody else', async () => {
    const { user } = await visit('/signals')
    await screen.findByRole('heading', { level: 3, name: /Group 5 hands to Group 6/ })
    await user.click(within(row(/Group 5 hands/)).getByRole('link', { name: /^Raise an escalation/ }))
    expect(await screen.findByLabelText(/^Title/)).toHaveDisplayValue('Handoff from Group 5 to Group 6')
    expect(screen.getByLabelText(/What is the concern/)).toHaveDisplayValue(/248 of 400 handoffs from Group 5 to Group 6/)
    const chosen = screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)
    expect(chosen.map((box) => (box as HTMLInputElement).value).sort()).toEqual(['customer-care', 'it'])
  })

  it('adds a service to a value stream of the reader', async () => {
    const { user, address } = await visit('/signals')
    await screen.findByRole('heading', { level: 3, name: /Parcels to customers/ })
    await user.click(await screen.findByRole('link', { name: /^Add it to a value stream/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Parcels to customers' })).toBeVisible()
    expect(address()).toBe('/services/parcels?do=stream')
    await user.selectOptions(await screen.findByLabelText('Value stream'), 'Back to work')
    await user.click(screen.getByRole('button', { name: 'Add it' }))
    expect(await screen.findByRole('link', { name: 'Back to work' })).toBeVisible()
    expect(world.streams[1]!.services).toEqual(['working-again', 'parcels'])
  })

  it('makes a stream jointly owned, and leaves no owner out', async () => {
    resetWorld({ who: 'head-facilities' })
    const { user, address } = await visit('/signals?kind=stream-without-joint-owner')
    await user.click(await screen.findByRole('link', { name: /^Set joint owners/ }))
    const form = await screen.findByRole('form', { name: 'Set joint owners' })
    expect(address()).toBe('/value-streams/moving-teams/map?edit=owners')
    expect(within(form).getByRole('checkbox', { name: 'Facilities' })).toBeDisabled()
    await user.click(within(form).getByRole('button', { name: 'Make them owners' }))
    expect(within(form).getByText('Choose at least one more department.')).toBeVisible()
    await user.click(within(form).getByRole('checkbox', { name: 'Human resources' }))
    await user.click(within(form).getByRole('button', { name: 'Make them owners' }))
    await screen.findByRole('button', { name: 'Set joint owners' })
    expect(world.streams[2]!.owners).toEqual(['facilities', 'hr'])
  })

  it('draws the map or brings in the work of a stream that is not measured', async () => {
    resetWorld({ who: 'head-facilities' })
    await visit('/signals?kind=stream-without-measure')
    expect(await screen.findByRole('link', { name: /^Draw the map/ })).toHaveAttribute('href', '/value-streams/moving-teams/map?edit=map')
    expect(screen.getByRole('link', { name: /^Bring in its work/ })).toHaveAttribute('href', '/value-streams/moving-teams/import')
  })

  it('says who may, to whoever may not', async () => {
    resetWorld({ who: 'sponsor' })
    await visit('/signals')
    expect(await screen.findByText(/It can be shared by the head of: Facilities/)).toBeVisible()
    await screen.findByRole('heading', { level: 3, name: /takes it up/ })
    expect(screen.getAllByText(/A department head can raise an escalation/)).toHaveLength(2)
    expect(screen.queryByRole('link', { name: /^(Raise|Set|Add|Draw|Bring)/ })).not.toBeInTheDocument()
  })

  it('puts what is known of a queue into the address of the form', () => {
    const queue = signals.find(({ kind }) => kind === 'growing-queue')!
    expect(raiseAbout(queue, (_signal, carrier) => carrier ?? '')).toBe(
      '/escalations/new?stream=joining-us&to=procurement&departments=procurement&count=40&wait=60&before=40',
    )
    expect(placeOfFigure(queue, 'handoffs')).toBe('/value-streams/joining-us/queues?level=department&from=2026-01-01&to=2026-03-31')
  })
})

describe('signals on other pages', () => {
  it('stand on Today when they concern the reader’s own department, with a link to all of them', async () => {
    await visit('/')
    const mine = within(await part('What was noticed in your work'))
    expect(await mine.findByRole('heading', { level: 3, name: /Group 5 hands to Group 6/ })).toBeVisible()
    expect(mine.getAllByRole('heading', { level: 3 })).toHaveLength(3)
    expect(mine.queryByText(/Moving teams/)).not.toBeInTheDocument()
    expect(mine.getByRole('link', { name: 'See all signals' })).toHaveAttribute('href', '/signals?department=it')
  })

  it('leave a department in peace that none concerns', async () => {
    resetWorld({ who: 'head-legal' })
    await visit('/')
    expect(await screen.findByText('No signal concerns your department right now.')).toBeVisible()
  })

  it('stand on the page of a stream', async () => {
    await visit('/value-streams/it-incidents')
    const here = within(await part('What was noticed here'))
    expect(await here.findByRole('heading', { level: 3, name: /Group 5 hands to Group 6/ })).toBeVisible()
    expect(here.getByRole('link', { name: /^See all/ })).toHaveAttribute('href', '/signals?about=value-stream%3Ait-incidents')
  })

  it('stand on the page of a service, those of its streams too', async () => {
    await visit('/services/working-again')
    expect(await within(await part('What was noticed here')).findByRole('heading', { name: /Back to work/ })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Back to work' })).toHaveAttribute('href', '/value-streams/it-incidents')
  })

  it('begin with the gravest of both risks, each once', () => {
    const [service, measures, pair, owner] = signals as [Signal, Signal, Signal, Signal]
    const team = { ...pair, id: 'a team of it' }
    expect(inTurn([[service, measures, owner], [pair, team], [pair]]).map(({ id }) => id)).toEqual([service, pair, measures, owner].map(({ id }) => id))
  })
})
