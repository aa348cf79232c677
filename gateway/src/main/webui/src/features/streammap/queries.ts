import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, catalog } from '../../api/client'
import { allOf, pagedQuery } from '../../api/paging'
import type {
  AuditEntry,
  Confirmation,
  Gaps,
  JourneyMap,
  Meeting,
  Occurrence,
  Page,
  PainPoint,
  PainPointFigures,
  ValueStream,
} from '../../api/types'

export async function lastChangeOf(subject: string): Promise<AuditEntry | undefined> {
  const page = await bodyOf<Page<AuditEntry>>(
    catalog.GET('/api/catalog/v1/audit', { params: { query: { subject, limit: 1 } } }),
  )
  return page.items[0]
}

export const readStream = (code: string) =>
  bodyOf<ValueStream>(
    catalog.GET('/api/catalog/v1/value-streams/{code}', { params: { path: { code } } }),
  )

export const gapsQuery = (stream: ValueStream) =>
  queryOptions({
    queryKey: ['gaps', stream.code, stream.version],
    queryFn: () =>
      bodyOf<Gaps>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/gaps', {
          params: { path: { code: stream.code }, query: { limit: 200 } },
        }),
      ),
  })

export const confirmationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['confirmations', code],
    queryFn: async () =>
      (
        await bodyOf<Page<Confirmation>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/confirmations', {
            params: { path: { code }, query: { limit: 200 } },
          }),
        )
      ).items,
  })

const touched = (code: string) => [
  ['stream', code],
  ['streams'],
  ['gaps', code],
  ['confirmations', code],
  ['journey-map', code],
  ['waiting'],
]

/** Changes parts of a stream; what is left out stays. */
export const useChangeStream = (code: string, onDone: () => void) =>
  useAct(
    (body: object, header) =>
      bodyOf<ValueStream>(
        catalog.PATCH('/api/catalog/v1/value-streams/{code}', {
          params: { path: { code }, header: { ...header } },
          body: body as never,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      ),
    { refresh: touched(code), onDone },
  )

export const useConfirm = (stream: ValueStream) =>
  useAct(
    (body: { department: string }, header) =>
      bodyOf<Confirmation>(
        catalog.POST('/api/catalog/v1/value-streams/{code}/confirmations', {
          params: { path: { code: stream.code }, header: { ...header } },
          body,
        }),
      ),
    { version: stream.version, refresh: [['confirmations', stream.code], ['waiting']] },
  )

// --- engagement calendar
export const meetingsQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code],
    queryFn: () =>
      allOf<Meeting>((cursor) =>
        bodyOf<Page<Meeting>>(
          catalog.GET('/api/catalog/v1/meetings', { params: { query: { stream: code, limit: 200, cursor } } }),
        ),
      ),
  })

export const readMeeting = (ref: string) =>
  bodyOf<Meeting>(catalog.GET('/api/catalog/v1/meetings/{ref}', { params: { path: { ref } } }))

/** From eight weeks back to a quarter ahead; whole days, so that the address stays the same for a day. */
export const calendarQuery = (code: string, today: string) =>
  queryOptions({
    queryKey: ['calendar', code, today],
    queryFn: () =>
      allOf<Occurrence>((cursor) =>
        bodyOf<Page<Occurrence>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/calendar', {
            params: {
              path: { code },
              query: { from: dayFrom(today, -56), to: dayFrom(today, 92), limit: 200, cursor },
            },
          }),
        ),
      ),
  })

