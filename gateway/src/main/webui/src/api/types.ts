import type { components as Governance } from './generated/governance'
import type { components as Okr } from './generated/okr'

/**
 * The documents mark what a caller must send, not what a view always carries: a view carries every field it names, null
 * where there is nothing.
 */
export type Given<T> = T extends (infer Item)[]
  ? Given<Item>[]
  : T extends object
    ? { [Field in keyof T]-?: Given<T[Field]> }
    : T

type OkrView<Name extends keyof Okr['schemas']> = Given<Okr['schemas'][Name]>
type GovernanceView<Name extends keyof Governance['schemas']> = Given<Governance['schemas'][Name]>

export interface Session {
  username: string
  name: string
  headOf: string[]
  memberOf: string[]
  roles: string[]
  language?: string | null
}

export interface Page<T> {
  items: T[]
  next?: string | null
  self?: string
  total?: number | null
}

// --- catalog
export interface Department {
  code: string
  name: string
  purpose?: string | null
  expertise?: string | null
  parent?: string | null
  timeZone?: string | null
  version: number
  createdAt?: string
  updatedAt?: string
}

export interface Service {
  code: string
  name: string
  what?: string | null
  why?: string | null
  businessOutcome?: string | null
  lifecycle: 'proposed' | 'designed' | 'live' | 'retired'
  owners: { department: string; contribution?: string | null }[]
  consumers: string[]
  accountable?: string | null
  version: number
  createdAt?: string
  updatedAt?: string
}

export interface Stage {
  name: string
  department: string
  processTime?: string | null
  leadTime?: string | null
  completeAndAccurate?: number | null
}

export interface ValueStream {
  code: string
  name: string
  purpose?: string | null
  outcome?: string | null
  theme?: string | null
  customers?: string | null
  owners: string[]
  services: string[]
  stages: Stage[]
  states?: Record<string, 'active' | 'waiting' | 'done'> | null
  derived?: {
    processTime?: string | null
    leadTime?: string | null
    activityRatio?: number | null
    rolledCompleteAndAccurate?: number | null
  } | null
  version: number
  createdAt?: string
  updatedAt?: string
}

export type Level = 'team' | 'department'

export interface Spread {
  mean?: string | null
  p50?: string | null
  p85?: string | null
  p95?: string | null
}

export interface Flow {
  stream: string
  level: Level
  period: { from?: string | null; to?: string | null }
  type?: string | null
  workItems: number
  done: number
  open: number
  events: number
  flowTime?: Spread | null
  meanFlowTimeHours?: number | null
  age?: Spread | null
  activeTime?: string | null
  waitingTime?: string | null
  efficiency?: number | null
  handoffs: { total: number; mean?: number | null; items: number; max: number }
  pingPong: { items: number; occurrences: number; share?: number | null }
  rework?: { events: number; items: number } | null
  sla?: { measured: number; met: number; share?: number | null } | null
  asOf?: string | null
}

export interface HandoffPair {
  from: string
  to: string
  count: number
  meanWait?: string | null
  meanWaitHours?: number | null
  p85Wait?: string | null
  p85WaitHours?: number | null
}

export interface Handoffs extends Page<HandoffPair> {
  stream: string
  level: Level
  total: number
  pairs: number
}

export interface WorkItemSummary {
  id: string
  type?: string | null
  firstAt: string
  lastAt: string
  done: boolean
  events: number
  handoffs: number
  pingPong: number
  flowTimeHours?: number | null
  team?: string | null
  department?: string | null
  slaMet?: boolean | null
}

export interface Stay {
  level: Level
  carrier: string
  from: string
  to: string
  events: number
}

export interface WorkItemEvent {
  occurredAt: string
  activity?: string | null
  state?: string | null
  department?: string | null
  team?: string | null
  actor?: string | null
  eventId?: string | null
  attributes?: Record<string, unknown> | null
}

export interface WorkItem {
  id: string
  stream: string
  type?: string | null
  slaMet?: boolean | null
  done: boolean
  firstAt: string
  lastAt: string
  flowTime?: string | null
  now?: { team?: string | null; department?: string | null; since?: string | null } | null
  handoffs: { team: number; department: number }
  pingPong: { team: number; department: number }
  events: WorkItemEvent[]
  stays: Stay[]
}

export interface ImportResult {
  import: string
  source: string
  events: number
  accepted: number
  duplicate: number
  rejected: number
  workItems: number
  rejections?: { line: number; field?: string | null; reason: string }[] | null
  startedAt: string
  finishedAt?: string | null
}

export interface Measure {
  code: string
  name: string
  unit: string
  better: 'lower' | 'higher'
  value?: number | null
  asOf?: string | null
}

// --- okr
export type TypedLink = OkrView<'ObjectiveLink'>
export type Cycle = OkrView<'Cycle'>
export type Owner = OkrView<'Owner'>
export type CheckIn = OkrView<'CheckIn'>
export type KeyResult = OkrView<'KeyResult'>
export type Objective = Omit<OkrView<'Objective'>, 'zone'> & { zone: OkrView<'Zone'> | null }
export type AuditEntry = Pick<OkrView<'AuditEntry'>, 'at' | 'actor'>

// --- governance
export type Escalation = GovernanceView<'Escalation'>
export type Vote = GovernanceView<'Vote'>
export type Effect = GovernanceView<'Effect'>
export type Decision = GovernanceView<'Decision'>

/** Both services say what waits in the same words. */
export type Waiting = Omit<GovernanceView<'WaitingItem'>, 'kind'> & {
  kind: GovernanceView<'WaitingItem'>['kind'] | 'accept-objective' | 'check-in'
}
