import { http } from 'msw'
import { signals } from './signals.data'
import { paged, problem } from './world'

const kinds = new Set(signals.map(({ kind }) => kind as string))

export default [
  http.get('*/api/catalog/v1/signals', ({ request }) => {
    const query = new URL(request.url).searchParams
    const asked = (name: string) => query.get(name)
    const kind = asked('kind')
    if (kind && !kinds.has(kind)) {
      return problem(400, 'invalid-request', 'A parameter is wrong.', [{ parameter: 'kind', detail: 'is none of those that there are' }])
    }
    return paged(
      request,
      signals.filter(
        (signal) =>
          (!kind || signal.kind === kind) &&
          (!asked('risk') || signal.risk === asked('risk')) &&
          (!asked('department') || signal.departments.includes(asked('department')!)) &&
          (!asked('about') || signal.concerns.includes(asked('about')!)),
      ),
    )
  }),
]
