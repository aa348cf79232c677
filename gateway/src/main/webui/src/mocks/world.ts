import { HttpResponse, type DefaultBodyType, type PathParams, type StrictRequest } from 'msw'
import type {
  Confirmation,
  Cycle,
  Decision,
  Department,
  Escalation,
  EventSource,
  FlowSettings,
  ImportResult,
  JourneyMap,
  Meeting,
  Objective,
  Occurrence,
  PainPoint,
  Session,
  ValueStream,
} from '../api/types'
import { flowSettings } from './analysis.data'
import { decisions } from './decisions.data'
import { departments } from './departments.data'
import { escalations } from './escalations.data'
import { imports } from './flow.data'
import { sources } from './imports.data'
import { cycles, objectives } from './objectives.data'
import { sessions } from './sessions.data'
import { confirmations, journeyMap, meetings, painPoints } from './streammap.data'
import { streams } from './streams.data'

/**
 * The mock API: the same for development, for component tests and for looking at pages. It keeps what is written to it,
 * and keeps the rules that the portal relies on: versions, idempotency keys, problem documents.
 */
interface World {
  who: string
  session: Session | undefined
  departments: Department[]
  cycles: Cycle[]
  objectives: Objective[]
  escalations: Escalation[]
  decisions: Decision[]
  streams: ValueStream[]
  confirmations: Confirmation[]
  meetings: Meeting[]
  attendances: Map<string, Occurrence['attendance']>
  painPoints: PainPoint[]
  journeyMaps: JourneyMap[]
  sources: EventSource[]
  flowSettings: Record<string, FlowSettings>
  imports: ImportResult[]
  recalculating: boolean
  /** Whether states are classed, so that active time is known. */
  effortKnown: boolean
  empty: boolean
  down: string[]
  answered: Map<string, { status: number; body: unknown }>
}

const fresh = (): World => ({
  who: 'head-it',
  session: sessions['head-it'],
  departments: structuredClone(departments),
  cycles: structuredClone(cycles),
  objectives: structuredClone(objectives),
  escalations: structuredClone(escalations),
  decisions: structuredClone(decisions),
  streams: structuredClone(streams),
  confirmations: structuredClone(confirmations),
  meetings: structuredClone(meetings),
  attendances: new Map(),
  painPoints: structuredClone(painPoints),
  journeyMaps: [structuredClone(journeyMap)],
  sources: structuredClone(sources),
  flowSettings: structuredClone(flowSettings),
  imports: structuredClone(imports),
  recalculating: false,
  effortKnown: false,
  empty: false,
  down: [],
  answered: new Map(),
})

export let world = fresh()

export function resetWorld(changes: Partial<World> = {}) {
  world = { ...fresh(), ...changes }
  if (changes.who) world.session = sessions[changes.who]
}

export function problem(status: number, code: string, detail: string, errors: object[] = []) {
  return HttpResponse.json(
    { type: `/docs/problems/${code}`, title: code, status, detail, errors, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

export const page = (items: unknown[], more: object = {}) =>
  HttpResponse.json({ items: world.empty ? [] : items, next: null, self: '', ...more })

export const missing = () => problem(404, 'not-found', 'There is no such record.')

export function paged<T>(request: Request, items: T[]) {
  const url = new URL(request.url)
  const limit = Number(url.searchParams.get('limit') ?? 50)
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const next = new URL(url)
  next.searchParams.set('cursor', String(from + limit))
  return page(items.slice(from, from + limit), {
    next: from + limit < items.length && !world.empty ? next.pathname + next.search : null,
  })
}

interface Versioned {
  version: number
}

/** What every change goes through: the portal's header, a key used once, and the version that the caller has seen. */
export async function change(
  request: StrictRequest<DefaultBodyType>,
  record: Versioned | undefined,
  act: (body: Record<string, never>) => { status?: number; body: unknown } | Response,
) {
  if (request.headers.get('X-Jointly-Client') !== 'portal') {
    return problem(403, 'not-from-portal', 'The header X-Jointly-Client is missing.')
  }
  const key = request.headers.get('Idempotency-Key')
  if (!key) return problem(400, 'key-missing', 'The header Idempotency-Key is missing.')
  const before = world.answered.get(key)
  if (before) return HttpResponse.json(before.body as object, { status: before.status })
  if (record) {
    const match = request.headers.get('If-Match')
    if (!match) return problem(428, 'version-missing', 'The header If-Match is missing.')
    if (match !== `"${record.version}"`) {
      return problem(412, 'stale', 'The record has changed since you read it.')
    }
  }
  const text = await request.text()
  const outcome = act(text ? JSON.parse(text) : {})
  if (outcome instanceof Response) return outcome
  if (record) record.version++
  world.answered.set(key, { status: outcome.status ?? 200, body: structuredClone(outcome.body) })
  return HttpResponse.json(outcome.body as object, { status: outcome.status ?? 200 })
}

export const by = () => world.session?.name ?? 'nobody'
export const nowText = () => new Date().toISOString()
export const ref = (params: PathParams) => String(params.ref)
export const one = (value: string | readonly string[] | undefined) => String(value)
