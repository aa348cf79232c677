import { http, HttpResponse } from 'msw'
import { decisions } from './decisions.data'
import { by, change, missing, nowText, page, problem, ref, world } from './world'

const governance = '*/api/governance/v1'

export default [
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
]

export function openedDecision(body: object, from: string | null) {
  const decision = {
    ...structuredClone(decisions[1]!),
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
