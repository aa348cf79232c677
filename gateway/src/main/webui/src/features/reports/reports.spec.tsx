import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { switchLanguage } from '../../i18n'
import { visit } from '../../mocks/render'
import { server } from '../../mocks/setup'

describe('reports', () => {
  it('are rendered from what the API says of them', async () => {
    await visit('/reports/flow-and-handoffs?stream=it-incidents')
    expect(screen.getByRole('heading', { level: 1, name: 'Where does the work of this stream wait?' })).toBeVisible()
    expect((await screen.findAllByText('Group 20')).length).toBeGreaterThan(0)
    expect(screen.getByText('24,918')).toBeVisible()
    expect(screen.getByText(/Incomplete: Decisions: governance-service does not answer/)).toBeVisible()
  })

  it('name departments where programs read their codes', async () => {
    await visit('/reports/flow-and-handoffs?stream=it-incidents')
    expect(await screen.findByText('Information technology and Human resources')).toBeVisible()
    expect(screen.queryByText(/Codes of the owner/)).not.toBeInTheDocument()
    expect(screen.getAllByText('Back to work').length).toBeGreaterThan(0)
    expect(screen.queryByText('g-20')).not.toBeInTheDocument()
  })

  it('are in French from top to bottom for who reads French', async () => {
    await switchLanguage('fr')
    try {
      await visit('/reports/flow-and-handoffs?stream=it-incidents&level=department')
      expect(screen.getByRole('heading', { level: 1, name: 'Où le travail de cette chaîne attend-il ?' })).toBeVisible()
      expect(screen.getByText('Sponsors et responsables')).toBeVisible()
      expect(await screen.findByText('Directions propriétaires')).toBeVisible()
      expect(screen.getByRole('heading', { name: 'Flux' })).toBeVisible()
      expect(screen.getByText('Dossiers')).toBeVisible()
      expect(screen.getByText('Chiffres au')).toBeVisible()
      expect(await screen.findByLabelText(/^Par équipe ou direction/)).toHaveDisplayValue('Directions')
      expect(within(screen.getByRole('grid')).getAllByRole('columnheader').slice(0, 2).map((one) => one.textContent)).toEqual(['De', 'À'])
      expect(screen.getByText(/Incomplet : .*Flux: le service dont elle vient n’a pas répondu à temps/)).toBeVisible()
      expect(document.body).not.toHaveTextContent(/Where does|Serves the decision|By team or department|did not answer/)
    } finally {
      await switchLanguage('en')
    }
  })

  it('ask first for what they need', async () => {
    await visit('/reports/flow-and-handoffs')
    expect(await screen.findByText('Choose what to report on')).toBeVisible()
  })

  it('appear without portal code', async () => {
    server.use(
      http.get('*/openapi', () =>
        HttpResponse.json({
          paths: {
            '/api/reports/v1/collaboration-index': {
              get: {
                summary: 'Collaboration index',
                'x-report': { audience: 'Sponsors', question: 'Do we own things together?', decision: 'Where to help' },
                responses: { '200': { content: { 'application/json': {} } } },
              },
            },
          },
        }),
      ),
      http.get('*/api/reports/v1/collaboration-index', () =>
        HttpResponse.json({ overallShare: 0.42, traits: [{ trait: 'Shared outcomes', valueShare: 0.6 }] }),
      ),
    )
    const { user } = await visit('/reports')
    await user.click(await screen.findByRole('link', { name: 'Do we own things together?' }))
    expect(await screen.findByText('42%')).toBeVisible()
    expect(screen.getByText('Shared outcomes')).toBeVisible()
  })
})

describe('pages that cannot be shown', () => {
  it('say so: no such page, no such record', async () => {
    await visit('/nowhere')
    expect(screen.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible()
  })

  it('say so when the service refuses', async () => {
    server.use(
      http.get('*/api/okr/v1/objectives/OBJ-9', () =>
        HttpResponse.json({ title: 'Forbidden', status: 403, detail: 'Not for you.' }, { status: 403 }),
      ),
    )
    await visit('/objectives/OBJ-9')
    expect(screen.getByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible()
  })
})
