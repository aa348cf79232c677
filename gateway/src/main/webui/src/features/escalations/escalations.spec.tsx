import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { switchLanguage } from '../../i18n'
import { resetWorld, world } from '../../mocks/world'
import { fill, visit } from '../../mocks/render'

const chosen = () =>
  (screen.getAllByRole('checkbox') as HTMLInputElement[]).filter(({ checked }) => checked).map(({ value }) => value).sort()

describe('from the worst handoff to an effect', () => {
  it('raises an escalation that is filled in already', async () => {
    const { user, address } = await visit('/value-streams/it-incidents/handoffs')
    const first = (await screen.findAllByRole('link', { name: /^Raise an escalation about the handoff/ }))[0]!
    await user.click(first)
    const title = await screen.findByLabelText(/^Title/)
    expect(title).toHaveDisplayValue(/^Handoff from Group/)
    expect(screen.getByLabelText(/What is the concern/)).toHaveDisplayValue(/“Back to work”/)
    expect(screen.getByRole('checkbox', { name: 'Customer care' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Raise it' }))
    expect(await screen.findByRole('heading', { level: 1, name: /^Handoff from Group/ })).toBeVisible()
    expect(address()).toBe('/escalations/ESC-4')
    expect(world.escalations[3]).toMatchObject({ department: 'it', peersStep: 'PT960M' })
  })

  it('names the two departments of a handoff only, however many own the stream', async () => {
    await visit('/value-streams/joining-us/handoffs?level=department')
    const link = (await screen.findAllByRole('link', { name: /^Raise an escalation about the handoff/ }))[0]!
    const [from, to] = new URL(link.getAttribute('href')!, 'http://localhost').searchParams.get('departments')!.split(',')
    expect(from).not.toBe(to)
    cleanup()
    await visit('/escalations/new?stream=joining-us&from=Purchasing&to=Welcome&departments=procurement,hr&count=9&wait=3')
    await screen.findByLabelText(/^Title/)
    expect(chosen()).toEqual(['it', 'hr', 'procurement'].sort())
  })

  it('names nobody but the one who raises it where the departments of two teams are not known', async () => {
    const { user } = await visit('/escalations/new?stream=joining-us&from=Group+1&to=Group+2&count=9&wait=3')
    await screen.findByLabelText(/^Title/)
    expect(chosen()).toEqual(['it'])
    await user.selectOptions(screen.getByLabelText(/^Value stream/), 'Back to work')
    expect(chosen()).toEqual(['it'])
    await user.click(screen.getByRole('button', { name: 'Raise it' }))
    expect(await screen.findByText('Name at least one other department.')).toBeVisible()
  })

  it('names the owners of a stream when it is about the stream as a whole', async () => {
    await visit('/escalations/new?stream=joining-us')
    await screen.findByLabelText(/^Title/)
    expect(chosen()).toEqual(['facilities', 'hr', 'it'])
  })

  it('asks what happens first, and what it would take beyond the peers last', async () => {
    await visit('/escalations/new?stream=it-incidents&to=Group+70&count=40&wait=60&before=20')
    const concern = await screen.findByLabelText(/What is the concern/)
    expect(concern).toHaveDisplayValue(/work waits 2.days 12.hrs? on average before Group 70 takes it up\. In the time before, it waited 20.hrs?\./)
    expect(screen.getByLabelText(/^Title/)).toHaveDisplayValue('Waiting for Group 70')
    const inOrder = [concern, screen.getByLabelText(/^Title/), screen.getByLabelText(/^Time for the peers/), screen.getByRole('radio', { name: /^More authority/ })]
    inOrder.slice(1).forEach((field, index) =>
      expect(inOrder[index]!.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy(),
    )
    expect(screen.getByRole('group', { name: /^If the peers cannot solve it/ })).toBeVisible()
    expect(screen.queryByText('Kind')).not.toBeInTheDocument()
  })

  it('is solved together once everybody agrees', async () => {
    const { user } = await visit('/escalations/ESC-1')
    await user.click(await screen.findByRole('button', { name: /^Acknowledge for/ }))
    expect(await screen.findByText('acknowledged')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Agree for/ }))
    expect((await screen.findAllByText('Solved together')).length).toBeGreaterThan(0)
    expect(world.escalations[0]!.resolution?.kind).toBe('solved-together')
  })

  it('leads on from a solution to a joint objective that names it and its peers', async () => {
    const escalation = world.escalations[0]!
    escalation.state = 'resolved'
    escalation.resolution = { kind: 'solved-together', text: 'One shared queue.', at: new Date().toISOString(), by: 'Ines Torvald' }
    const { user, address } = await visit('/escalations/ESC-1')
    await user.click(await screen.findByRole('link', { name: 'Draft a joint objective' }))
    await fill(await screen.findByLabelText(/^Title/), 'Nothing goes back and forth')
    expect(decodeURIComponent(address())).toBe('/objectives/new?from=escalation:ESC-1')
    await fill(screen.getByLabelText(/^Why it matters/), 'Callers wait.')
    expect(screen.getByRole('checkbox', { name: 'Customer care' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Ask the owners to join' }))
    await screen.findByRole('heading', { level: 1, name: 'Nothing goes back and forth' })
    expect(world.objectives[2]!.links.map(({ link }) => link)).toEqual(['escalation:ESC-1'])
  })

  it('opens a decision out of it, with its peers as those affected', async () => {
    const { user, address } = await visit('/decisions/new?escalation=ESC-1')
    await fill(await screen.findByLabelText(/^Question/), 'Who closes it?')
    await fill(screen.getByLabelText(/^Option A/), 'The first team')
    await user.click(screen.getByRole('button', { name: 'Open it for votes' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Who closes it?' })).toBeVisible()
    expect(address()).toBe('/decisions/DEC-3')
    expect(world.decisions[2]).toMatchObject({
      escalation: 'ESC-1',
      departments: ['it', 'customer-care'],
      options: [{ code: 'A', title: 'The first team' }],
    })
  })

  it('shows what a decision has moved', async () => {
    await visit('/decisions/DEC-1')
    expect(await screen.findByText('14.2%')).toBeVisible()
    expect(screen.getByText('8.9%')).toBeVisible()
    expect(screen.getByText(/-5.3.points, better/)).toBeVisible()
  })
})

describe('the list of escalations', () => {
  it('puts open ones first, what is due soonest on top, and those that are solved last', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    world.escalations[0]!.clock.dueAt = at(50)
    world.escalations[1]!.clock.dueAt = at(-2)
    await visit('/escalations')
    await screen.findByRole('heading', { level: 2, name: world.escalations[0]!.title })
    expect(within(screen.getByRole('main')).getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(
      [1, 0, 2].map((index) => world.escalations[index]!.title),
    )
  })

  it('keeps that order over all pages, those that come later too', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const one = world.escalations[0]!
    world.escalations = Array.from({ length: 60 }, (_, index) => ({
      ...structuredClone(one),
      ref: `ESC-${index + 1}`,
      title: `Number ${index + 1}`,
      state: 'peers' as const,
      resolution: null as never,
      clock: { ...one.clock, dueAt: at(100 - index) },
    }))
    const { user } = await visit('/escalations')
    await screen.findByRole('heading', { level: 2, name: 'Number 60' })
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await screen.findByRole('heading', { level: 2, name: 'Number 1' })
    expect(within(screen.getByRole('main')).getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual(
      Array.from({ length: 60 }, (_, index) => `Number ${60 - index}`),
    )
  })
})

describe('an outcome', () => {
  it('says what makes it valid in the language of the reader, from the votes', async () => {
    await switchLanguage('fr')
    try {
      await visit('/decisions/DEC-1')
      expect(await screen.findByText(/Valide : les 3 directions touchées ont toutes pris part/)).toBeVisible()
      expect(screen.queryByText(/Valid:/)).not.toBeInTheDocument()
    } finally {
      await switchLanguage('en')
    }
  })
})

describe('voting and deciding', () => {
  it('asks for a position and a reason', async () => {
    const { user } = await visit('/decisions/DEC-2?do=vote')
    const form = await screen.findByRole('form', { name: 'Vote' })
    await user.click(within(form).getByRole('button', { name: 'Vote' }))
    expect(within(form).getByText('Please choose a position.')).toBeVisible()
    await user.click(within(form).getByRole('radio', { name: /B: Only the team/ }))
    await user.click(within(form).getByRole('radio', { name: /^Agree/ }))
    await fill(within(form).getByLabelText(/^Reason/), 'It is what callers ask for.')
    await user.click(within(form).getByRole('button', { name: 'Vote' }))
    expect(await screen.findByText('Everybody has taken part: the outcome can be written down')).toBeVisible()
  })

  it('names who is missing before the service has to refuse', async () => {
    await visit('/decisions/DEC-2?do=decide')
    expect(await screen.findByText('Not taken part yet: Information technology')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Decide' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('does not offer to decide before every affected department has voted, and says whose vote is missing', async () => {
    const { user, address } = await visit('/decisions/DEC-2')
    const button = await screen.findByRole('button', { name: 'Write down the outcome' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Not taken part yet: Information technology/)
    await user.click(button)
    expect(address()).toBe('/decisions/DEC-2')
  })

  it('lets a sponsor decide what has climbed, and nobody else', async () => {
    resetWorld({ who: 'sponsor' })
    await visit('/escalations/ESC-2')
    expect(await screen.findByRole('button', { name: 'Decide it' })).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Acknowledge/ })).not.toBeInTheDocument()
  })
})
