import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fill, visit } from '../../mocks/render'
import { resetWorld, world } from '../../mocks/world'

const joining = () => world.streams.find(({ code }) => code === 'joining-us')!

describe('the map of a stream', () => {
  it('shows today and the future on one scale, with what falls away, what is new and where it changes hands', async () => {
    await visit('/value-streams/joining-us/map')
    const today = await screen.findByRole('region', { name: 'Today' })
    const future = screen.getByRole('region', { name: 'As we want it' })
    expect(within(today).getByText('falls away').closest('li')).toHaveTextContent('Equipment bought')
    expect(within(future).getByText('new').closest('li')).toHaveTextContent('Check on the day before')
    expect(within(today).getByText('handed to Procurement')).toBeVisible()
    expect(within(future).queryByText('handed to Procurement')).toBeNull()
  })

  it('marks what is handed in by itself, and says which rules lean on a stage', async () => {
    const { user } = await visit('/value-streams/it-incidents/map?edit=map')
    const marks = await screen.findAllByLabelText('Work is handed in')
    expect(marks.map((mark) => (mark as HTMLSelectElement).value)).toEqual(['manual', 'manual', 'automated', 'manual'])
    expect((await screen.findAllByText(/^1 rule places work on this stage/)).length).toBe(2)
    await user.selectOptions(marks[1]!, 'by itself')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(world.streams.find(({ code }) => code === 'it-incidents')!.stages[1]!.handoff).toBe('automated'))
  })

  it('lists the gaps with their differences and what is done about them', async () => {
    await visit('/value-streams/joining-us/map')
    const gaps = await screen.findByRole('grid', { name: 'What lies between' })
    const row = within(gaps).getByText('Access granted').closest('tr')!
    expect(row).toHaveTextContent('changed')
    expect(row.textContent!.replaceAll('\u00a0', ' ')).toContain('−5 days 20 hr')
    expect(row).toHaveTextContent('+23 points')
    expect(row).toHaveTextContent('Forty role profiles')
    expect(within(gaps).getByText('Equipment bought').closest('tr')).toHaveTextContent('falls away')
  })

  it('confirms for the own department only, and says who did', async () => {
    const { user } = await visit('/value-streams/joining-us/map')
    expect(await screen.findByText('1 of 4 departments stands behind it')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Confirm for Human resources' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Confirm for (IT|Information)/ }))
    expect(await screen.findByText('2 of 4 departments stand behind it')).toBeVisible()
    expect(screen.getAllByText(/Confirmed by Ines Torvald/)[0]).toBeVisible()
    expect(joining().version).toBe(3)
  })

  it('says that new words end the confirmations, and asks again', async () => {
    const { user } = await visit('/value-streams/joining-us/map?edit=words')
    expect(await screen.findByText(/A new purpose or outcome ends all confirmations/)).toBeVisible()
    await fill(screen.getByRole('textbox', { name: /What it is for/ }), 'Everybody can begin.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('0 of 4 departments stand behind it')).toBeVisible()
    expect(joining().purpose).toBe('Everybody can begin.')
  })

  it('leaves editing to the owners', async () => {
    resetWorld({ who: 'head-legal' })
    await visit('/value-streams/joining-us/map?edit=map')
    await screen.findByRole('region', { name: 'Today' })
    expect(screen.queryByRole('button', { name: 'Edit the map' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })

  it('tells a newcomer what the words mean', async () => {
    const { user } = await visit('/value-streams/moving-teams/map')
    expect(await screen.findByText('No stages have been drawn yet')).toBeVisible()
    await user.click(screen.getByText('What is a value stream map?'))
    expect(screen.getByText(/How many of a hundred cases arrive/)).toBeVisible()
  })
})

describe('the map editor', () => {
  const stages = async () => {
    const part = await screen.findByRole('region', { name: 'Today' })
    return { part, names: () => within(part).getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent) }
  }

  it('moves a stage with Alt and an arrow, keeps the focus on it, and says where it is', async () => {
    const { user } = await visit('/value-streams/joining-us/map?edit=map')
    const { part, names } = await stages()
    within(part).getAllByLabelText(/What happens/)[0]!.focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(names().slice(0, 2)).toEqual(['1. Access granted', '2. Contract signed'])
    await waitFor(() => expect(document.activeElement).toHaveTextContent('2. Contract signed'))
    expect(within(part).getByRole('status')).toHaveTextContent('Contract signed is now number 2 of 5.')
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}{Alt>}{ArrowUp}{/Alt}')
    expect(names()[0]).toBe('1. Contract signed')
  })

  it('adds, removes and saves both states with their keys, so that nothing loses its name', async () => {
    const { user } = await visit('/value-streams/joining-us/map?edit=map')
    const { part, names } = await stages()
    await user.click(within(part).getByRole('button', { name: 'Remove Equipment bought' }))
    await waitFor(() => expect(document.activeElement).toHaveTextContent('4. First week'))
    await user.click(within(part).getByRole('button', { name: 'Add a stage of today' }))
    expect(names().at(-1)).toBe('5. Stage 5')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/Something above is still missing/)).toBeVisible()
    expect(joining().version).toBe(3)
    await fill(within(part).getAllByLabelText(/What happens/).at(-1)!, 'Ask how it was')
    await fill(within(part).getAllByLabelText(/^Work/).filter((field) => field.tagName === 'INPUT').at(-1)!, '0,5')
    await fill(within(part).getAllByLabelText(/^Elapsed/).filter((field) => field.tagName === 'INPUT').at(-1)!, '2')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(joining().version).toBe(4))
    expect(joining().stages.map(({ key }) => key)).toEqual(['contract-signed', 'access-granted', 'workplace-ready', 'first-week', 'ask-how-it-was'])
    expect(joining().stages.at(-1)).toMatchObject({ processTime: 'PT1800S', leadTime: 'PT172800S', completeAndAccurate: 1 })
    expect(joining().futureStages[1]).toMatchObject({ key: 'access-granted', follows: 'access-granted' })
  })

  it('makes what followed from a removed stage new, and lets the service name it anew', async () => {
    const { user } = await visit('/value-streams/joining-us/map?edit=map')
    const { part } = await stages()
    await user.click(within(part).getByRole('button', { name: 'Remove Access granted' }))
    const future = screen.getByRole('region', { name: 'As we want it' })
    expect(within(future).getAllByLabelText('Follows from')[1]).toHaveDisplayValue('nothing: it is new')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(joining().version).toBe(4))
    expect(joining().futureStages[1]!.follows).toBeUndefined()
  })

  it('offers a choice when somebody else saved first, and overwrites nothing unseen', async () => {
    const { user } = await visit('/value-streams/joining-us/map?edit=map')
    const { part } = await stages()
    joining().version = 9
    joining().name = 'Joining'
    await user.click(within(part).getByRole('button', { name: 'Remove Equipment bought' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/This has changed while you were writing/)).toBeVisible()
    expect(joining().stages).toHaveLength(5)
    await user.click(await screen.findByRole('button', { name: 'Keep mine and send it again' }))
    await waitFor(() => expect(joining().stages).toHaveLength(4))
    expect(joining().name).toBe('Joining')
  })
})

