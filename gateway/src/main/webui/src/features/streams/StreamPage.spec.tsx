import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { visit } from '../../mocks/render'

describe('a stream', () => {
  it('puts the clock of the customer beside the agreed one', async () => {
    await visit('/value-streams/it-incidents')
    expect(await screen.findByText('End-to-end clock')).toBeVisible()
    expect(screen.getByText(/^13 days 3 hr/)).toBeVisible()
    expect(screen.getByText('92.7%')).toBeVisible()
    expect(screen.getByText('19,087')).toBeVisible()
  })

  it('says that efficiency is not known, and why', async () => {
    await visit('/value-streams/it-incidents')
    const figure = (await screen.findByText('Share of active time')).closest('div')!
    expect(within(figure).getByText('Not known')).toBeVisible()
    expect(within(figure).getByText(/nobody has said yet/)).toBeVisible()
  })

  it('sets what people estimated on the map apart from what is measured', async () => {
    await visit('/value-streams/it-incidents')
    expect(await screen.findByRole('heading', { name: 'What people estimated on the map' })).toBeVisible()
    const figure = screen.getByText('Share that is work, as estimated').closest('div')!
    expect(figure).toHaveTextContent(/estimated on the map/)
    expect(figure).not.toHaveTextContent(/waiting/)
  })

  it('tells what to do first where nothing has been measured', async () => {
    await visit('/value-streams/moving-teams')
    expect(await screen.findByText('No work has been measured here yet')).toBeVisible()
    expect(screen.getByText('No stages have been drawn yet')).toBeVisible()
  })

  it('keeps its filters in the address', async () => {
    const { user, address } = await visit('/value-streams/it-incidents')
    await user.selectOptions(await screen.findByLabelText('Handed between'), 'department')
    expect(address()).toBe('/value-streams/it-incidents?level=department')
    // The tabs follow the address when the page has what it needs for the new level.
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Handoffs' })).toHaveAttribute('href', expect.stringContaining('level=department')),
    )
    await user.click(screen.getByRole('link', { name: 'Handoffs' }))
    expect(await screen.findByRole('heading', { name: /^[\d,]+ handoffs$/ })).toBeVisible()
    expect(address()).toBe('/value-streams/it-incidents/handoffs?level=department')
    expect(screen.getByRole('rowheader', { name: 'Customer care' })).toBeVisible()
  })
})

describe('the parts of a stream', () => {
  const names = (nav: HTMLElement) => within(nav).getAllByRole('link').map((link) => link.textContent)

  it('fit into one row, with what belongs together below it', async () => {
    const { user, address } = await visit('/value-streams/it-incidents')
    const parts = await screen.findByRole('navigation', { name: 'Parts of this stream' })
    expect(names(parts)).toEqual(['Overview', 'Map', 'Flow', 'Work items', 'Rules', 'Import'])
    expect(names(screen.getByRole('navigation', { name: 'Flow' }))).toEqual([
      'Trends', 'Distribution', 'Handoffs', 'Queues', 'Working together', 'Automation', 'Types',
    ])
    await user.click(within(parts).getByRole('link', { name: 'Map' }))
    const below = await screen.findByRole('navigation', { name: 'Map' })
    expect(address()).toBe('/value-streams/it-incidents/map')
    expect(names(below)).toEqual(['Stages', 'Customers', 'Meetings'])
    await user.click(within(below).getByRole('link', { name: 'Meetings' }))
    await waitFor(() => expect(address()).toBe('/value-streams/it-incidents/meetings'))
    expect(within(parts).getByRole('link', { name: 'Map' })).toHaveAttribute('aria-current', 'true')
  })
})

describe('the heat map', () => {
  it('is walked with the arrow keys and opened with Enter', async () => {
    const { user } = await visit('/value-streams/it-incidents/handoffs')
    const grid = await screen.findByRole('grid', { name: 'Handoffs between carriers' })
    const cells = within(grid).getAllByRole('gridcell')
    const stops = cells.filter((cell) => cell.tabIndex === 0)
    expect(stops).toHaveLength(1)
    stops[0]!.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toHaveAttribute('data-cell', '0-2')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('link', { name: 'Raise an escalation about this handoff' })).toBeVisible()
  })

  it('shows twelve carriers and the others as one, until more are asked for', async () => {
    const { user } = await visit('/value-streams/it-incidents/handoffs')
    const grid = await screen.findByRole('grid', { name: 'Handoffs between carriers' })
    expect(within(grid).getAllByRole('rowheader')).toHaveLength(13)
    await user.selectOptions(screen.getByLabelText('Carriers'), 'all')
    expect(within(screen.getByRole('grid', { name: 'Handoffs between carriers' })).getAllByRole('rowheader').length).toBeGreaterThan(50)
  })
})

describe('work items', () => {
  const table = () => screen.findByRole('grid', { name: 'Work items' })
  const columns = async () => within(await table()).getAllByRole('columnheader').map((head) => head.textContent)

  it('have a flow time when they are done and an age while they are open, never both', async () => {
    await visit('/value-streams/it-incidents/work-items')
    expect(await columns()).toEqual(expect.arrayContaining(['Flow time', 'Age']))
    const cells = (id: string) => {
      const row = screen.getByRole('link', { name: id }).closest('tr')!
      return ['Flow time', 'Age'].map((name) => row.querySelector(`[data-label="${name}"]`)!.textContent!.replaceAll('\u00a0', ' '))
    }
    expect(cells('INC0001042')).toEqual([expect.stringMatching(/^12 days 22 hr/), '–'])
    expect(cells('INC0001055')).toEqual(['–', '29 days'])
  })

  it('show only done ones by flow time and only open ones by age', async () => {
    const { user, address } = await visit('/value-streams/it-incidents/work-items')
    await user.selectOptions(await screen.findByLabelText('Sort by'), 'Longest flow time (done only)')
    expect(address()).toBe('/value-streams/it-incidents/work-items?sort=-flowTime&open=false')
    await waitFor(async () => expect(await columns()).not.toContain('Age'))
    expect(screen.queryByRole('link', { name: 'INC0001055' })).toBeNull()
    expect(screen.getByLabelText('State')).toHaveDisplayValue('Done')
    await user.selectOptions(screen.getByLabelText('State'), 'Open')
    expect(address()).toBe('/value-streams/it-incidents/work-items?open=true')
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Oldest (open only)')
    await waitFor(async () => expect(await columns()).not.toContain('Flow time'))
    expect(await screen.findByRole('link', { name: 'INC0001055' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'INC0001042' })).toBeNull()
  })

  it('follow an address that asks for open ones by flow time as the service can answer it', async () => {
    await visit('/value-streams/it-incidents/work-items?sort=-flowTime&open=true')
    expect(await screen.findByRole('link', { name: 'INC0001042' })).toBeVisible()
    expect(screen.getByLabelText('State')).toHaveDisplayValue('Done')
  })

  it('tell how old an open one is and who has it', async () => {
    await visit('/value-streams/it-incidents/work-items/INC0001055')
    const age = (await screen.findByText('Age')).closest('div')!
    expect(age).toHaveTextContent('20 days')
    expect(screen.queryByText('Flow time')).toBeNull()
    expect(screen.getByText(/Now with Service desk, for/)).toHaveTextContent(/for 7 days/)
  })
})
