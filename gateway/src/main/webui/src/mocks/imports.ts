import { http, HttpResponse } from 'msw'
import type { EventSource, FieldMapping } from '../api/types'
import { imports } from './flow.data'
import { csvPreview, xesPreview } from './imports.data'
import { by, change, missing, nowText, one, paged, problem, world } from './world'

const stream = '*/api/catalog/v1/value-streams/:code'

export default [
  http.get(`${stream}/imports/:ref/rejections`, () =>
    HttpResponse.text('line,field,reason\r\n17,occurredAt,is not a time\r\n', { headers: { 'Content-Type': 'text/csv' } }),
  ),
  http.post(`${stream}/events/preview`, ({ request }) => {
    const preview = request.headers.get('Content-Type') === 'application/xes+xml' ? xesPreview : csvPreview
    const given = new URL(request.url).searchParams.get('mapping')
    const mapping = given ? (JSON.parse(given) as FieldMapping) : preview.suggested
    if (mapping?.timeFormat === 'bb') {
      return problem(400, 'mapping-does-not-fit', 'The mapping does not fit: /timeFormat is not a form of DateTimeFormatter.')
    }
    return HttpResponse.json({ ...preview, mapping })
  }),
  http.post(`${stream}/events`, async ({ request }) => {
    const source = new URL(request.url).searchParams.get('source') ?? 'default'
    const paused = world.sources.find(({ name, state }) => name === source && state === 'paused')
    if (paused) return problem(409, 'source-paused', `The source '${source}' was paused by ${paused.paused?.by}.`)
    const lines = (await request.text()).trim().split('\n').length - 1
    if (!world.sources.some(({ name }) => name === source)) {
      world.sources.push({ ...world.sources[0]!, name: source, format: null, mapping: null, note: null, state: 'open', version: 0 })
    }
    return HttpResponse.json({ ...imports[0], version: 1, import: 'IMP-4', source, events: lines, accepted: lines, rejected: 0, rejections: [] })
  }),
  http.get(`${stream}/sources`, ({ request }) => paged(request, world.sources)),
  http.get(`${stream}/sources/:name`, ({ params }) => {
    const found = named(one(params.name))
    return found ? HttpResponse.json(found) : missing()
  }),
  http.put(`${stream}/sources/:name`, async ({ params, request }) => {
    const source = named(one(params.name))
    if (source && request.headers.get('If-Match') !== `"${source.version}"`) {
      return problem(412, 'stale', 'The record has changed since you read it.')
    }
    if (!source) return missing()
    Object.assign(source, await request.json(), { version: source.version + 1 })
    return HttpResponse.json(source)
  }),
  http.post(`${stream}/sources/:name/pauses`, ({ params, request }) => {
    const source = named(one(params.name))
    return source
      ? change(request, source, (body) => {
          const { reason } = body as unknown as { reason: string | null }
          Object.assign(source, { state: 'paused', paused: { at: nowText(), by: by(), reason } })
          return { body: source }
        })
      : missing()
  }),
  http.post(`${stream}/sources/:name/resumptions`, ({ params, request }) => {
    const source = named(one(params.name))
    return source
      ? change(request, source, () => {
          Object.assign(source, { state: 'open', paused: null })
          return { body: source }
        })
      : missing()
  }),
]

const named = (name: string): EventSource | undefined => world.sources.find((source) => source.name === name)