describe('meetings', () => {
  it('are agreed with two departments at least', async () => {
    const { user } = await visit('/value-streams/joining-us/meetings?do=agree')
    const form = await screen.findByRole('form', { name: 'Agree a meeting' })
    await fill(within(form).getByLabelText(/Title/), 'Two plants')
    for (const box of within(form).getAllByRole('checkbox', { checked: true })) await user.click(box)
    await user.click(within(form).getByRole('button', { name: 'Agree a meeting' }))
    expect(within(form).getByText('At least two departments meet.')).toBeVisible()
    expect(world.meetings).toHaveLength(2)
    const [first, second] = within(form).getAllByRole('checkbox')
    await user.click(first!)
    await user.click(second!)
    await fill(within(form).getByLabelText(/First day/), '2027-01-05')
    await user.click(within(form).getByRole('button', { name: 'Agree a meeting' }))
    await waitFor(() => expect(world.meetings).toHaveLength(3))
    expect(world.meetings[2]).toMatchObject({ title: 'Two plants', firstOn: '2027-01-05', repeats: 'weekly', every: 1 })
  })

  it('are all shown, however many pages they take', async () => {
    // In the eight weeks that are shown of the past alone there are more than a page of them.
    const firstOn = new Date(Date.now() - 70 * 86_400_000).toISOString().slice(0, 10)
    const [first] = world.meetings
    for (let n = 3; n <= 40; n++) world.meetings.push({ ...first!, ref: `MTG-${n}`, title: `Meeting ${n}`, firstOn })
    await visit('/value-streams/joining-us/meetings')
    const coming = await screen.findByRole('list', { name: 'Coming up' })
    expect(within(coming).getAllByRole('listitem')).toHaveLength(8)
  })

  it('show who was missing', async () => {
    const { user } = await visit('/value-streams/joining-us/meetings')
    const past = await screen.findByRole('list', { name: 'The last weeks' })
    await user.click(within(past).getAllByRole('button', { name: /^Record who came:/ })[0]!)
    const form = await screen.findByRole('form', { name: /^Who came to/ })
    await user.click(within(form).getByRole('checkbox', { name: 'Facilities' }))
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Without Facilities')).toBeVisible()
  })
})

