import { http, HttpResponse } from 'msw'
import administration from './administration'
import analysis from './analysis'
import decisions from './decisions'
import departments from './departments'
import escalations from './escalations'
import flow from './flow'
import imports from './imports'
import objectives from './objectives'
import reports from './reports'
import services from './services'
import signals from './signals'
import streams from './streams'
import streammap from './streammap'
import waiting from './waiting'
import { problem, world } from './world'

/** The whole mock API. What holds for every call comes first; then one list a feature. */
export const handlers = [
  http.all('*/api/*', ({ request }) => {
    const { pathname } = new URL(request.url)
    if (!world.session) return problem(401, 'not-signed-in', 'Sign in first.')
    if (world.down.some((service) => pathname.startsWith(`/api/${service}/`))) {
      return problem(503, 'service-unavailable', 'The service does not answer.')
    }
    return undefined
  }),
  http.get('*/api/session', () => HttpResponse.json(world.session)),
  ...administration,
  ...departments,
  ...services,
  ...signals,
  ...streams,
  ...streammap,
  ...analysis,
  ...flow,
  ...imports,
  ...objectives,
  ...escalations,
  ...decisions,
  ...waiting,
  ...reports,
]
