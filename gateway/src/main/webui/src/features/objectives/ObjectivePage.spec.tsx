import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { resetWorld, world } from '../../mocks/world'
import { fill, visit } from '../../mocks/render'
import { evenShares } from './shares'

async function fillAcceptance() {
  const form = await screen.findByRole('form', { name: 'Accept' })
  await fill(within(form).getByLabelText(/What we commit to/), 'An answer within the hour.')
  await fill(within(form).getByLabelText(/What we contribute/), 'One person a shift.')
  await fill(within(form).getByLabelText(/What is in it for us/), 'Quieter mornings.')
  return form
}

describe('accepting an objective', () => {
  it('takes the shares that were put to all owners, and makes the objective agreed', async () => {
    const { user } = await visit('/objectives/OBJ-2')
    await user.click(screen.getByRole('button', { name: 'Accept' }))
    const form = await fillAcceptance()
    expect(within(form).queryByLabelText(/Share of the risk/)).not.toBeInTheDocument()
    expect(within(form).getByText('Share of the risk').nextSibling).toHaveTextContent('50%')
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    expect(await screen.findByText('Agreed')).toBeVisible()
    expect(world.objectives[1]!.owners[1]!.commitment).toBe('An answer within the hour.')
  })

  it('is asked for again, with the reason, after what was accepted has changed', async () => {
    const owner = world.objectives[1]!.owners[1]!
    owner.commitment = 'An answer within the hour.'
    await visit('/objectives/OBJ-2')
    expect(await screen.findByText(/has changed since, so it counts no more/)).toBeVisible()
  })

  it('tells that key results which come later ask everybody again', async () => {
    world.objectives[1]!.keyResults = []
    await visit('/objectives/OBJ-2')
    expect(await screen.findByText(/no key results yet. Each one that is added later asks all owners again/)).toBeVisible()
  })

  it('says at the field what is missing', async () => {
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await screen.findByRole('form', { name: 'Accept' })
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    expect(within(form).getByLabelText(/What we commit to/)).toHaveAccessibleDescription(/Please fill this in/)
  })

  it('does not accept shares that have changed since the page was read', async () => {
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await fillAcceptance()
    const objective = world.objectives[1]!
    objective.version++
    objective.owners[0]!.riskShare = 10
    objective.owners[1]!.riskShare = 90
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    const alert = await screen.findByRole('alert')
    expect(await within(alert).findByText(/Information technology: 90%/)).toBeVisible()
    expect(objective.owners[1]!.accepted).toBe(false)
  })

  it('shows who was faster, and keeps mine only when asked to', async () => {
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await fillAcceptance()
    const objective = world.objectives[1]!
    objective.version++
    objective.why = 'A better reason.'
    objective.owners[0]!.acceptedBy = 'Carlos Nwosu'
    objective.owners[0]!.acceptedAt = new Date().toISOString()
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    expect(await screen.findByText(/Somebody else changed this while you were writing/)).toBeVisible()
    expect(await screen.findByText(/Carlos Nwosu changed it on/)).toBeVisible()
    expect(screen.getByText('A better reason.')).toBeVisible()
    expect(objective.owners[1]!.accepted).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Keep mine and send it again' }))
    expect(await screen.findByText('Agreed')).toBeVisible()
  })

  it('does not clash with a check-in on the same objective: that changes nothing of what is accepted', async () => {
    const objective = world.objectives[1]!
    objective.keyResults = [{ ...structuredClone(world.objectives[0]!.keyResults[1]!), objective: 'OBJ-2' }]
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await fillAcceptance()
    objective.version++
    objective.keyResults[0]!.latest = { value: 0.07, confidence: 8, comment: null, at: new Date().toISOString(), by: 'Ines Torvald', source: 'person' }
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    expect(await screen.findByText('Agreed')).toBeVisible()
    expect(screen.queryByText(/while you were writing/)).not.toBeInTheDocument()
  })

  it('says that it was the reader who changed it, in people’s words, and keeps what is written first', async () => {
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await fillAcceptance()
    const objective = world.objectives[1]!
    objective.version++
    objective.owners[1] = {
      ...objective.owners[1]!,
      accepted: true, acceptedAt: new Date().toISOString(), acceptedBy: 'Ines Torvald',
      commitment: 'An answer within the day.', riskShare: 60,
    }
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    const alert = await screen.findByRole('alert')
    expect(await within(alert).findByText(/You changed this meanwhile/)).toBeVisible()
    expect(alert).not.toHaveTextContent(/Ines Torvald|Somebody else|OBJ-2/)
    expect(alert).toHaveTextContent(/Information technology: An answer within the day\./)
    expect(alert).toHaveTextContent(/Information technology: 60%/)
    const buttons = within(alert).getAllByRole('button')
    expect(buttons[0]).toHaveTextContent('Keep mine and send it again')
    expect(buttons[0]).toHaveClass('pf-m-primary')
    expect(within(form).getByLabelText(/What we commit to/)).toHaveValue('An answer within the hour.')
  })

  it('takes theirs when asked to', async () => {
    const { user } = await visit('/objectives/OBJ-2?do=accept')
    const form = await fillAcceptance()
    world.objectives[1]!.version++
    world.objectives[1]!.title = 'An interruption is over within four hours'
    await user.click(within(form).getByRole('button', { name: 'Accept as an equal owner' }))
    await user.click(await screen.findByRole('button', { name: 'Take theirs and drop mine' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'An interruption is over within four hours' })).toBeVisible()
    expect(screen.queryByRole('form', { name: 'Accept' })).not.toBeInTheDocument()
  })
})

