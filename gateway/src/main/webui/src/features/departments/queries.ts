import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { bodyOf, catalog } from '../../api/client'
import type { Department, Page } from '../../api/types'

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  staleTime: 5 * 60_000,
  queryFn: async () =>
    (
      await bodyOf<Page<Department>>(
        catalog.GET('/api/catalog/v1/departments', { params: { query: { limit: 200 } } }),
      )
    ).items,
})

export const departmentQuery = (code: string) =>
  queryOptions({
    queryKey: ['department', code],
    queryFn: () =>
      bodyOf<Department>(
        catalog.GET('/api/catalog/v1/departments/{code}', { params: { path: { code } } }),
      ),
  })

export const useDepartments = () => useSuspenseQuery(departmentsQuery).data

/** Names for codes; while the names are not there, the code itself is a fair name. */
export function useDepartmentName() {
  const { data } = useQuery(departmentsQuery)
  return (code: string | null | undefined) =>
    data?.find((department) => department.code === code)?.name ?? code ?? '–'
}
