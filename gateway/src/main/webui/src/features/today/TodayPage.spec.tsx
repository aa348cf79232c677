import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { resetWorld } from '../../mocks/world'
import { visit } from '../../mocks/render'

describe('Today', () => {
  it('shows what waits, the most pressing first', async () => {
    await visit('/')
    const agree = await screen.findByRole('link', { name: /Agree.*Handoff from Group 5/ })
    const accept = screen.getByRole('link', { name: /Accept.*An interruption/ })
    expect(agree).toHaveAttribute('href', '/escalations/ESC-1')
    expect(agree.compareDocumentPosition(accept) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('shows the streams of the department whole, its own part last', async () => {
    await visit('/')
    const stream = (await screen.findByRole('heading', { name: 'Joining us' })).closest('section')!
    expect(within(stream).getByText('Serves: The best place to begin')).toBeVisible()
    expect(await within(stream).findByText('85% are done within')).toBeVisible()
    expect(within(stream).getByRole('heading', { name: 'Our part in it' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Moving teams' })).not.toBeInTheDocument()
  })

  it('keeps working when one service is down, and says so', async () => {
    resetWorld({ down: ['governance'] })
    await visit('/')
    expect(await screen.findByText(/This part is not available/)).toBeVisible()
    expect(await screen.findByRole('link', { name: /Accept.*An interruption/ })).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Joining us' })).toBeVisible()
  })

  it('tells a newcomer what to do first', async () => {
    resetWorld({ who: 'head-legal' })
    await visit('/')
    expect(await screen.findByText('Nothing waits for you')).toBeVisible()
    expect(await screen.findByText('Your department is in no value stream yet')).toBeVisible()
  })

  it('shows a sponsor what has reached them', async () => {
    resetWorld({ who: 'sponsor' })
    await visit('/')
    expect(screen.getByRole('heading', { name: 'What has reached you' })).toBeVisible()
    expect(await screen.findByRole('link', { name: /Resolve.*Nobody may approve/ })).toBeVisible()
  })

  it('shows one escalation in one row, with everything that is asked about it', async () => {
    await visit('/')
    await screen.findByRole('link', { name: /Agree.*Handoff from Group 5/ })
    const rows = screen.getAllByRole('link', { name: /Handoff from Group 5/ })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toHaveTextContent(/Acknowledge/)
    expect(rows[0]).toHaveTextContent(/Agree/)
  })

  it('shows an administrator all streams, and says nothing that holds for sponsors only', async () => {
    resetWorld({ who: 'admin' })
    await visit('/')
    expect(await screen.findByRole('heading', { name: 'All streams' })).toBeVisible()
    expect(await screen.findByText('Nothing waits for you')).toBeVisible()
    expect(screen.queryByText(/reaches you here/)).not.toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Moving teams' })).toBeVisible()
  })
})