describe('shares of risk and reward', () => {
  it('are put to all owners anew, and ask everybody again', async () => {
    const { user } = await visit('/objectives/OBJ-1')
    await user.click(await screen.findByRole('button', { name: 'Propose other shares' }))
    const form = await screen.findByRole('form', { name: 'Propose other shares' })
    const risk = within(form).getByLabelText(/^Human resources: share of the risk/)
    expect(risk).toHaveValue('40')
    await fill(risk, '30')
    await user.click(within(form).getByRole('button', { name: 'Put them to all owners' }))
    expect(within(form).getByText(/In all: 90% of the risk, 100% of the reward/)).toHaveClass('j-wrong')
    expect(world.objectives[0]!.state).toBe('agreed')
    await fill(within(form).getByLabelText(/^Facilities: share of the risk/), '35')
    await user.click(within(form).getByRole('button', { name: 'Put them to all owners' }))
    expect(await screen.findByText('Waiting for acceptance')).toBeVisible()
    expect(world.objectives[0]!.owners.map(({ riskShare }) => riskShare)).toEqual([30, 35, 35])
    expect(world.objectives[0]!.owners.some(({ accepted }) => accepted)).toBe(false)
  })

  it('are even in a draft, follow the owners, and can be others', async () => {
    expect(evenShares(['a', 'b', 'c'])).toMatchObject({ a: { riskShare: '34' }, b: { riskShare: '33' }, c: { rewardShare: '33' } })
    const { user } = await visit('/objectives/new?from=decision:DEC-1')
    await fill(await screen.findByLabelText(/^Title/), 'Everyone begins on time')
    expect(await screen.findByLabelText(/^Facilities: share of the risk/)).toHaveValue('33')
    await user.click(screen.getByRole('checkbox', { name: 'Facilities' }))
    expect(screen.getByLabelText(/^Human resources: share of the risk/)).toHaveValue('50')
    await fill(screen.getByLabelText(/^Human resources: share of the risk/), '70')
    await fill(screen.getByLabelText(/^Information technology: share of the risk/), '30')
    await user.click(screen.getByRole('button', { name: 'Ask the owners to join' }))
    await screen.findByRole('heading', { level: 1, name: 'Everyone begins on time' })
    expect(world.objectives[2]!.owners.map(({ riskShare, rewardShare }) => [riskShare, rewardShare])).toEqual([[70, 50], [30, 50]])
  })

  it('are not proposed by those who own nothing of it', async () => {
    resetWorld({ who: 'head-legal' })
    await visit('/objectives/OBJ-1?do=shares')
    expect(screen.queryByRole('button', { name: 'Propose other shares' })).not.toBeInTheDocument()
    expect(screen.queryByRole('form', { name: 'Propose other shares' })).not.toBeInTheDocument()
  })
})

describe('the score', () => {
  it('is neither nought nor off track before an objective is agreed', async () => {
    world.objectives[1]!.score = 0
    world.objectives[1]!.zone = 'red'
    await visit('/objectives/OBJ-2')
    expect(await screen.findByText('not started')).toBeVisible()
    expect(screen.queryByText('off track')).not.toBeInTheDocument()
    expect(screen.queryByText('0.00')).not.toBeInTheDocument()
  })
})

describe('checking in', () => {
  it('sends value, confidence and comment, with a comma where people write one', async () => {
    const { user } = await visit('/objectives/OBJ-1?checkIn=KR-1')
    const form = await screen.findByRole('form', { name: /Check in: Share of newcomers/ })
    await fill(within(form).getByLabelText(/^Value/), '74,5')
    await user.click(within(form).getByRole('radio', { name: '8' }))
    await fill(within(form).getByLabelText(/^Comment/), 'Badges are on time now.')
    await user.click(within(form).getByRole('button', { name: 'Check in' }))
    expect(await screen.findByText('74.5%')).toBeVisible()
    expect(world.objectives[0]!.keyResults[0]!.latest).toMatchObject({ value: 74.5, confidence: 8 })
  })

  it('asks only for confidence where a live measure knows the value', async () => {
    await visit('/objectives/OBJ-1?checkIn=KR-2')
    const form = await screen.findByRole('form', { name: /Check in: Requests that bounce/ })
    expect(within(form).queryByLabelText(/^Value/)).not.toBeInTheDocument()
    expect(within(form).getByText('8.9%')).toBeVisible()
  })
})

describe('a new objective', () => {
  it('takes owners and reason from the decision that it follows', async () => {
    const { user, address } = await visit('/objectives/new?from=decision:DEC-1')
    await fill(await screen.findByLabelText(/^Title/), 'Everyone begins on time')
    expect(await screen.findByDisplayValue('Half of all newcomers could not work on day one last quarter.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Ask the owners to join' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Everyone begins on time' })).toBeVisible()
    expect(address()).toBe('/objectives/OBJ-3')
    const drafted = world.objectives[2]!
    expect(drafted.links.map(({ link }) => link)).toEqual(['decision:DEC-1'])
    expect(drafted.owners.map(({ department }) => department)).toEqual(['hr', 'it', 'facilities'])
  })

  it('binds a key result to a live measure, written as people say it', async () => {
    const { user, address } = await visit('/objectives/OBJ-2/key-results/new')
    await user.click(await screen.findByRole('radio', { name: /A live measure/ }))
    await user.selectOptions(
      await screen.findByLabelText(/^Live measure/),
      'value-stream:it-incidents/ping-pong-share',
    )
    await fill(screen.getByLabelText(/^Target/), '6')
    await user.click(screen.getByRole('button', { name: 'Add it' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'An interruption is over the same day' })).toBeVisible()
    expect(address()).toBe('/objectives/OBJ-2')
    expect(world.objectives[1]!.keyResults[0]).toMatchObject({
      target: 0.06,
      unit: 'ratio',
      binding: { measure: 'value-stream:it-incidents/ping-pong-share' },
    })
  })
})
