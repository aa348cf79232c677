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
export interface TypedLink {
  link: string
  verified: boolean
}

export interface Cycle {
  code: string
  name: string
  start: string
  end: string
  version: number
}

export interface Owner {
  department: string
  accepted: boolean
  acceptedAt?: string | null
  acceptedBy?: string | null
  commitment?: string | null
  contribution?: string | null
  whatIsInItForUs?: string | null
  riskShare?: number | null
  rewardShare?: number | null
}

export interface CheckIn {
  value?: number | null
  confidence?: number | null
  comment?: string | null
  at: string
  by?: string | null
  source?: 'person' | 'measure' | null
}

export interface KeyResult {
  ref: string
  objective: string
  title: string
  baseline?: number | null
  target: number
  stretch?: number | null
  unit?: string | null
  weight: number
  direction?: 'up' | 'down' | null
  binding?: { measure: string } | null
  latest?: CheckIn | null
  progress?: number | null
  version: number
}

export interface Objective {
  ref: string
  cycle: string
  title: string
  why?: string | null
  kind: 'committed' | 'aspirational'
  joint: boolean
  state: 'draft' | 'agreed' | 'closed'
  owners: Owner[]
  links: TypedLink[]
  keyResults: KeyResult[]
  score?: number | null
  zone?: 'red' | 'yellow' | 'green' | null
  createdBy?: string | null
  version: number
  createdAt?: string | null
  updatedAt?: string | null
}

// --- governance
export interface Escalation {
  ref: string
  title: string
  concern?: string | null
  kind: 'functional' | 'hierarchic'
  raisedBy: { department: string; name?: string | null }
  departments: string[]
  about: TypedLink[]
  state: 'peers' | 'climbed' | 'resolved'
  level: 'peers' | 'heads' | 'board' | 'sponsor'
  clock: {
    startedAt: string
    dueAt: string
    workingTime?: string | null
    warnedAt?: string | null
    climbedAt?: string | null
  }
  acknowledgements: { department: string; by?: string | null; at: string }[]
  proposal?: {
    text: string
    by?: string | null
    department: string
    at: string
    agreed: string[]
  } | null
  resolution?: {
    kind: 'solved-together' | 'decided-above'
    text?: string | null
    at: string
    by?: string | null
  } | null
  decisions: string[]
  objectives: string[]
  version: number
  createdAt?: string | null
  updatedAt?: string | null
}

export interface Vote {
  department: string
  option?: string | null
  position: 'agree' | 'object' | 'abstain'
  reason?: string | null
  by?: string | null
  at: string
}

export interface Effect {
  objective: string
  keyResult: string
  title: string
  unit?: string | null
  atDecision?: number | null
  latest?: number | null
  change?: number | null
  measuredAt?: string | null
  direction?: 'up' | 'down' | null
  better?: boolean | null
}

export interface Decision {
  ref: string
  question: string
  whyNow?: string | null
  options: { code: string; title: string; description?: string | null }[]
  departments: string[]
  driver: { department: string; name?: string | null }
  method: 'consent' | 'majority'
  threshold?: number | null
  quorum?: number | null
  closesAt?: string | null
  state: 'open' | 'decided' | 'not-decided'
  votes: Vote[]
  outcome?: {
    option?: string | null
    text?: string | null
    at: string
    by?: string | null
    validity?: string | null
  } | null
  links: TypedLink[]
  escalation?: string | null
  objectives: string[]
  effects?: Effect[] | null
  reviewOn?: string | null
  version: number
  createdAt?: string | null
  updatedAt?: string | null
}

export interface Waiting {
  kind:
    | 'accept-objective'
    | 'check-in'
    | 'acknowledge-escalation'
    | 'agree-resolution'
    | 'vote'
    | 'decide-outcome'
    | 'resolve-escalation'
  subject: string
  title: string
  department?: string | null
  since?: string | null
  due?: string | null
}

export interface AuditEntry {
  at: string
  actor?: string
  action?: string
}
