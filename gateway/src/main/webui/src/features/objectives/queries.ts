import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, okr } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { AuditEntry, CheckIn, Cycle, KeyResult, Objective, Page } from '../../api/types'
import type { Share } from './shares'

export interface ObjectiveFilter {
  cycle?: string
  department?: string
  state?: string
}

export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  staleTime: 5 * 60_000,
  queryFn: async () =>
    (
      await bodyOf<Page<Cycle>>(
        okr.GET('/api/okr/v1/cycles', { params: { query: { limit: 200 } } }),
      )
    ).items,
})

export const objectivesQuery = (filter: ObjectiveFilter) =>
  pagedQuery<Objective>(['objectives', filter], (cursor) =>
    bodyOf<Page<Objective>>(
      okr.GET('/api/okr/v1/objectives', {
        params: {
          query: {
            cycle: filter.cycle || undefined,
            department: filter.department || undefined,
            state: filter.state || undefined,
            cursor,
          },
        },
      }),
    ),
  )

export const readObjective = (ref: string) =>
  bodyOf<Objective>(okr.GET('/api/okr/v1/objectives/{ref}', { params: { path: { ref } } }))

export const readKeyResult = (ref: string) =>
  bodyOf<KeyResult>(okr.GET('/api/okr/v1/key-results/{ref}', { params: { path: { ref } } }))

export const keyResultQuery = (ref: string) =>
  queryOptions({ queryKey: ['key-result', ref], queryFn: () => readKeyResult(ref) })

export const objectiveQuery = (ref: string) =>
  queryOptions({ queryKey: ['objective', ref], queryFn: () => readObjective(ref) })

export const checkInsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['check-ins', ref],
    queryFn: async () =>
      (
        await bodyOf<Page<CheckIn>>(
          okr.GET('/api/okr/v1/key-results/{ref}/check-ins', {
            params: { path: { ref }, query: { limit: 200 } },
          }),
        )
      ).items,
  })

/** Only those who answer for the trail may read it: for others the record itself has to tell. */
export async function lastChangeOf(subject: string): Promise<AuditEntry | undefined> {
  const page = await bodyOf<Page<AuditEntry>>(
    okr.GET('/api/okr/v1/audit', { params: { query: { subject, limit: 1 } } }),
  )
  return page.items[0]
}

const refreshed = (ref: string) => [
  ['objective', ref],
  ['objectives'],
  ['waiting'],
  ['check-ins'],
  ['decision'],
]

export interface DraftObjective {
  cycle: string
  title: string
  why: string
  kind: 'committed' | 'aspirational'
  owners: string[]
  links: string[]
  shares?: Share[]
}

export const useDraftObjective = (onDone: (objective: Objective) => void) =>
  useAct(
    (body: DraftObjective, header) =>
      bodyOf<Objective>(okr.POST('/api/okr/v1/objectives', { body, params: { header: { ...header } } })),
    { refresh: [['objectives'], ['waiting'], ['decision']], onDone },
  )

export interface Acceptance {
  department: string
  commitment: string
  contribution: string
  whatIsInItForUs: string
  riskShare: number
  rewardShare: number
}

export const useAccept = (objective: Objective, onDone: () => void) =>
  useAct(
    (body: Acceptance, header) =>
      bodyOf<Objective>(
        okr.POST('/api/okr/v1/objectives/{ref}/acceptances', {
          params: { path: { ref: objective.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: refreshed(objective.ref), onDone },
  )

export const useProposeShares = (objective: Objective, onDone: () => void) =>
  useAct(
    (body: { shares: Share[] }, header) =>
      bodyOf<Objective>(
        okr.PATCH('/api/okr/v1/objectives/{ref}', {
          params: { path: { ref: objective.ref }, header: { ...header } },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body,
        }),
      ),
    { refresh: refreshed(objective.ref), onDone },
  )

export interface NewKeyResult {
  title: string
  kind: 'metric' | 'milestone'
  baseline?: number
  target?: number
  stretch?: number
  unit?: string
  weight: number
  binding?: { measure: string }
}

export const useAddKeyResult = (objective: Objective, onDone: () => void) =>
  useAct(
    (body: NewKeyResult, header) =>
      bodyOf<unknown>(
        okr.POST('/api/okr/v1/objectives/{ref}/key-results', {
          params: { path: { ref: objective.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: refreshed(objective.ref), onDone },
  )

export interface NewCheckIn {
  value?: number
  confidence: number
  comment: string
}

export const useCheckIn = (keyResult: KeyResult, onDone: () => void) =>
  useAct(
    (body: NewCheckIn, header) =>
      bodyOf<unknown>(
        okr.POST('/api/okr/v1/key-results/{ref}/check-ins', {
          params: { path: { ref: keyResult.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: refreshed(keyResult.objective), onDone },
  )

export const useCloseObjective = (objective: Objective, onDone: () => void) =>
  useAct(
    (_nothing: Record<string, never>, header) =>
      bodyOf<Objective>(
        okr.POST('/api/okr/v1/objectives/{ref}/closure', {
          params: { path: { ref: objective.ref }, header: { ...header } },
        }),
      ),
    { refresh: refreshed(objective.ref), onDone },
  )
