import type { components as Catalog } from './generated/catalog'
import type { components as Governance } from './generated/governance'
import type { components as Okr } from './generated/okr'
import type { components as Reports } from './generated/reports'

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

type CatalogView<Name extends keyof Catalog['schemas']> = Given<Catalog['schemas'][Name]>

export type Session = Given<Reports['schemas']['Session']>

export interface Page<T> {
  items: T[]
  next?: string | null
}

// --- catalog
export type Department = CatalogView<'Department'>
export type Service = CatalogView<'Service'>
/** What is sent may leave the key out; what is seen always has one. */
type Keyed<T> = Omit<T, 'key'> & { key: string }
/** The same goes for how work is handed into a stage. */
type Marked<T> = Omit<Keyed<T>, 'handoff'> & { handoff: 'manual' | 'automated' }
export type Stage = Marked<CatalogView<'Stage'>>
export type FutureStage = Marked<CatalogView<'FutureStage'>>
export type StreamSums = CatalogView<'StreamMap'>
export type Improvement = CatalogView<'GapImprovement'>
export type ValueStream = Omit<
  CatalogView<'ValueStream'>,
  'stages' | 'futureStages' | 'futureDerived' | 'improvements'
> & {
  stages: Stage[]
  futureStages: FutureStage[]
  futureDerived: StreamSums | null
  improvements: { [stage: string]: Improvement }
}
export type GapSide = CatalogView<'GapSide'>
export type Gap = Omit<CatalogView<'Gap'>, 'current' | 'future' | 'improvement'> & {
  current: GapSide | null
  future: GapSide | null
  improvement: Improvement | null
}
export type Gaps = Omit<CatalogView<'Gaps'>, 'items' | 'future' | 'difference'> & {
  items: Gap[]
  future: StreamSums | null
  difference: CatalogView<'GapTotals'> | null
}
export type Confirmation = CatalogView<'Confirmation'>
export type Meeting = CatalogView<'Meeting'>
export type Occurrence = Omit<CatalogView<'Occurrence'>, 'attendance'> & {
  attendance: CatalogView<'Attendance'> | null
}
export type PainPoint = Omit<CatalogView<'PainPoint'>, 'acknowledgement' | 'answer' | 'improvement'> & {
  acknowledgement: CatalogView<'PainPointAcknowledgement'> | null
  answer: CatalogView<'PainPointAnswer'> | null
  improvement: CatalogView<'PainPointImprovement'> | null
}
export type PainPointFigures = CatalogView<'PainPointFigures'>
export type JourneyStep = Keyed<CatalogView<'JourneyStep'>>
export type JourneyMap = Omit<CatalogView<'JourneyMap'>, 'steps'> & { steps: JourneyStep[] }
export type HandoffPair = CatalogView<'HandoffPair'>
export type Signal = CatalogView<'Signal'>
export type WorkItemSummary = CatalogView<'WorkItem'>
export type WorkItemEvent = CatalogView<'JourneyEvent'>
export type ImportResult = CatalogView<'ImportResult'>
export type Measure = CatalogView<'Measure'>
/** Nothing said stays unsaid: no field of it is needed. */
export type FieldMapping = Partial<Catalog['schemas']['FieldMapping']>
export type EventFormat = Catalog['schemas']['EventFormat']
export type EventSource = Omit<CatalogView<'EventSource'>, 'mapping' | 'format'> & {
  format: EventFormat | null
  mapping: FieldMapping | null
}
export type SourceDescription = Catalog['schemas']['SourceDescription']
export type EventPreview = Omit<CatalogView<'EventPreview'>, 'mapping' | 'suggested'> & {
  mapping: FieldMapping | null
  suggested: FieldMapping | null
}

/** Written in small letters on the wire. */
export type Level = 'team' | 'department' | 'stage'
export type Flow = Omit<CatalogView<'Flow'>, 'level'> & { level: Level }
export type Handoffs = Omit<CatalogView<'HandoffMatrix'>, 'level'> & { level: Level }
export type Stay = Omit<CatalogView<'Stay'>, 'level'> & { level: Level }
export type WorkItem = Omit<CatalogView<'Journey'>, 'stays'> & { stays: Stay[] }
export type CarrierFigures = CatalogView<'CarrierFigures'>
export type PairTogether = CatalogView<'PairTogether'>
export type WorkingTogether = CatalogView<'WorkingTogether'>
export type AutomationCandidates = CatalogView<'AutomationCandidates'>
export type AutomationCandidate = CatalogView<'AutomationCandidate'>
export type EnablementPart = CatalogView<'EnablementPart'>
export type Enablement = CatalogView<'Enablement'>
export type Distribution = CatalogView<'Distribution'>
export type TypeFigures = CatalogView<'TypeFigures'>
export type TrendPoint = CatalogView<'TrendPoint'>
export type Trend = Omit<CatalogView<'Trend'>, 'baseline'> & { baseline: TrendPoint | null }
export type FlowRule = CatalogView<'FlowRule'>
export type FlowSettings = Omit<CatalogView<'FlowSettings'>, 'baseline'> & {
  baseline: CatalogView<'Baseline'> | null
}
export type RulesPreview = CatalogView<'FlowRulesPreview'>

// --- okr
export type TypedLink = OkrView<'ObjectiveLink'>
export type Cycle = OkrView<'Cycle'>
export type Owner = OkrView<'Owner'>
export type CheckIn = OkrView<'CheckIn'>
export type KeyResult = OkrView<'KeyResult'>
export type Objective = Omit<OkrView<'Objective'>, 'zone'> & { zone: OkrView<'Zone'> | null }
export type AuditEntry = Pick<OkrView<'AuditEntry'>, 'at' | 'actor'>
/** An entry of a service's trail; all services write the same form. What it was about is whatever the record looked like. */
export type TrailEntry = Omit<OkrView<'AuditEntry'>, 'before' | 'after' | 'onBehalfOf'> & {
  onBehalfOf: string | null
  before: unknown
  after: unknown
}
export type AuditVerification = Omit<OkrView<'AuditVerification'>, 'firstBroken'> & { firstBroken: number | null }

// --- governance
export type Escalation = GovernanceView<'Escalation'>
export type Vote = GovernanceView<'Vote'>
export type Effect = GovernanceView<'Effect'>
export type Decision = GovernanceView<'Decision'>

/** All services say what waits in the same words. */
export type Waiting = Omit<GovernanceView<'WaitingItem'>, 'kind'> & {
  kind: GovernanceView<'WaitingItem'>['kind']
    | 'accept-objective'
    | 'check-in'
    | 'confirm-stream'
    | 'acknowledge-pain-point'
    | 'answer-pain-point'
}
