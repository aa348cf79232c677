import { queryOptions } from '@tanstack/react-query'
import { bodyOf, catalog } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type {
  Flow,
  Handoffs,
  ImportResult,
  Level,
  Measure,
  Page,
  ValueStream,
  WorkItem,
  WorkItemSummary,
} from '../../api/types'

/** Which work items count: when they last moved, of which type, and who carried them at some time. */
export interface Period {
  from?: string
  to?: string
  type?: string
  team?: string
  department?: string
  stage?: string
}

/** What all views of a stream's flow have in their addresses. */
export const keptNames = ['level', 'from', 'to', 'type', 'team', 'department', 'stage', 'grain'] as const

/** Dates in the address are whole days; the API's period is half open, so the last day counts as well. */
export function periodQuery({ from, to, type, team, department, stage }: Period) {
  return {
    from: from ? `${from}T00:00:00Z` : undefined,
    to: to ? `${nextDay(to)}T00:00:00Z` : undefined,
    type: type || undefined,
    team: team || undefined,
    department: department || undefined,
    stage: stage || undefined,
  }
}

export function nextDay(day: string) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

export const streamsQuery = (filter: { q?: string; department?: string } = {}) =>
  pagedQuery<ValueStream>(['streams', filter], (cursor) =>
    bodyOf<Page<ValueStream>>(
      catalog.GET('/api/catalog/v1/value-streams', {
        params: {
          query: { q: filter.q || undefined, department: filter.department || undefined, cursor },
        },
      }),
    ),
  )

export const allStreamsQuery = queryOptions({
  queryKey: ['streams', 'all'],
  queryFn: async () =>
    (
      await bodyOf<Page<ValueStream>>(
        catalog.GET('/api/catalog/v1/value-streams', { params: { query: { limit: 200 } } }),
      )
    ).items,
})

export const streamsOfQuery = (department: string) =>
  queryOptions({
    queryKey: ['streams', 'of', department],
    queryFn: async () =>
      (
        await bodyOf<Page<ValueStream>>(
          catalog.GET('/api/catalog/v1/value-streams', {
            params: { query: { department, limit: 50 } },
          }),
        )
      ).items,
  })

export const streamQuery = (code: string) =>
  queryOptions({
    queryKey: ['stream', code],
    queryFn: () =>
      bodyOf<ValueStream>(
        catalog.GET('/api/catalog/v1/value-streams/{code}', { params: { path: { code } } }),
      ),
  })

export const flowQuery = (code: string, level: Level = 'team', period: Period = {}) =>
  queryOptions({
    queryKey: ['flow', code, level, period],
    queryFn: () =>
      bodyOf<Flow>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/flow', {
          params: { path: { code }, query: { level, ...periodQuery(period) } },
        }),
      ),
  })

// The whole matrix at once: the map can then show any part of it, and its sum is the sum that the figures tell.
const wholeMatrix = 10_000

export const handoffsQuery = (code: string, level: Level, period: Period) =>
  queryOptions({
    queryKey: ['handoffs', code, level, period],
    queryFn: () =>
      bodyOf<Handoffs>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/handoffs', {
          params: {
            path: { code },
            query: { level, ...periodQuery(period), limit: wholeMatrix },
          },
        }),
      ),
  })

type WorkItemSort = '-handoffs' | '-pingPong' | '-flowTime' | '-age' | '-lastAt'

export interface WorkItemFilter {
  sort: string
  open?: string
  q?: string
  level?: Level
  period?: Period
  /** Only what went over from the one to the other. */
  handed?: { from: string; to: string }
}

export const workItemsQuery = (code: string, filter: WorkItemFilter) =>
  pagedQuery<WorkItemSummary>(['work-items', code, filter], (cursor) =>
    bodyOf<Page<WorkItemSummary>>(
      catalog.GET('/api/catalog/v1/value-streams/{code}/work-items', {
        params: {
          path: { code },
          query: { ...workItemParameters(filter), cursor },
        },
      }),
    ),
  )

/** Done work has a flow time, open work an age: an order by one of them leaves the other kind out. */
export function openOf(sort: string, open?: string) {
  return sort === '-flowTime' ? 'false' : sort === '-age' ? 'true' : open
}

export function workItemParameters({ sort, open, q, level, period = {}, handed }: WorkItemFilter) {
  return {
    sort: sort as WorkItemSort,
    open: open ? open === 'true' : undefined,
    q: q || undefined,
    level: level === 'team' ? undefined : level,
    ...periodQuery(period),
    handedFrom: handed?.from,
    handedTo: handed?.to,
  }
}

export const workItemQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['work-item', code, id],
    queryFn: async () => {
      const item = await bodyOf<WorkItem>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/work-items/{id}', {
          params: { path: { code, id } },
        }),
      )
      // The service has written levels in capitals and in small letters; both mean the same.
      const stays = item.stays.map((stay) => ({ ...stay, level: stay.level.toLowerCase() as Level }))
      return { ...item, stays }
    },
  })

export const importsQuery = (code: string) =>
  queryOptions({
    queryKey: ['imports', code],
    queryFn: async () =>
      (
        await bodyOf<Page<ImportResult>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/imports', {
            params: { path: { code }, query: { limit: 20 } },
          }),
        )
      ).items,
  })

export const measuresQuery = (code: string) =>
  queryOptions({
    queryKey: ['measures', code],
    queryFn: () =>
      bodyOf<Measure[]>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/measures', {
          params: { path: { code } },
        }),
      ),
  })

/** Where the same rows are as CSV. */
export function csvAddress(code: string, part: string, query: Record<string, unknown>) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return `/api/catalog/v1/value-streams/${encodeURIComponent(code)}/${part}${text ? `?${text}` : ''}`
}
