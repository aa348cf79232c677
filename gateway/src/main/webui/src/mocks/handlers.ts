import { http, HttpResponse, type DefaultBodyType, type PathParams, type StrictRequest } from 'msw'
import * as initial from './data'
import { openApi, reportAnswer } from './report'

/**
 * The mock API: the same for development, for component tests and for looking at pages. It keeps what is written to it,
 * and keeps the rules that the portal relies on: versions, idempotency keys, problem documents.
 */
interface World {
  who: string
  session: (typeof initial.sessions)[string] | undefined
  objectives: typeof initial.objectives
  escalations: typeof initial.escalations
  decisions: typeof initial.decisions
  empty: boolean
  down: string[]
  answered: Map<string, { status: number; body: unknown }>
}

const fresh = (): World => ({
  who: 'head-it',
  session: initial.sessions['head-it'],
  objectives: structuredClone(initial.objectives),
  escalations: structuredClone(initial.escalations),
  decisions: structuredClone(initial.decisions),
  empty: false,
  down: [],
  answered: new Map(),
})

export let world = fresh()

export function resetWorld(changes: Partial<World> = {}) {
  world = { ...fresh(), ...changes }
  if (changes.who) world.session = initial.sessions[changes.who]
}

export function problem(status: number, code: string, detail: string, errors: object[] = []) {
  return HttpResponse.json(
    { type: `/docs/problems/${code}`, title: code, status, detail, errors, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

const page = (items: unknown[], more: object = {}) =>
  HttpResponse.json({ items: world.empty ? [] : items, next: null, self: '', ...more })

const missing = () => problem(404, 'not-found', 'There is no such record.')

function paged<T>(request: Request, items: T[]) {
  const url = new URL(request.url)
  const limit = Number(url.searchParams.get('limit') ?? 50)
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const next = new URL(url)
  next.searchParams.set('cursor', String(from + limit))
  return page(items.slice(from, from + limit), {
    next: from + limit < items.length && !world.empty ? next.pathname + next.search : null,
  })
}

interface Versioned {
  version: number
}

/** What every change goes through: the portal's header, a key used once, and the version that the caller has seen. */
async function change(
  request: StrictRequest<DefaultBodyType>,
  record: Versioned | undefined,
  act: (body: Record<string, never>) => { status?: number; body: unknown } | Response,
) {
  if (request.headers.get('X-Jointly-Client') !== 'portal') {
    return problem(403, 'not-from-portal', 'The header X-Jointly-Client is missing.')
  }
  const key = request.headers.get('Idempotency-Key')
  if (!key) return problem(400, 'key-missing', 'The header Idempotency-Key is missing.')
  const before = world.answered.get(key)
  if (before) return HttpResponse.json(before.body as object, { status: before.status })
  if (record) {
    const match = request.headers.get('If-Match')
    if (!match) return problem(428, 'version-missing', 'The header If-Match is missing.')
    if (match !== `"${record.version}"`) {
      return problem(412, 'stale', 'The record has changed since you read it.')
    }
  }
  const text = await request.text()
  const outcome = act(text ? JSON.parse(text) : {})
  if (outcome instanceof Response) return outcome
  if (record) record.version++
  world.answered.set(key, { status: outcome.status ?? 200, body: structuredClone(outcome.body) })
  return HttpResponse.json(outcome.body as object, { status: outcome.status ?? 200 })
}

const by = () => world.session?.name ?? 'nobody'
const nowText = () => new Date().toISOString()
const ref = (params: PathParams) => String(params.ref)
const one = (value: string | readonly string[] | undefined) => String(value)

const catalog = '*/api/catalog/v1'
const okr = '*/api/okr/v1'
const governance = '*/api/governance/v1'

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

  // catalog
  http.get(`${catalog}/departments`, () => page(initial.departments)),
  http.get(`${catalog}/departments/:code`, ({ params }) => {
    const found = initial.departments.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.get(`${catalog}/services`, ({ request }) => {
    const lifecycle = new URL(request.url).searchParams.get('lifecycle')
    return page(initial.services.filter((service) => !lifecycle || service.lifecycle === lifecycle))
  }),
  http.get(`${catalog}/services/:code`, ({ params }) => {
    const found = initial.services.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.get(`${catalog}/value-streams`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const department = query.get('department')
    const words = query.get('q')?.toLowerCase()
    return page(
      initial.streams.filter(
        (stream) =>
          (!department ||
            stream.owners.includes(department) ||
            stream.stages.some((stage) => stage.department === department)) &&
          (!words || stream.name.toLowerCase().includes(words)),
      ),
    )
  }),
  http.get(`${catalog}/value-streams/:code`, ({ params }) => {
    const found = initial.streams.find(({ code }) => code === params.code)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.get(`${catalog}/value-streams/:code/flow`, ({ params, request }) =>
    HttpResponse.json(flowOf(one(params.code), new URL(request.url).searchParams)),
  ),
  http.get(`${catalog}/value-streams/:code/handoffs`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const level = query.get('level') ?? 'team'
    const items =
      params.code === 'moving-teams' || query.get('type') === 'nothing'
        ? []
        : level === 'department'
          ? initial.departmentPairs
          : initial.pairs
    if (request.headers.get('Accept') === 'text/csv') {
      return HttpResponse.text('from,to,count\n', { headers: { 'Content-Type': 'text/csv' } })
    }
    return HttpResponse.json({
      stream: params.code,
      level,
      period: { from: null, to: null },
      type: null,
      total: items.reduce((sum, pair) => sum + pair.count, 0),
      pairs: items.length,
      items: items.slice(0, Number(query.get('limit') ?? 200)),
    })
  }),
  http.get(`${catalog}/value-streams/:code/work-items`, ({ request }) =>
    paged(request, initial.workItems),
  ),
  http.get(`${catalog}/value-streams/:code/work-items/:id`, ({ params }) =>
    params.id === initial.workItem.id ? HttpResponse.json(initial.workItem) : missing(),
  ),
  http.get(`${catalog}/value-streams/:code/imports`, () => page(initial.imports)),
  http.post(`${catalog}/value-streams/:code/events`, async ({ request }) => {
    const lines = (await request.text()).trim().split('\n').length - 1
    return HttpResponse.json({ ...initial.imports[0], import: 'IMP-4', events: lines, accepted: lines, rejected: 0, rejections: [] })
  }),
  http.get(`${catalog}/value-streams/:code/measures`, ({ params }) =>
    HttpResponse.json(
      params.code === 'moving-teams'
        ? []
        : [
            { code: 'ping-pong-share', name: 'Share sent back and forth', unit: 'ratio', better: 'lower', value: 0.0889, asOf: initial.ago(20) },
            { code: 'p85-flow-time-hours', name: '85 % are done within', unit: 'hours', better: 'lower', value: 740.5, asOf: initial.ago(20) },
          ],
    ),
  ),

  // okr
  http.get(`${okr}/cycles`, () => page(initial.cycles)),
  http.get(`${okr}/objectives`, ({ request }) => {
    const query = new URL(request.url).searchParams
    return page(
      world.objectives.filter(
        (objective) =>
          (!query.get('department') ||
            objective.owners.some((owner) => owner.department === query.get('department'))) &&
          (!query.get('state') || objective.state === query.get('state')),
      ),
    )
  }),
  http.get(`${okr}/objectives/:ref`, ({ params }) => {
    const found = world.objectives.find((objective) => objective.ref === ref(params))
    return found ? HttpResponse.json(found) : missing()
  }),
  http.post(`${okr}/objectives`, ({ request }) =>
    change(request, undefined, (body) => {
      const { cycle, title, why, kind, owners, links } = body as unknown as {
        cycle: string
        title: string
        why: string
        kind: 'committed'
        owners: string[]
        links: string[]
      }
      if (title.length > 200) {
        return problem(400, 'invalid', 'The request breaks a rule.', [
          { pointer: '/title', detail: 'must have at most 200 characters' },
        ])
      }
      const objective = {
        ...structuredClone(initial.objectives[1]!),
        ref: `OBJ-${world.objectives.length + 1}`,
        cycle,
        title,
        why,
        kind,
        owners: owners.map((department) => ({
          ...structuredClone(initial.objectives[1]!.owners[1]!),
          department,
        })),
        links: links.map((link) => ({ link, verified: true, missing: false })),
        version: 1,
      }
      world.objectives.push(objective)
      return { status: 201, body: objective }
    }),
  ),
  http.post(`${okr}/objectives/:ref/acceptances`, ({ params, request }) => {
    const objective = world.objectives.find((found) => found.ref === ref(params))
    if (!objective) return missing()
    return change(request, objective, (body) => {
      const wish = body as unknown as { department: string; riskShare: number }
      if (wish.riskShare === 99) {
        return problem(422, 'shares', 'The shares do not add up.', [
          { pointer: '/riskShare', detail: 'together with the others this passes 100' },
        ])
      }
      const owner = objective.owners.find(({ department }) => department === wish.department)!
      Object.assign(owner, wish, { accepted: true, acceptedAt: nowText(), acceptedBy: by() })
      if (objective.owners.every(({ accepted }) => accepted)) objective.state = 'agreed'
      return { body: objective }
    })
  }),
  http.post(`${okr}/objectives/:ref/key-results`, ({ params, request }) => {
    const objective = world.objectives.find((found) => found.ref === ref(params))
    if (!objective) return missing()
    return change(request, undefined, (body) => {
      const keyResult = {
        ...structuredClone(initial.objectives[0]!.keyResults[0]!),
        ...(body as object),
        ref: `KR-${objective.keyResults.length + 7}`,
        objective: objective.ref,
        latest: null,
        progress: 0,
        version: 1,
      }
      objective.keyResults.push(keyResult as never)
      return { status: 201, body: keyResult }
    })
  }),
  http.get(`${okr}/key-results/:ref`, ({ params }) => {
    const found = keyResult(ref(params))
    return found ? HttpResponse.json(found) : missing()
  }),
  http.get(`${okr}/key-results/:ref/check-ins`, ({ params }) =>
    page(
      ref(params) === 'KR-2'
        ? initial.checkIns.map((checkIn, index) => ({
            ...checkIn,
            value: [0.142, 0.139, 0.121, 0.118, 0.104, 0.097, 0.0889][index],
            confidence: null,
            comment: null,
            by: 'value-stream:joining-us/ping-pong-share',
            source: 'measure',
          }))
        : initial.checkIns,
    ),
  ),
  http.post(`${okr}/key-results/:ref/check-ins`, ({ params, request }) => {
    const found = keyResult(ref(params))
    if (!found) return missing()
    return change(request, found, (body) => {
      const wish = body as unknown as { value?: number; confidence: number; comment: string }
      found.latest = {
        value: wish.value ?? found.latest?.value ?? null,
        confidence: wish.confidence,
        comment: wish.comment,
        at: nowText(),
        by: by(),
        source: 'person',
      }
      return { status: 201, body: found }
    })
  }),
  http.post(`${okr}/objectives/:ref/closure`, ({ params, request }) => {
    const objective = world.objectives.find((found) => found.ref === ref(params))
    if (!objective) return missing()
    return change(request, objective, () => {
      objective.state = 'closed'
      return { body: objective }
    })
  }),
  http.get(`${okr}/waiting`, () =>
    page(
      world.who === 'head-it'
        ? [
            { kind: 'accept-objective', subject: 'objective:OBJ-2', title: 'An interruption is over the same day', department: 'it', since: initial.ago(40), due: null },
            { kind: 'check-in', subject: 'objective:OBJ-1', title: 'New colleagues can work from their first hour', department: 'it', since: initial.ago(100), due: initial.ago(-50) },
          ]
        : [],
    ),
  ),
  http.get('*/api/*/v1/audit', () =>
    problem(403, 'not-allowed', 'Only sponsors and administrators read the trail.'),
  ),

  // governance
  http.get(`${governance}/escalations`, ({ request }) => {
    const query = new URL(request.url).searchParams
    return page(
      world.escalations.filter(
        (escalation) =>
          (!query.get('state') || escalation.state === query.get('state')) &&
          (!query.get('department') || escalation.departments.includes(query.get('department')!)),
      ),
    )
  }),
  http.get(`${governance}/escalations/:ref`, ({ params }) => {
    const found = escalation(params)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.post(`${governance}/escalations`, ({ request }) =>
    change(request, undefined, (body) => {
      const wish = body as unknown as { department: string; about: string[] }
      const raised = {
        ...structuredClone(initial.escalations[0]!),
        ...(body as object),
        ref: `ESC-${world.escalations.length + 1}`,
        raisedBy: { department: wish.department, name: by() },
        about: wish.about.map((link) => ({ link, verified: true, missing: false })),
        acknowledgements: [],
        proposal: null,
        version: 1,
      }
      world.escalations.push(raised as never)
      return { status: 201, body: raised }
    }),
  ),
  http.post(`${governance}/escalations/:ref/acknowledgements`, ({ params, request }) =>
    actOn(params, request, (found, body) => {
      found.acknowledgements.push({ department: body.department!, by: by(), at: nowText() })
    }),
  ),
  http.post(`${governance}/escalations/:ref/proposals`, ({ params, request }) =>
    actOn(params, request, (found, body) => {
      found.proposal = {
        text: body.text!,
        by: by(),
        department: body.department!,
        at: nowText(),
        agreed: [body.department!],
      }
    }),
  ),
  http.post(`${governance}/escalations/:ref/agreements`, ({ params, request }) =>
    actOn(params, request, (found, body) => {
      found.proposal!.agreed.push(body.department!)
      if (found.departments.every((department) => found.proposal!.agreed.includes(department))) {
        found.state = 'resolved'
        found.resolution = { kind: 'solved-together', text: found.proposal!.text, at: nowText(), by: by() }
      }
    }),
  ),
  http.post(`${governance}/escalations/:ref/resolution`, ({ params, request }) =>
    actOn(params, request, (found, body) => {
      found.state = 'resolved'
      found.resolution = { kind: 'decided-above', text: body.text!, at: nowText(), by: by() }
    }),
  ),
  http.post(`${governance}/escalations/:ref/decisions`, ({ params, request }) => {
    const found = escalation(params)
    if (!found) return missing()
    return change(request, found, (body) => ({ status: 201, body: openedDecision(body, found.ref) }))
  }),
  http.get(`${governance}/decisions`, ({ request }) => {
    const state = new URL(request.url).searchParams.get('state')
    return page(world.decisions.filter((decision) => !state || decision.state === state))
  }),
  http.get(`${governance}/decisions/:ref`, ({ params }) => {
    const found = world.decisions.find((decision) => decision.ref === ref(params))
    return found ? HttpResponse.json(found) : missing()
  }),
  http.post(`${governance}/decisions`, ({ request }) =>
    change(request, undefined, (body) => ({ status: 201, body: openedDecision(body, null) })),
  ),
  http.post(`${governance}/decisions/:ref/votes`, ({ params, request }) => {
    const decision = world.decisions.find((found) => found.ref === ref(params))
    if (!decision) return missing()
    return change(request, decision, (body) => {
      const wish = body as unknown as (typeof decision.votes)[number]
      decision.votes = [
        ...decision.votes.filter((vote) => vote.department !== wish.department),
        { ...wish, option: wish.option ?? null, by: by(), at: nowText() },
      ]
      return { body: decision }
    })
  }),
  http.post(`${governance}/decisions/:ref/outcome`, ({ params, request }) => {
    const decision = world.decisions.find((found) => found.ref === ref(params))
    if (!decision) return missing()
    return change(request, decision, (body) => {
      const wish = body as unknown as { option: string; text: string }
      if (decision.departments.some((one) => !decision.votes.some((vote) => vote.department === one))) {
        return problem(409, 'not-everybody', 'Not every affected department has taken part.')
      }
      decision.state = 'decided'
      decision.outcome = { ...wish, at: nowText(), by: by(), validity: 'valid' }
      return { body: decision }
    })
  }),
  http.get(`${governance}/waiting`, () =>
    page(
      world.who === 'head-it'
        ? [
            { kind: 'agree-resolution', subject: 'escalation:ESC-1', title: world.escalations[0]!.title, department: 'it', since: initial.ago(5), due: initial.escalations[0]!.clock.dueAt },
            { kind: 'vote', subject: 'decision:DEC-2', title: world.decisions[1]!.question, department: 'it', since: initial.ago(30), due: initial.decisions[1]!.closesAt },
          ]
        : world.who === 'sponsor'
          ? [{ kind: 'resolve-escalation', subject: 'escalation:ESC-2', title: world.escalations[1]!.title, department: null, since: initial.ago(30), due: null }]
          : [],
    ),
  ),

  // gateway
  http.get('*/openapi', () => HttpResponse.json(openApi)),
  http.get('*/api/reports/v1/flow-and-handoffs', ({ request }) =>
    request.headers.get('Accept') === 'text/csv'
      ? HttpResponse.text('from,to,count\n', { headers: { 'Content-Type': 'text/csv' } })
      : HttpResponse.json(reportAnswer),
  ),
]

function keyResult(reference: string) {
  return world.objectives
    .flatMap((objective) => objective.keyResults)
    .find((found) => found.ref === reference)
}

function escalation(params: PathParams) {
  return world.escalations.find((found) => found.ref === ref(params))
}

function actOn(
  params: PathParams,
  request: StrictRequest<DefaultBodyType>,
  act: (
    found: (typeof world.escalations)[number],
    body: { department?: string; text?: string },
  ) => void,
) {
  const found = escalation(params)
  if (!found) return missing()
  return change(request, found, (body) => {
    act(found, body)
    return { body: found }
  })
}

function openedDecision(body: object, from: string | null) {
  const decision = {
    ...structuredClone(initial.decisions[1]!),
    votes: [],
    ...body,
    ref: `DEC-${world.decisions.length + 1}`,
    escalation: from,
    state: 'open' as const,
    version: 1,
  }
  world.decisions.push(decision)
  return decision
}

function flowOf(stream: string, query: URLSearchParams) {
  const level = query.get('level') ?? 'team'
  const none = world.empty || stream === 'moving-teams' || query.get('type') === 'nothing'
  const incidents = stream === 'it-incidents'
  return {
    stream,
    level,
    period: { from: query.get('from'), to: query.get('to') },
    type: query.get('type'),
    workItems: none ? 0 : incidents ? 24_918 : 412,
    done: none ? 0 : incidents ? 24_918 : 380,
    open: none ? 0 : incidents ? 0 : 32,
    events: none ? 0 : incidents ? 141_712 : 3_204,
    flowTime: none
      ? { mean: null, p50: null, p85: null, p95: null }
      : incidents
        ? { mean: 'PT315H14M34S', p50: 'PT108H', p85: 'PT740H', p95: 'PT1420H' }
        : { mean: 'PT500H', p50: 'PT430H', p85: 'PT790H', p95: 'PT980H' },
    meanFlowTimeHours: none ? null : incidents ? 315.2429 : 500,
    age: { mean: null, p50: null, p85: null, p95: null },
    activeTime: none || incidents ? null : 'PT4000H',
    waitingTime: none || incidents ? null : 'PT120000H',
    efficiency: none || incidents ? null : 0.032,
    handoffs: none
      ? { total: 0, mean: null, items: 0, max: 0 }
      : incidents
        ? { total: 19_087, mean: 0.766, items: 9_575, max: 25 }
        : { total: 1_840, mean: 4.466, items: 399, max: 14 },
    pingPong: none
      ? { items: 0, occurrences: 0, share: null }
      : incidents
        ? { items: 2_216, occurrences: 3_675, share: 0.0889 }
        : { items: 51, occurrences: 66, share: 0.1238 },
    rework: { events: 0, items: 0 },
    sla: incidents && !none ? { measured: 24_918, met: 23_110, share: 0.927 } : { measured: 0, met: 0, share: null },
    asOf: none ? null : initial.ago(20),
  }
}
