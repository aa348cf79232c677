import { http, HttpResponse, type DefaultBodyType, type PathParams, type StrictRequest } from 'msw'
import type { Escalation } from '../api/types'
import { openedDecision } from './decisions'
import { escalations } from './escalations.data'
import { by, change, missing, nowText, paged, ref, world } from './world'

const governance = '*/api/governance/v1'

export default [
  http.get(`${governance}/escalations`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const found = world.escalations.filter(
      (escalation) =>
        (!query.get('state') || escalation.state === query.get('state')) &&
        (!query.get('department') || escalation.departments.includes(query.get('department')!)),
    )
    return paged(request, query.get('sort') === 'dueAt' ? found.sort(byClock) : found.reverse())
  }),
  http.get(`${governance}/escalations/:ref`, ({ params }) => {
    const found = escalation(params)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.post(`${governance}/escalations`, ({ request }) =>
    change(request, undefined, (body) => {
      const wish = body as unknown as { department: string; about: string[] }
      const raised = {
        ...structuredClone(escalations[0]!),
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
]

/** As the service orders them: open ones by when their clock runs out, then resolved ones, the latest first. */
function byClock(one: Escalation, other: Escalation) {
  if (!one.resolution && !other.resolution) return one.clock.dueAt.localeCompare(other.clock.dueAt)
  if (one.resolution && other.resolution) return other.resolution.at.localeCompare(one.resolution.at)
  return one.resolution ? 1 : -1
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
