import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fill, visit } from '../../mocks/render'
import { resetWorld, world } from '../../mocks/world'
import { changesIn } from './changes'

describe('the administration, for administrators', () => {
  beforeEach(() => resetWorld({ who: 'admin' }))

  it('is one step away', async () => {
    const { user, address } = await visit('/')
    await user.click(screen.getByRole('link', { name: 'Administration' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Administration' })).toBeVisible()
    expect(address()).toBe('/administration')
  })

  it('adds a department, and says what is missing first', async () => {
    const { user } = await visit('/administration')
    await user.click(await screen.findByRole('button', { name: 'Add a department' }))
    const form = await screen.findByRole('form', { name: 'Add a department' })
    await user.click(within(form).getByRole('button', { name: 'Add it' }))
    expect(within(form).getByLabelText(/^Code/)).toHaveAccessibleDescription(/Please fill this in/)
    await fill(within(form).getByLabelText(/^Code/), 'security')
    await fill(within(form).getByLabelText(/^Name/), 'Security')
    await fill(within(form).getByLabelText(/^What it is for/), 'Keeps us out of harm.')
    await user.selectOptions(within(form).getByLabelText(/^Part of/), 'it')
    await user.click(within(form).getByRole('button', { name: 'Add it' }))
    expect(await screen.findByRole('link', { name: 'Security' })).toBeVisible()
    expect(world.departments.at(-1)).toMatchObject({ code: 'security', parent: 'it' })
  })

  it('renames a department on the version that was read', async () => {
    const { user } = await visit('/administration')
    await user.click(await screen.findByRole('link', { name: 'Change Legal' }))
    const form = await screen.findByRole('form', { name: 'Change Legal' })
    await fill(within(form).getByLabelText(/^Name/), 'Law and conscience')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Law and conscience' })).toBeVisible()
    expect(world.departments.find(({ code }) => code === 'legal')).toMatchObject({ name: 'Law and conscience', version: 2 })
  })

  it('adds a cycle, and shows at the field what the service refuses', async () => {
    const { user } = await visit('/administration/cycles?do=add')
    const form = await screen.findByRole('form', { name: 'Add a cycle' })
    await fill(within(form).getByLabelText(/^Code/), '2031-q1')
    await fill(within(form).getByLabelText(/^Name/), 'First quarter of 2031')
    await user.type(within(form).getByLabelText(/^First day/), '2031-01-01')
    await user.type(within(form).getByLabelText(/^Last day/), '2030-03-31')
    await user.click(within(form).getByRole('button', { name: 'Add it' }))
    expect(await within(form).findByText('is before the first day')).toBeVisible()
    await user.clear(within(form).getByLabelText(/^Last day/))
    await user.type(within(form).getByLabelText(/^Last day/), '2031-03-31')
    await user.click(within(form).getByRole('button', { name: 'Add it' }))
    expect(await screen.findByRole('link', { name: 'First quarter of 2031' })).toBeVisible()
  })

  it('reads the trail of each service, and follows one record', async () => {
    const { user, address } = await visit('/administration/audit')
    expect(await screen.findByText('department.created')).toBeVisible()
    expect(screen.getByText('catalog-service for head-it')).toBeVisible()
    expect(screen.getByText('Personnel').tagName).toBe('DEL')
    await user.selectOptions(screen.getByLabelText('Kept by'), 'okr')
    expect(await screen.findByText('objective.drafted')).toBeVisible()
    expect(screen.getByRole('link', { name: 'objective:OBJ-1' })).toHaveAttribute('href', '/objectives/OBJ-1')
    expect(address()).toBe('/administration/audit?service=okr')
    await user.selectOptions(screen.getByLabelText('Kept by'), 'governance')
    expect(await screen.findByText('No entries')).toBeVisible()
  })

  it('checks the trail when asked to, and says where it breaks', async () => {
    const { user } = await visit('/administration/audit')
    await user.click(await screen.findByRole('button', { name: 'Check that the trail is whole' }))
    expect(await screen.findByText(/The trail is whole: 3 entries/)).toBeVisible()
    await user.selectOptions(screen.getByLabelText('Kept by'), 'okr')
    expect(screen.queryByText(/The trail is whole/)).not.toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Check that the trail is whole' }))
    expect(await screen.findByText(/entry 1 does not follow/)).toBeVisible()
  })
})

describe('the administration, for everybody else', () => {
  it.each(['head-it', 'sponsor'])('is nowhere to be seen, and refused by its address, for %s', async (who) => {
    resetWorld({ who })
    await visit('/administration/audit')
    expect(await screen.findByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Administration' })).not.toBeInTheDocument()
    expect(screen.queryByText('department.created')).not.toBeInTheDocument()
  })
})

describe('what changed', () => {
  it('is what differs, without what moves at every write', () => {
    expect(
      changesIn({ before: { name: 'A', owners: ['hr'], version: 1 }, after: { name: 'A', owners: ['it'], version: 2, parent: 'x' } }),
    ).toEqual([
      { field: 'owners', before: '["hr"]', after: '["it"]' },
      { field: 'parent', before: undefined, after: 'x' },
    ])
    expect(changesIn({ before: null, after: null })).toEqual([])
  })
})