describe('customers and pain points', () => {
  it('mark the hardest step and say which way the scale runs', async () => {
    await visit('/value-streams/joining-us/customers')
    const steps = await screen.findByRole('list', { name: 'What customers go through' })
    expect(within(steps).getByText('hardest step').closest('li')).toHaveTextContent('Effort 5.8 of 7')
    expect(within(steps).getByText(/The first week/).closest('li')).toHaveTextContent('Nobody was asked how hard it is.')
    expect(screen.getByText(/lower is better/)).toBeVisible()
  })

  it('refuse an effort beyond the scale before anything is sent', async () => {
    const { user } = await visit('/value-streams/joining-us/customers?edit=journey')
    const form = await screen.findByRole('form', { name: 'Draw the journey' })
    await fill(within(form).getAllByLabelText(/^Effort, 1 to 7/)[0]!, '8')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(within(form).getByText('Please enter a number between 1 and 7.')).toBeVisible()
    await fill(within(form).getAllByLabelText(/^Effort, 1 to 7/)[0]!, '3,5')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(world.journeyMaps[0]!.steps[0]!.effort).toBe(3.5))
    expect(world.journeyMaps[0]!.steps[0]!.key).toBe('say-yes')
  })

  it('are reported by anybody, for the own department', async () => {
    resetWorld({ who: 'head-legal' })
    const { user } = await visit('/value-streams/joining-us/customers?do=report')
    const form = await screen.findByRole('form', { name: 'Report a pain point' })
    expect(within(form).getByText(/promise a first word within 2 days and an answer within 10 days/)).toBeVisible()
    await user.click(within(form).getByRole('button', { name: 'Report it' }))
    expect(within(form).getAllByText('Please fill this in.')).toHaveLength(2)
    await fill(within(form).getByLabelText(/What hurts/), 'Nobody knows the form')
    await fill(within(form).getByLabelText(/What happens, and what it costs/), 'We ask three people.')
    await user.selectOptions(within(form).getByLabelText('At which stage'), 'Access granted')
    await user.click(within(form).getByRole('button', { name: 'Report it' }))
    expect(await screen.findByRole('link', { name: 'Nobody knows the form' })).toBeVisible()
    expect(world.painPoints[0]).toMatchObject({ stage: 'access-granted', department: 'legal' })
  })

  it('go from notice to answer to improvement', async () => {
    const { user } = await visit('/pain-points/PAIN-3')
    await user.click(await screen.findByRole('button', { name: 'Say that we have seen it' }))
    expect(await screen.findByText(/Ines Torvald .* after/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Answer' }))
    await fill(screen.getByLabelText(/What will happen/), 'The gate opens from Monday on.')
    await user.click(screen.getByRole('button', { name: 'Send the answer' }))
    expect(await screen.findByText('The gate opens from Monday on.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Turn it into an improvement' }))
    await fill(screen.getByLabelText(/What is to become better/), 'One badge for all doors')
    await fill(screen.getByLabelText(/Who sees to it/), 'Facilities desk')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('One badge for all doors')).toBeVisible()
    expect(world.painPoints[0]!.state).toBe('improvement')
  })

  it('tell those who cannot answer who can', async () => {
    resetWorld({ who: 'head-legal' })
    await visit('/pain-points/PAIN-3')
    expect(await screen.findByText(/Not answered yet\. The heads of .* can answer\./)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull()
  })
})

describe('Today', () => {
  it('shows what waits in the catalogue, and leads there', async () => {
    await visit('/')
    const confirm = await screen.findByRole('link', { name: /Confirm.*Joining us/ })
    expect(confirm).toHaveAttribute('href', '/value-streams/joining-us/map')
    expect(screen.getByRole('link', { name: /Take notice.*badge/ })).toHaveAttribute('href', '/pain-points/PAIN-3')
  })
})
