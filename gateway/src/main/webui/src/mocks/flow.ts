import { http, HttpResponse } from 'msw'
import { departmentPairs, longWorkItem, openWorkItem, pairs, stagePairs, workItem, workItems } from './flow.data'
import { ago } from './time'
import { missing, one, paged, problem, world } from './world'

const catalog = '*/api/catalog/v1'

export default [
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
          ? departmentPairs
          : level === 'stage'
            ? stagePairs
            : pairs
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
  http.get(`${catalog}/value-streams/:code/work-items`, ({ request }) => workItemsAsked(request)),
  http.get(`${catalog}/value-streams/:code/work-items/:id`, ({ params }) => {
    const found = [workItem, openWorkItem, longWorkItem].find(({ id }) => id === params.id)
    return found ? HttpResponse.json(found) : missing()
  }),
  http.get(`${catalog}/value-streams/:code/measures`, ({ params }) =>
    HttpResponse.json(
      params.code === 'moving-teams'
        ? []
        : [
            { code: 'ping-pong-share', name: 'Share with ping-pong', unit: 'ratio', better: 'lower', value: 0.0889, asOf: ago(20) },
            { code: 'p85-flow-time-hours', name: '85 % are done within', unit: 'hours', better: 'lower', value: 740.5, asOf: ago(20) },
          ],
    ),
  ),
]

/** Done work has a flow time, open work an age: an order by one of them knows no item of the other kind. */
function workItemsAsked(request: Request) {
  const query = new URL(request.url).searchParams
  const sort = query.get('sort') ?? '-lastAt'
  const open = query.get('open')
  const listed = sort === '-flowTime' ? 'false' : sort === '-age' ? 'true' : open
  if (open && open !== listed) {
    return problem(400, 'invalid', `The parameter open contradicts the sort ${sort}.`)
  }
  const weight = (item: (typeof workItems)[number]) =>
    ({
      '-handoffs': item.handoffs,
      '-pingPong': item.pingPong,
      '-flowTime': item.flowTimeHours ?? 0,
      '-age': item.ageHours ?? 0,
    })[sort] ?? Date.parse(item.lastAt)
  return paged(
    request,
    workItems
      .filter((item) => listed === null || item.done !== (listed === 'true'))
      .filter((item) => item.id.startsWith(query.get('q') ?? ''))
      .sort((one, other) => weight(other) - weight(one)),
  )
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
      ? { alternations: 2, items: 0, occurrences: 0, share: null }
      : incidents
        ? { alternations: 2, items: 2_216, occurrences: 3_675, share: 0.0889 }
        : { alternations: 2, items: 51, occurrences: 66, share: 0.1238 },
    rework: { events: 0, items: 0 },
    recalculating: world.recalculating,
    sla: incidents && !none ? { measured: 24_918, met: 23_110, share: 0.927 } : { measured: 0, met: 0, share: null },
    asOf: none ? null : ago(20),
  }
}