export function dayFrom(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

export interface MeetingWish {
  title: string
  kind: string
  agenda?: string
  participants: string[]
  firstOn: string
  startsAt: string
  minutes: number
  timeZone: string
  repeats: string
  every: number
  until?: string | null
}

export const useAgreeMeeting = (stream: string, onDone: () => void) =>
  useAct(
    (wish: MeetingWish, header) =>
      bodyOf<Meeting>(
        catalog.POST('/api/catalog/v1/meetings', {
          params: { header: { ...header } },
          body: { stream, ...wish } as never,
        }),
      ),
    { refresh: [['meetings', stream], ['calendar', stream]], onDone },
  )

export const useChangeMeeting = (meeting: Meeting, onDone: () => void) =>
  useAct(
    (wish: MeetingWish, header) =>
      bodyOf<Meeting>(
        catalog.PATCH('/api/catalog/v1/meetings/{ref}', {
          params: { path: { ref: meeting.ref }, header: { ...header } },
          body: wish as never,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      ),
    { refresh: [['meetings', meeting.stream], ['calendar', meeting.stream]], onDone },
  )

export const useAttend = (meeting: Meeting, onDone: () => void) =>
  useAct(
    (body: { on: string; departments: string[]; note?: string }, header) =>
      bodyOf<Meeting>(
        catalog.POST('/api/catalog/v1/meetings/{ref}/attendances', {
          params: { path: { ref: meeting.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: [['meetings', meeting.stream], ['calendar', meeting.stream]], onDone },
  )

// --- pain points
export interface PainPointFilter {
  stream: string
  state?: string
  stage?: string
  journeyStep?: string
}

export const painPointsQuery = (filter: PainPointFilter) =>
  pagedQuery<PainPoint>(['pain-points', filter], (cursor) =>
    bodyOf<Page<PainPoint>>(
      catalog.GET('/api/catalog/v1/pain-points', {
        params: {
          query: {
            stream: filter.stream,
            state: filter.state || undefined,
            stage: filter.stage || undefined,
            journeyStep: filter.journeyStep || undefined,
            cursor,
          },
        },
      }),
    ),
  )

export const readPainPoint = (ref: string) =>
  bodyOf<PainPoint>(catalog.GET('/api/catalog/v1/pain-points/{ref}', { params: { path: { ref } } }))

export const painPointQuery = (ref: string) =>
  queryOptions({ queryKey: ['pain-point', ref], queryFn: () => readPainPoint(ref) })

export const painFiguresQuery = (code: string) =>
  queryOptions({
    queryKey: ['pain-point-figures', code],
    queryFn: () =>
      bodyOf<PainPointFigures>(
        catalog.GET('/api/catalog/v1/value-streams/{code}/pain-point-figures', {
          params: { path: { code } },
        }),
      ),
  })

export interface ReportWish {
  stream: string
  title: string
  description: string
  stage?: string
  journeyStep?: string
  department?: string
}

export const useReport = (onDone: (painPoint: PainPoint) => void) =>
  useAct(
    (body: ReportWish, header) =>
      bodyOf<PainPoint>(
        catalog.POST('/api/catalog/v1/pain-points', { params: { header: { ...header } }, body }),
      ),
    { refresh: [['pain-points'], ['pain-point-figures'], ['waiting']], onDone },
  )

type Header = { 'Idempotency-Key': string; 'If-Match': string }

function usePainAct<Body>(
  { ref }: PainPoint,
  send: (params: { path: { ref: string }; header: Header }, body: Body) => Promise<{ data?: unknown }>,
  onDone?: () => void,
) {
  return useAct((body: Body, header) => bodyOf<PainPoint>(send({ path: { ref }, header }, body)), {
    refresh: [['pain-point', ref], ['pain-points'], ['pain-point-figures'], ['waiting']],
    onDone,
  })
}

export const useAcknowledgePain = (painPoint: PainPoint) =>
  usePainAct(painPoint, (params, body: { department: string }) =>
    catalog.POST('/api/catalog/v1/pain-points/{ref}/acknowledgement', { params, body }),
  )

export const useAnswerPain = (painPoint: PainPoint, onDone: () => void) =>
  usePainAct(
    painPoint,
    (params, body: { department: string; text: string }) =>
      catalog.POST('/api/catalog/v1/pain-points/{ref}/answer', { params, body }),
    onDone,
  )

export const useImprovePain = (painPoint: PainPoint, onDone: () => void) =>
  usePainAct(
    painPoint,
    (params, body: { department: string; title: string; owner: string; due?: string }) =>
      catalog.POST('/api/catalog/v1/pain-points/{ref}/improvement', { params, body }),
    onDone,
  )

// --- journey map
export const readJourneyMap = (code: string) =>
  bodyOf<JourneyMap>(
    catalog.GET('/api/catalog/v1/value-streams/{code}/journey-map', { params: { path: { code } } }),
  )

export const journeyMapQuery = (code: string) =>
  queryOptions({ queryKey: ['journey-map', code], queryFn: () => readJourneyMap(code) })

export const useDrawJourney = (code: string, onDone: () => void) =>
  useAct(
    (body: { steps: object[] }, header) =>
      bodyOf<JourneyMap>(
        catalog.PUT('/api/catalog/v1/value-streams/{code}/journey-map', {
          params: { path: { code }, header: { ...header } },
          body: body as never,
        }),
      ),
    { refresh: [['journey-map', code]], onDone },
  )
