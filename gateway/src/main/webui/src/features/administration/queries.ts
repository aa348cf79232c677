import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, catalog, governance, okr } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { AuditVerification, Cycle, Department, Page, TrailEntry } from '../../api/types'

export interface DepartmentWish {
  name: string
  purpose: string
  expertise: string | null
  parent: string | null
  timeZone: string
}

const refreshed = [['departments'], ['department']]

export const useAddDepartment = (onDone: () => void) =>
  useAct(
    (body: DepartmentWish & { code: string }, header) =>
      bodyOf<Department>(
        catalog.POST('/api/catalog/v1/departments', {
          body: { ...body, parent: body.parent ?? undefined },
          params: { header: { ...header } },
        }),
      ),
    { refresh: refreshed, onDone },
  )

export const readDepartment = (code: string) =>
  bodyOf<Department>(catalog.GET('/api/catalog/v1/departments/{code}', { params: { path: { code } } }))

export const useChangeDepartment = (code: string, onDone: () => void) =>
  useAct(
    (body: DepartmentWish, header) =>
      bodyOf<Department>(
        catalog.PATCH('/api/catalog/v1/departments/{code}', {
          params: { path: { code }, header: { ...header } },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          // In a merge patch null takes a value away, which the description of a whole department has no type for.
          body: body as never,
        }),
      ),
    { refresh: refreshed, onDone },
  )

export interface NewCycle {
  code: string
  name: string
  start: string
  end: string
}

export const useAddCycle = (onDone: () => void) =>
  useAct(
    (body: NewCycle, header) =>
      bodyOf<Cycle>(okr.POST('/api/okr/v1/cycles', { body, params: { header: { ...header } } })),
    { refresh: [['cycles']], onDone },
  )

export const services = ['catalog', 'okr', 'governance'] as const
export type Service = (typeof services)[number]

// Each service keeps a trail of its own writes, in the same form.
export const trailQuery = (service: Service, subject: string) =>
  pagedQuery<TrailEntry>(['audit', service, subject], (cursor) => {
    const params = { query: { subject: subject || undefined, cursor } }
    return bodyOf<Page<TrailEntry>>(
      {
        catalog: () => catalog.GET('/api/catalog/v1/audit', { params }),
        okr: () => okr.GET('/api/okr/v1/audit', { params }),
        governance: () => governance.GET('/api/governance/v1/audit', { params }),
      }[service](),
    )
  })

export const trailAddress = (service: Service, subject: string) =>
  `/api/${service}/v1/audit?${new URLSearchParams({ ...(subject ? { subject } : {}), limit: '200' }).toString()}`

/** Asked for only when somebody wants to know: it reads the whole trail. */
export const verificationQuery = (service: Service) =>
  queryOptions({
    queryKey: ['audit-verification', service],
    enabled: false,
    queryFn: () =>
      bodyOf<AuditVerification>(
        {
          catalog: () => catalog.GET('/api/catalog/v1/audit/verification'),
          okr: () => okr.GET('/api/okr/v1/audit/verification'),
          governance: () => governance.GET('/api/governance/v1/audit/verification'),
        }[service](),
      ),
  })

export const lastChangeOf = async (subject: string) =>
  (
    await bodyOf<Page<TrailEntry>>(
      catalog.GET('/api/catalog/v1/audit', { params: { query: { subject, limit: 1 } } }),
    )
  ).items[0]
