import { http, HttpResponse } from 'msw'
import type { Cycle, Department, TrailEntry } from '../api/types'
import { ago } from './time'
import { change, missing, nowText, page, paged, problem, world } from './world'

const entry = (position: number, changes: Partial<TrailEntry>): TrailEntry => ({
  position,
  at: ago(position),
  actor: 'admin',
  onBehalfOf: null,
  client: 'gateway',
  action: 'department.changed',
  subject: 'department:hr',
  before: { code: 'hr', name: 'Personnel', version: 0 },
  after: { code: 'hr', name: 'Human resources', version: 1 },
  hash: '00'.repeat(32),
  ...changes,
})

const trail: Record<string, TrailEntry[]> = {
  catalog: [
    entry(3, {}),
    entry(2, { actor: 'integrator', action: 'department.created', subject: 'department:legal', before: null, after: { code: 'legal', name: 'Legal' } }),
    entry(1, { actor: 'catalog-service', onBehalfOf: 'head-it', action: 'events.imported', subject: 'value-stream:it-incidents', before: null, after: { imported: 3 } }),
  ],
  okr: [entry(1, { actor: 'head-hr', action: 'objective.drafted', subject: 'objective:OBJ-1', before: null })],
  governance: [],
}

const mayAdminister = () => world.session?.roles.includes('governance-admin')
const refused = () => problem(403, 'not-allowed', 'Only administrators may do this.')

export default [
  http.post('*/api/catalog/v1/departments', ({ request }) =>
    mayAdminister()
      ? change(request, undefined, (body) => {
          const wish = body as unknown as Department
          if (world.departments.some(({ code }) => code === wish.code)) {
            return problem(409, 'already-exists', `There is a department '${wish.code}' already.`)
          }
          const added = { ...wish, parent: wish.parent ?? null, version: 1, createdAt: nowText(), updatedAt: nowText() }
          world.departments.push(added)
          return { status: 201, body: added }
        })
      : refused(),
  ),
  http.patch('*/api/catalog/v1/departments/:code', ({ params, request }) => {
    const found = world.departments.find(({ code }) => code === params.code)
    if (!found) return missing()
    return mayAdminister()
      ? change(request, found, (body) => ({ body: Object.assign(found, body) }))
      : refused()
  }),
  http.post('*/api/okr/v1/cycles', ({ request }) =>
    mayAdminister()
      ? change(request, undefined, (body) => {
          const wish = body as unknown as Cycle
          if (wish.end < wish.start) {
            return problem(400, 'invalid-request', 'The request has an error.', [
              { pointer: '/end', detail: 'is before the first day' },
            ])
          }
          const added = { ...wish, version: 1, createdAt: nowText(), updatedAt: nowText() }
          world.cycles.push(added)
          return { status: 201, body: added }
        })
      : refused(),
  ),
  http.get('*/api/:service/v1/audit', ({ params, request }) => {
    if (!mayAdminister()) return problem(403, 'not-allowed', 'Only sponsors and administrators read the trail.')
    const subject = new URL(request.url).searchParams.get('subject')
    return paged(request, trail[String(params.service)]!.filter((one) => !subject || one.subject === subject))
  }),
  http.get('*/api/:service/v1/audit/verification', ({ params }) =>
    HttpResponse.json(
      params.service === 'okr'
        ? { intact: false, entries: 1, firstBroken: 1 }
        : { intact: true, entries: trail[String(params.service)]!.length, firstBroken: null },
    ),
  ),
  http.get('*/api/okr/v1/cycles', () => page(world.cycles)),
]
