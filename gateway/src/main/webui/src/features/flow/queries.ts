import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, catalog } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type {
  AuditEntry,
  AutomationCandidates,
  CarrierFigures,
  Distribution,
  Enablement,
  FlowRule,
  FlowSettings,
  ImportResult,
  Level,
  Page,
  RulesPreview,
  Trend,
  TypeFigures,
  WorkingTogether,
  WorkItemEvent,
} from '../../api/types'
import { periodQuery, type Period } from '../streams/queries'

export type Grain = 'day' | 'week' | 'month'

/** Whole days and types only: trends and types are kept over all carriers. */
const overAllCarriers = ({ from, to, type }: Period): Period => ({ from, to, type })
const overAllTypes = ({ from, to }: Period): Period => ({ from, to })

export interface TrendAsked {
  level: Level
  grain: Grain
  period: Period
  baseline: FlowSettings['baseline']
}

export function trendParameters({ level, grain, period, baseline }: TrendAsked) {
  return {
    level,
    grain,
    ...periodQuery(overAllCarriers(period)),
    baselineFrom: baseline?.from,
    baselineTo: baseline?.to,
  }
}

export const trendQuery = (code: string, asked: TrendAsked) =>
  queryOptions({
    queryKey: ['flow', code, 'trend', trendParameters(asked)],
    queryFn: () =>
      bodyOf<Trend>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/flow/trend', {
          params: { path: { code }, query: trendParameters(asked) },
        }),
      ),
  })

export type Spread = 'flow-time' | 'handoffs'

export const distributionParameters = (measure: Spread, level: Level, period: Period) => ({
  measure,
  level,
  ...periodQuery(period),
})

export const distributionQuery = (code: string, measure: Spread, level: Level, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'distribution', measure, level, period],
    queryFn: () =>
      bodyOf<Distribution>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/flow/distribution', {
          params: { path: { code }, query: distributionParameters(measure, level, period) },
        }),
      ),
  })

const every = 10_000

export const carriersQuery = (code: string, level: Level, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'carriers', level, period],
    queryFn: async () =>
      (
        await bodyOf<Page<CarrierFigures>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/flow/carriers', {
            params: { path: { code }, query: { level, ...periodQuery(period), limit: every } },
          }),
        )
      ).items,
  })

/** Over all types and carriers: the scores are those of the stream. */
export const enablementParameters = ({ from, to }: Period) => periodQuery({ from, to })

export const enablementQuery = (code: string, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'enablement', enablementParameters(period)],
    queryFn: () =>
      bodyOf<Enablement>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/enablement', {
          params: { path: { code }, query: enablementParameters(period) },
        }),
      ),
  })

export const candidatesQuery = (code: string, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'candidates', period],
    queryFn: () =>
      bodyOf<AutomationCandidates>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/flow/automation-candidates', {
          params: { path: { code }, query: { ...periodQuery(period), limit: every } },
        }),
      ),
  })

export const togetherParameters = (level: Level, period: Period) => ({
  level,
  ...periodQuery(overAllTypes(period)),
})

export const togetherQuery = (code: string, level: Level, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'pairs', togetherParameters(level, period)],
    queryFn: () =>
      bodyOf<WorkingTogether>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/flow/pairs', {
          params: { path: { code }, query: { ...togetherParameters(level, period), limit: 200 } },
        }),
      ),
  })

export const typesParameters = (level: Level, period: Period) => ({
  level,
  ...periodQuery(overAllCarriers({ ...period, type: '' })),
})

export const typesQuery = (code: string, level: Level, period: Period) =>
  queryOptions({
    queryKey: ['flow', code, 'types', typesParameters(level, period)],
    queryFn: async () =>
      (
        await bodyOf<Page<TypeFigures>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/flow/types', {
            params: { path: { code }, query: { ...typesParameters(level, period), limit: every } },
          }),
        )
      ).items,
  })

export const eventsQuery = (code: string, id: string) =>
  pagedQuery<WorkItemEvent>(['work-item', code, id, 'events'], (cursor) =>
    bodyOf<Page<WorkItemEvent>>(
      catalog.GET('/api/catalog/v1/value-streams/{code}/work-items/{id}/events', {
        params: { path: { code, id }, query: { cursor, limit: 200 } },
      }),
    ),
  )

export const readSettings = (code: string) =>
  bodyOf<FlowSettings>(
    catalog.GET('/api/catalog/v1/value-streams/{code}/flow-settings', { params: { path: { code } } }),
  )

export const settingsQuery = (code: string) =>
  queryOptions({ queryKey: ['flow-settings', code], queryFn: () => readSettings(code) })

/** Only what differs is sent: rules that stay the same need no working out again. */
export interface SettingsChange {
  rules?: Partial<FlowRule>[]
  keepFor?: string | null
  baseline?: FlowSettings['baseline']
}

export const useChangeSettings = (code: string, onDone: (settings: FlowSettings) => void) =>
  useAct(
    (input: SettingsChange, headers) =>
      bodyOf<FlowSettings>(
        catalog.PATCH('/api/catalog/v1/value-streams/{code}/flow-settings', {
          params: { path: { code }, header: headers },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body: input,
        }),
      ),
    { refresh: [['flow-settings', code], ['flow', code], ['handoffs', code]], onDone },
  )

export const lastChangeOfStream = async (code: string) =>
  (
    await bodyOf<Page<AuditEntry>>(
      catalog.GET('/api/catalog/v1/audit', {
        params: { query: { subject: `value-stream:${code}`, limit: 1 } },
      }),
    )
  ).items[0]

// Asks for the kinds of events that there are: no activity is called so.
const fitsNothing: Partial<FlowRule>[] = [{ activity: '\u2205', class: 'active' }]

export const previewQuery = (code: string, rules: Partial<FlowRule>[]) =>
  queryOptions({
    queryKey: ['flow-preview', code, rules],
    staleTime: 60_000,
    queryFn: () =>
      bodyOf<RulesPreview>(
        catalog.POST('/api/catalog/v1/value-streams/{code}/flow-settings/preview', {
          params: { path: { code } },
          body: { rules: rules.length > 0 ? rules : fitsNothing },
        }),
      ),
  })

export const useReverseImport = (code: string, ref: string, version: number, onDone: () => void) =>
  useAct(
    (_input: object, headers) =>
      bodyOf<ImportResult>(
        catalog.POST('/api/catalog/v1/value-streams/{code}/imports/{ref}/reversal', {
          params: { path: { code, ref }, header: headers },
        }),
      ),
    { version, refresh: [['imports', code], ['flow', code], ['handoffs', code], ['work-items', code], ['measures', code]], onDone },
  )
