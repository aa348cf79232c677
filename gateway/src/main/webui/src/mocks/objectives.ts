import { http, HttpResponse } from 'msw'
import type { Share } from '../features/objectives/shares'
import { checkIns, objectives } from './objectives.data'
import { by, change, missing, nowText, page, problem, ref, world } from './world'

const okr = '*/api/okr/v1'

export default [
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
      const { cycle, title, why, kind, owners, links, shares } = body as unknown as {
        cycle: string
        title: string
        why: string
        kind: 'committed'
        owners: string[]
        links: string[]
        shares: Share[]
      }
      if (title.length > 200) {
        return problem(400, 'invalid', 'The request breaks a rule.', [
          { pointer: '/title', detail: 'must have at most 200 characters' },
        ])
      }
      const objective = {
        ...structuredClone(objectives[1]!),
        ref: `OBJ-${world.objectives.length + 1}`,
        cycle,
        title,
        why,
        kind,
        owners: owners.map((department) => ({
          ...structuredClone(objectives[1]!.owners[1]!),
          ...shares.find((share) => share.department === department)!,
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
      const wish = body as unknown as Share
      const owner = objective.owners.find(({ department }) => department === wish.department)!
      if (wish.riskShare !== owner.riskShare || wish.rewardShare !== owner.rewardShare) {
        return problem(422, 'shares-not-as-proposed', 'The share of the risk that is proposed is another one.')
      }
      Object.assign(owner, wish, { accepted: true, acceptedAt: nowText(), acceptedBy: by() })
      if (objective.owners.every(({ accepted }) => accepted)) objective.state = 'agreed'
      return { body: objective }
    })
  }),
  http.patch(`${okr}/objectives/:ref`, ({ params, request }) => {
    const objective = world.objectives.find((found) => found.ref === ref(params))
    if (!objective) return missing()
    return change(request, objective, (body) => {
      const { shares } = body as unknown as { shares: Share[] }
      if (shares.some(({ riskShare }) => riskShare === 99)) {
        return problem(422, 'shares', 'The shares do not add up.', [{ pointer: '/shares', detail: 'make more than 100' }])
      }
      objective.owners.forEach((owner) =>
        Object.assign(owner, shares.find(({ department }) => department === owner.department), {
          accepted: false,
          acceptedAt: null,
          acceptedBy: null,
        }),
      )
      objective.state = 'draft'
      return { body: objective }
    })
  }),
  http.post(`${okr}/objectives/:ref/key-results`, ({ params, request }) => {
    const objective = world.objectives.find((found) => found.ref === ref(params))
    if (!objective) return missing()
    return change(request, undefined, (body) => {
      const keyResult = {
        ...structuredClone(objectives[0]!.keyResults[0]!),
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
        ? checkIns.map((checkIn, index) => ({
            ...checkIn,
            value: [0.142, 0.139, 0.121, 0.118, 0.104, 0.097, 0.0889][index],
            confidence: null,
            comment: null,
            by: 'value-stream:joining-us/ping-pong-share',
            source: 'measure',
          }))
        : checkIns,
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
]

function keyResult(reference: string) {
  return world.objectives
    .flatMap((objective) => objective.keyResults)
    .find((found) => found.ref === reference)
}
