import { queryOptions } from '@tanstack/react-query'
import { bodyOf, catalog } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { Page, Service } from '../../api/types'

export interface ServiceFilter {
  q?: string
  department?: string
  lifecycle?: string
}

export const servicesQuery = (filter: ServiceFilter) =>
  pagedQuery<Service>(['services', filter], (cursor) =>
    bodyOf<Page<Service>>(
      catalog.GET('/api/catalog/v1/services', {
        params: {
          query: {
            q: filter.q || undefined,
            department: filter.department || undefined,
            lifecycle: filter.lifecycle || undefined,
            cursor,
          },
        },
      }),
    ),
  )

export const serviceQuery = (code: string) =>
  queryOptions({
    queryKey: ['service', code],
    queryFn: () =>
      bodyOf<Service>(
        catalog.GET('/api/catalog/v1/services/{code}', { params: { path: { code } } }),
      ),
  })
