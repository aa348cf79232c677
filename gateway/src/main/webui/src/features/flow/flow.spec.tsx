import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fill, visit } from '../../mocks/render'
import { resetWorld, world } from '../../mocks/world'

const stream = '/value-streams/it-incidents'

describe('the trends of a stream', () => {
  it('tell how far the latest whole period is from the baseline, and whether that is good', async () => {
    await visit(`${stream}/trends`)
    const load = await screen.findByRole('region', { name: 'Open at the end' })
    expect(load).toHaveTextContent(/more than the baseline\s+\(worse\)/)
    const flowTime = screen.getByRole('region', { name: '85% within' })
    expect(flowTime).toHaveTextContent(/less than the baseline\s+\(better\)/)
    expect(screen.getByText(/Dotted lines: the baseline, .+ chosen by the owners/)).toBeVisible()
  })

  it('say what is not known instead of drawing nought', async () => {
    await visit(`${stream}/trends`)
    const card = await screen.findByRole('region', { name: 'Active time' })
    expect(card).toHaveTextContent('Not known')
    expect(within(card).queryByRole('img')).toBeNull()
  })

  it('are a table as well, and keep grain and view in the address', async () => {
    const { user, address } = await visit(`${stream}/trends`)
    await user.selectOptions(await screen.findByLabelText('Show as'), 'table')
    await user.selectOptions(screen.getByLabelText('One point for each'), 'week')
    expect(address()).toBe(`${stream}/trends?view=table&grain=week`)
    const table = await screen.findByRole('grid', { name: 'How the flow changes' })
    await waitFor(() => expect(within(table).getAllByRole('row').length).toBe(28))
    expect(within(table).getByText('Baseline, whole')).toBeVisible()
  })

  it('say by which filters they are not narrowed, and do not send them', async () => {
    await visit(`${stream}/trends?team=Group+5`)
    expect(await screen.findByText(/Not narrowed by: Team/)).toBeVisible()
    expect(await screen.findByRole('region', { name: 'Open at the end' })).toBeVisible()
  })
})

describe('the distribution of a stream', () => {
  it('draws flow times and handoffs with the three percentiles beside them', async () => {
    await visit(`${stream}/distribution`)
    const times = await screen.findByRole('region', { name: 'Flow time' })
    const drawing = within(times).getByRole('img')
    expect(drawing).toHaveAccessibleName(/24,918 work items: half within 4\sdays 12\shr, 85% within 30\sdays/)
    expect(within(times).getByText('85%')).toBeVisible()
    const handoffs = screen.getByRole('region', { name: 'Handoffs' })
    expect(handoffs).toHaveTextContent(/85% within\s*2/)
  })

  it('is a table as well, as the address says', async () => {
    const { user, address } = await visit(`${stream}/distribution`)
    await user.selectOptions(await screen.findByLabelText('Show as'), 'table')
    expect(address()).toBe(`${stream}/distribution?view=table`)
    const table = await screen.findByRole('grid', { name: 'Handoffs' })
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(/^015,34361.6%61.6%$/)
  })

  it('says so where there is nothing to count', async () => {
    await visit('/value-streams/moving-teams/distribution')
    expect((await screen.findAllByText('Nothing to count in this selection')).length).toBe(2)
  })
})

