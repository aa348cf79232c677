import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { visit } from '../../mocks/render'
import { server } from '../../mocks/setup'
import { resetWorld, world } from '../../mocks/world'
import type { EventSource } from '../../api/types'

const page = '/value-streams/it-incidents/import'
const csv = () =>
  new File(['number,sys_updated_at,incident_state,assignment_group\n1,2026-01-01T08:00:00Z,New,Desk\n'], 'log.csv', {
    type: 'text/csv',
  })

describe('importing', () => {
  it('suggests what is what, shows what would be taken, and tells what came of it', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    expect(await screen.findByLabelText(/^Work item/)).toHaveValue('number')
    expect(screen.getByLabelText(/^Team/)).toHaveValue('assignment_group')
    expect(screen.getByLabelText('Name of the source')).toHaveValue('log')
    expect(await screen.findByText(/The first 1,000 events, of 412 work items/)).toBeVisible()
    const sample = screen.getByRole('grid', { name: 'The first events as they would be taken' })
    expect(within(sample).getAllByText('Field service')).toHaveLength(2)
    expect(screen.getByText('is not a time of the form RFC 3339 or ISO 8601')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByText('1 event imported')).toBeVisible()
    await waitFor(() =>
      expect(world.sources.find(({ name }) => name === 'log')?.mapping).toMatchObject({ team: 'assignment_group' }),
    )
    await user.click(screen.getByRole('button', { name: 'Import another file' }))
    expect(screen.getByLabelText('File')).toHaveFocus()
    expect(screen.queryByLabelText(/^Work item/)).toBeNull()
  })

  it('does not import before every event has what it needs', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    await user.selectOptions(await screen.findByLabelText(/^What happened/), 'not in this file')
    expect(await screen.findByText('Still to be chosen: What happened')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled()
  })

  it('says at once when a choice does not fit', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    await user.type(await screen.findByLabelText('Form of the times'), 'bb')
    expect(await screen.findByText(/is not a form of DateTimeFormatter/)).toBeVisible()
  })

  it('takes a XES log as it is, and knows in which state its cases end', async () => {
    const asked: string[] = []
    server.use(
      http.post('*/api/catalog/v1/value-streams/:code/events', ({ request }) => {
        asked.push(`${request.headers.get('Content-Type')} ${new URL(request.url).searchParams.get('mapping')}`)
        return HttpResponse.json({ type: '/docs/problems/broken-xes', status: 400, detail: 'It has a document type.' }, { status: 400 })
      }),
    )
    const { user } = await visit('/value-streams/joining-us/import')
    await user.upload(await screen.findByLabelText('File'), new File(['<log/>'], 'receipt.xes'))
    expect(await screen.findByLabelText(/^Team/)).toHaveDisplayValue('as usual (org:group)')
    expect(screen.getByLabelText(/^Department/)).toHaveDisplayValue('trace:department – General')
    await user.selectOptions(screen.getByLabelText(/^Person/), 'leave out')
    await user.selectOptions(screen.getByLabelText('State in which its work ends'), 'closed')
    await user.click(await screen.findByRole('button', { name: 'Import' }))
    expect(await screen.findByText('It has a document type.')).toBeVisible()
    expect(asked).toEqual([
      'application/xes+xml {"department":"trace:department","actor":"","endState":"closed"}',
    ])
  })

  it('reads a file of a source that it knows as that source was read before', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    const name = await screen.findByLabelText('Name of the source')
    await user.selectOptions(screen.getByLabelText(/^Team/), 'not in this file')
    await user.clear(name)
    await user.type(name, 'desk-export')
    expect(screen.getByLabelText(/^Team/)).toHaveValue('assignment_group')
  })

  it('leaves how a source is read as it is, unless somebody asks for more', async () => {
    const { user } = await visit(page)
    const kept = () => world.sources.find(({ name }) => name === 'desk-export')
    await user.upload(await screen.findByLabelText('File'), csv())
    const name = await screen.findByLabelText('Name of the source')
    await user.clear(name)
    await user.type(name, 'desk-export')
    await waitFor(() => expect(screen.queryByLabelText(/^Keep these choices/)).toBeNull())
    await user.selectOptions(screen.getByLabelText(/^Team/), 'not in this file')
    expect(screen.getByLabelText(/^Keep these choices instead/)).not.toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByText('1 event imported')).toBeVisible()
    expect(kept()).toMatchObject({ version: 2, mapping: { team: 'assignment_group' } })
    await user.click(screen.getByLabelText(/^Keep these choices instead/))
    await user.click(screen.getByRole('button', { name: 'Import' }))
    await waitFor(() => expect(kept()?.version).toBe(3))
    expect(kept()?.mapping?.team).toBeUndefined()
  })

  it('tells when a source was changed after it was shown', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    const name = await screen.findByLabelText('Name of the source')
    await user.clear(name)
    await user.type(name, 'desk-export')
    await user.selectOptions(screen.getByLabelText(/^Team/), 'not in this file')
    await user.click(screen.getByLabelText(/^Keep these choices instead/))
    const kept = world.sources.find((source) => source.name === 'desk-export')!
    kept.version = 7
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByText(/somebody has changed the source meanwhile/)).toBeVisible()
    expect(kept).toMatchObject({ version: 7, mapping: { team: 'assignment_group' } })
  })

  it('tells when somebody described a source that was not there yet', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), csv())
    await screen.findByLabelText('Name of the source')
    await screen.findByText(/The first 1,000 events/)
    const described = { ...world.sources[0]!, name: 'log', version: 0, mapping: { workItem: 'case' } } as EventSource
    world.sources.push(described)
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(await screen.findByText(/somebody has changed the source meanwhile/)).toBeVisible()
    expect(described).toMatchObject({ version: 0, mapping: { workItem: 'case' } })
  })

  it('says who paused a source that a file comes from', async () => {
    const { user } = await visit(page)
    await user.upload(await screen.findByLabelText('File'), new File(['{}\n{}\n'], 'field-tool.ndjson'))
    await user.click(await screen.findByRole('button', { name: 'Import' }))
    expect(await screen.findByText(/was paused by head-customer-care/)).toBeVisible()
  })
})

describe('sources', () => {
  it('can be paused with a reason and resumed', async () => {
    const { user } = await visit(page)
    await user.click(await screen.findByRole('button', { name: 'Pause desk-export' }))
    await user.type(screen.getByLabelText('Why'), 'wrong clock')
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(await screen.findByText(/wrong clock/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Resume desk-export' }))
    expect(await screen.findByRole('button', { name: 'Pause desk-export' })).toBeVisible()
    expect(screen.getByText(/Sends each night twice \(head-customer-care/)).toBeVisible()
  })

  it('tell that there are none yet', async () => {
    resetWorld({ empty: true })
    await visit(page)
    expect(await screen.findByText('No source has sent anything yet')).toBeVisible()
  })
})
