import { queryOptions } from '@tanstack/react-query'
import { bodyOf, catalog } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { Page, Signal } from '../../api/types'

export interface SignalFilter {
  kind?: string
  department?: string
  /** A typed link to a value stream or a service. */
  about?: string
  risk?: Signal['risk']
}

/** In the order in which the service lists them, by the risk that they point to. */
export const kindsOf = {
  'non-emerging-value-streams': [
    'service-without-stream',
    'stream-without-joint-owner',
    'stream-without-measure',
    'measures-inside-one-department',
  ],
  'inefficient-handoffs': ['bouncing-pair', 'growing-queue'],
} as const satisfies Record<Signal['risk'], Signal['kind'][]>

export const risks = Object.keys(kindsOf) as Signal['risk'][]

const parameters = ({ kind, department, about, risk }: SignalFilter) => ({
  risk,
  kind: kind || undefined,
  department: department || undefined,
  about: about || undefined,
})

export const signalsQuery = (filter: SignalFilter) =>
  pagedQuery<Signal>(['signals', parameters(filter)], (cursor) =>
    bodyOf<Page<Signal>>(
      catalog.GET('/api/catalog/v1/signals', {
        params: { query: { ...parameters(filter), limit: 20, cursor } },
      }),
    ),
  )

/** How many are shown where signals are only one part of a page. */
export const few = 3

/** The gravest, enough of them to choose a few that differ. */
export const gravestQuery = (filter: SignalFilter) =>
  queryOptions({
    queryKey: ['signals', 'gravest', parameters(filter)],
    queryFn: () =>
      bodyOf<Page<Signal>>(
        catalog.GET('/api/catalog/v1/signals', {
          params: { query: { ...parameters(filter), limit: 20 } },
        }),
      ),
  })

/** The same rows as CSV, as many as the service gives at once. */
export function csvOfSignals(filter: SignalFilter) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters(filter))) if (value) search.set(name, value)
  search.set('limit', '200')
  return `/api/catalog/v1/signals?${search}`
}