describe('candidates for automation', () => {
  it('are the handoffs by hand, the longest waits first, and lead to their work items', async () => {
    await visit(`${stream}/automation`)
    const table = await screen.findByRole('grid', { name: 'All handoffs by hand' })
    const rows = within(table).getAllByRole('row')
    expect(rows[1]).toHaveTextContent(/^Cause found.*Working again/)
    expect(within(rows[1]!).getByRole('link')).toHaveAttribute(
      'href',
      `${stream}/work-items?level=stage&handedFrom=Cause+found&handedTo=Working+again`,
    )
    // Handed into by itself, as the map says.
    expect(table).not.toHaveTextContent('Cause foundInformation technologyPart supplied')
    expect(screen.getByText(/7,700 handoffs by hand, 93% of all between stages/)).toBeVisible()
  })

  it('ask for rules where no work is placed on stages', async () => {
    await visit('/value-streams/moving-teams/automation')
    expect(await screen.findByText('No handoffs between stages are known here')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Place the work on stages' })).toBeVisible()
  })
})

describe('what a stream is ready for', () => {
  it('is three scores on the overview, each with its parts and what would raise them', async () => {
    const { user } = await visit(stream)
    const score = await screen.findByRole('region', { name: 'Measured end to end' })
    expect(score).toHaveTextContent('88%')
    await user.click(within(score).getByText('What it is made of'))
    expect(within(score).getByText(/^To raise it: say which states are active/)).toBeVisible()
    expect(screen.getByRole('region', { name: 'Automation' })).toHaveTextContent(/7%/)
  })

  it('is not known where nothing is measured', async () => {
    await visit('/value-streams/moving-teams')
    expect(await screen.findByRole('region', { name: 'Reliability and consistency' })).toHaveTextContent('not known')
    expect(screen.getByRole('region', { name: 'Measured end to end' })).toHaveTextContent('0%')
  })
})

describe('the flow diagram', () => {
  it('begins with departments, is walked with the arrow keys and opens a pair', async () => {
    const { user, address } = await visit(`${stream}/handoffs`)
    expect(await screen.findByText('Between departments.')).toBeVisible()
    const diagram = screen.getByRole('group', { name: /^Flow of work between carriers, 4 handoffs/ })
    const ribbons = within(diagram).getAllByRole('button')
    expect(ribbons.filter((ribbon) => ribbon.getAttribute('tabindex') === '0')).toHaveLength(1)
    ribbons[0]!.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toHaveAccessibleName(/^Information technology to Customer care: 1,904 handoffs/)
    await user.keyboard('{Enter}')
    expect(address()).toContain('flow=')
    expect(await screen.findByRole('link', { name: 'Show the work items' })).toHaveAttribute(
      'href',
      `${stream}/work-items?level=department&handedFrom=it&handedTo=customer-care`,
    )
  })

  it('leads from a pair to its work items, and from there to one journey', async () => {
    const { user, address } = await visit(`${stream}/work-items?level=department&handedFrom=customer-care&handedTo=it`)
    expect(await screen.findByText('Only work items handed over by Customer care to Information technology.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show all work items' }))
    expect(address()).toBe(`${stream}/work-items?level=department`)
    await user.click(await screen.findByRole('link', { name: 'INC0001042' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'INC0001042' })).toBeVisible()
    expect(address()).toContain('level=department')
  })

  it('ranks pairs by what automating could save and by what bounces', async () => {
    const { user } = await visit(`${stream}/handoffs?level=department`)
    await user.selectOptions(await screen.findByLabelText('Rank by'), 'time that could be saved')
    const first = async (name: string) => within(await screen.findByRole('grid', { name })).getAllByRole('row')[1]!
    expect(await first('Candidates for automation')).toHaveTextContent(/^Information technologyCustomer care/)
    await user.selectOptions(screen.getByLabelText('Rank by'), 'how often')
    expect(await first('Busiest handoffs')).toHaveTextContent(/^Customer careInformation technology/)
  })
})

describe('queues, pairs and types', () => {
  it('show for whom work waits, and who has it now', async () => {
    await visit(`${stream}/queues?level=department`)
    const waits = await screen.findByRole('list', { name: 'Where work waits longest' })
    expect(within(waits).getAllByRole('listitem')[0]).toHaveTextContent('Customer care')
    expect(within(screen.getByRole('list', { name: 'Who has it now' })).getAllByRole('listitem')[0]).toHaveTextContent(/open.*the oldest for/)
    expect(screen.getByRole('grid', { name: 'All departments' })).toBeVisible()
  })

  it('set working together beside handing over', async () => {
    await visit(`${stream}/together?level=department&type=Access`)
    expect(await screen.findByText(/Not narrowed by: Type/)).toBeVisible()
    const pairs = await screen.findByRole('list', { name: 'Working together, or handing over' })
    expect(within(pairs).getAllByRole('listitem')[0]).toHaveTextContent('Customer care and Information technology')
  })

  it('lead from a type to its figures', async () => {
    await visit(`${stream}/types?from=2026-01-01`)
    expect(await screen.findByRole('link', { name: 'Access' })).toHaveAttribute('href', `${stream}?from=2026-01-01&type=Access`)
    expect(screen.getByText('without a type')).toBeVisible()
  })

  it('keep period and filters when the reader goes from tab to tab', async () => {
    await visit(`${stream}/queues?level=department&from=2026-01-01&team=Group+5`)
    expect(screen.getByRole('link', { name: 'Types' })).toHaveAttribute('href', `${stream}/types?level=department&from=2026-01-01&team=Group+5`)
  })
})

