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
export type Stage = CatalogView<'Stage'>
export type ValueStream = CatalogView<'ValueStream'>
export type HandoffPair = CatalogView<'HandoffPair'>
export type WorkItemSummary = CatalogView<'WorkItem'>
export type WorkItemEvent = CatalogView<'JourneyEvent'>
export type ImportResult = CatalogView<'ImportResult'>
export type Measure = CatalogView<'Measure'>

/** Written in small letters on the wire. */
export type Level = 'team' | 'department' | 'stage'
export type Flow = Omit<CatalogView<'Flow'>, 'level'> & { level: Level }
export type Handoffs = Omit<CatalogView<'HandoffMatrix'>, 'level'> & { level: Level }
export type Stay = Omit<CatalogView<'Stay'>, 'level'> & { level: Level }
export type WorkItem = Omit<CatalogView<'Journey'>, 'stays'> & { stays: Stay[] }
export type CarrierFigures = CatalogView<'CarrierFigures'>
export type PairTogether = CatalogView<'PairTogether'>
export type WorkingTogether = CatalogView<'WorkingTogether'>
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

// --- governance
export type Escalation = GovernanceView<'Escalation'>
export type Vote = GovernanceView<'Vote'>
export type Effect = GovernanceView<'Effect'>
export type Decision = GovernanceView<'Decision'>

/** Both services say what waits in the same words. */
export type Waiting = Omit<GovernanceView<'WaitingItem'>, 'kind'> & {
  kind: GovernanceView<'WaitingItem'>['kind'] | 'accept-objective' | 'check-in'
}