describe('the rules of a stream', () => {
  it('are moved and removed with buttons, which keep the focus and say what happened', async () => {
    const { user } = await visit(`${stream}/rules`)
    await user.click(await screen.findByRole('button', { name: 'Move rule 2 up' }))
    expect(screen.getByText('Rule 2 is now rule 1.')).toBeInTheDocument()
    // At the top there is no way up: the way down takes the focus.
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Move rule 1 down'))
    expect(screen.getAllByLabelText('Stage')[0]).toHaveDisplayValue('Cause found')
    await user.click(screen.getByRole('button', { name: 'Remove rule 3' }))
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Remove rule 2'))
    expect(screen.queryByRole('group', { name: 'Rule 3' })).toBeNull()
  })

  it('are tried on real events while they are written, what is on no stage first', async () => {
    const { user } = await visit(`${stream}/rules`)
    const kinds = await screen.findByRole('grid', { name: /^Kinds of events/ })
    expect(within(kinds).getAllByRole('row')[1]).toHaveTextContent('Part ordered')
    await user.click(screen.getByRole('button', { name: 'Make a rule for Part ordered' }))
    const rule = await screen.findByRole('group', { name: 'Rule 4' })
    expect(within(rule).getByLabelText('What happened')).toHaveValue('Part ordered')
    await user.selectOptions(within(rule).getByLabelText('Stage'), 'Part supplied')
    expect(await within(rule).findByText('Places 902 events, classes 0.')).toBeVisible()
  })

  it('show a refusal at the rule that it is about, and are saved with the version that was read', async () => {
    const { user } = await visit(`${stream}/rules`)
    await user.click(await screen.findByRole('button', { name: 'Add a rule' }))
    const rule = await screen.findByRole('group', { name: 'Rule 4' })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(within(rule).getByText(/Choose a stage, or say/)).toBeVisible()
    await user.selectOptions(within(rule).getByLabelText('Then work is'), 'done')
    await fill(within(rule).getByLabelText('State'), 'Awaiting*')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await within(rule).findByText(/fit the same events and say different things/)).toBeVisible()
    await fill(within(rule).getByLabelText('State'), 'Closed')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(world.flowSettings['it-incidents']!.version).toBe(5))
    expect(world.flowSettings['it-incidents']!.rules).toHaveLength(4)
    expect(world.flowSettings['it-incidents']!.keepFor).toBe('P3Y')
    expect(await screen.findByText('The figures are being worked out anew')).toBeVisible()
  })

  it('do not overwrite what somebody else has saved meanwhile', async () => {
    const { user } = await visit(`${stream}/rules`)
    await screen.findByRole('group', { name: 'Rule 3' })
    world.flowSettings['it-incidents'] = { ...world.flowSettings['it-incidents']!, keepFor: 'P5Y', version: 9 }
    fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2020-01-01' } })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('5 years', { selector: 'ins' })).toBeVisible()
    expect(world.flowSettings['it-incidents'].version).toBe(9)
  })

  it('can be read by everybody, and changed by owners alone', async () => {
    resetWorld({ who: 'sponsor' })
    await visit(`${stream}/rules`)
    expect(await screen.findByText(/Only heads of the owner departments/)).toBeVisible()
    expect(screen.getByRole('grid', { name: 'Rules' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })
})

describe('taking an import back', () => {
  it('says first what happens, and then that it has', async () => {
    const { user } = await visit(`${stream}/import`)
    await user.click(await screen.findByRole('button', { name: 'Take back import IMP-3' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('The 141,709 events that it added from desk-export go.')
    expect(world.imports[0]!.reversedAt).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.getAllByText(/^Taken back .* by Ines Torvald/)).toHaveLength(2))
  })
})

describe('a long journey', () => {
  it('is read page by page', async () => {
    const { user } = await visit(`${stream}/work-items/INC0002000`)
    expect(await screen.findByText(/A long journey: 2,410 events/)).toBeVisible()
    const table = await screen.findByRole('grid', { name: 'Event by event' })
    expect(within(table).getAllByRole('row')).toHaveLength(201)
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(401))
  })
})
