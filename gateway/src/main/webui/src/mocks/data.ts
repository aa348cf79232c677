import type {
  Cycle,
  Decision,
  Department,
  Escalation,
  HandoffPair,
  ImportResult,
  Objective,
  Service,
  Session,
  ValueStream,
  WorkItem,
} from '../api/types'

/** A small organisation for development and tests. Nothing of it is real. */
const now = Date.now()
const hour = 3_600_000
export const ago = (hours: number) => new Date(now - hours * hour).toISOString()
const ahead = (hours: number) => new Date(now + hours * hour).toISOString()
const today = new Date(now)

export const sessions: Record<string, Session> = {
  'head-it': { username: 'head-it', name: 'Ines Torvald', headOf: ['it'], memberOf: ['it'], roles: ['head', 'member'], language: '' },
  'head-hr': { username: 'head-hr', name: 'Hannah Reuter', headOf: ['hr'], memberOf: ['hr'], roles: ['head', 'member'], language: '' },
  sponsor: { username: 'sponsor', name: 'Samir Okafor', headOf: [], memberOf: [], roles: ['executive-sponsor'], language: '' },
  'head-legal': { username: 'head-legal', name: 'Lea Moreau', headOf: ['legal'], memberOf: ['legal'], roles: ['head', 'member'], language: '' },
}

const department = (code: string, name: string, purpose: string, expertise: string): Department => ({
  code,
  name,
  purpose,
  expertise,
  parent: null,
  timeZone: 'Europe/Paris',
  version: 1,
  createdAt: ago(900),
  updatedAt: ago(900),
})

export const departments: Department[] = [
  department('it', 'Information technology', 'Keeps the tools that everybody works with ready and safe.', 'Running what must not stop'),
  department('hr', 'Human resources', 'Finds, welcomes and develops the people we work with.', 'People and their first hundred days'),
  department('facilities', 'Facilities', 'Gives everyone a good place to work in.', 'Workplaces, buildings and moves'),
  department('finance', 'Finance', 'Keeps us solvent and tells us the truth in numbers.', 'Cost and investment'),
  department('procurement', 'Procurement', 'Buys what we need, fairly and in time.', 'Suppliers and contracts'),
  department('legal', 'Legal', 'Lets us act with a clear conscience.', 'Contracts and data protection'),
  department('sales', 'Sales', 'Wins customers and keeps the promise honest.', 'Knowing what customers want'),
  department('operations', 'Operations', 'Brings what was promised about, every day.', 'Planning and dispatch'),
  department('logistics', 'Logistics', 'Moves goods to where they are needed.', 'Routes and warehouses'),
  department('plant-north', 'Plant North', 'Builds the northern product line.', 'Assembly'),
  department('plant-south', 'Plant South', 'Builds the southern product line.', 'Coating'),
  department('customer-care', 'Customer care', 'Listens to customers and solves what hurts.', 'First-contact resolution'),
]

export const services: Service[] = [
  {
    code: 'first-day',
    name: 'Ready on the first day',
    what: 'A workplace, an account and a contract, ready when somebody starts.',
    why: 'People who can work on their first day stay longer.',
    businessOutcome: 'New colleagues are productive in their first week.',
    lifecycle: 'live',
    owners: [
      { department: 'hr', contribution: 'Contract, welcome and the date that everyone plans by' },
      { department: 'it', contribution: 'Account, laptop and access' },
      { department: 'facilities', contribution: 'Desk, badge and keys' },
    ],
    consumers: ['sales', 'operations', 'plant-north'],
    accountable: 'Claire Dumont, head of people',
    version: 2,
    createdAt: ago(800),
    updatedAt: ago(300),
  },
  {
    code: 'working-again',
    name: 'Working again',
    what: 'Whoever cannot work because a tool fails can work again.',
    why: 'Every hour of standstill is felt by a customer.',
    businessOutcome: 'Interruptions cost us less than an hour a person and month.',
    lifecycle: 'live',
    owners: [
      { department: 'it', contribution: 'Diagnosis and repair' },
      { department: 'customer-care', contribution: 'The voice of those who wait' },
    ],
    consumers: ['sales', 'logistics', 'plant-south'],
    accountable: null,
    version: 1,
    createdAt: ago(700),
    updatedAt: ago(700),
  },
  {
    code: 'moving-house',
    name: 'Moving a team',
    what: 'A whole team moves to another place and loses no day.',
    why: 'Moves are when good habits break.',
    businessOutcome: 'Teams that move keep their promises to customers.',
    lifecycle: 'designed',
    owners: [{ department: 'facilities', contribution: 'The plan' }],
    consumers: [],
    accountable: null,
    version: 1,
    createdAt: ago(100),
    updatedAt: ago(100),
  },
]

export const streams: ValueStream[] = [
  {
    code: 'joining-us',
    name: 'Joining us',
    purpose: 'From the signed contract to the first week in which somebody can do the work they came for.',
    outcome: 'Everyone who starts with us can do their work within their first week.',
    theme: 'The best place to begin',
    customers: 'New colleagues and the teams that wait for them',
    owners: ['hr', 'it', 'facilities'],
    services: ['first-day'],
    stages: [
      { name: 'Contract signed', department: 'hr', processTime: 'PT2H', leadTime: 'P3D', completeAndAccurate: 0.9 },
      { name: 'Access granted', department: 'it', processTime: 'PT1H', leadTime: 'P6D', completeAndAccurate: 0.72 },
      { name: 'Workplace ready', department: 'facilities', processTime: 'PT3H', leadTime: 'P5D', completeAndAccurate: 0.85 },
      { name: 'Equipment bought', department: 'procurement', processTime: 'PT1H30M', leadTime: 'P12D', completeAndAccurate: 0.8 },
      { name: 'First week', department: 'hr', processTime: 'PT8H', leadTime: 'P5D', completeAndAccurate: 0.95 },
    ],
    states: { 'in progress': 'active', waiting: 'waiting', closed: 'done' },
    derived: { processTime: 'PT15H30M', leadTime: 'P31D', activityRatio: 0.0208, rolledCompleteAndAccurate: 0.42 },
    version: 3,
    createdAt: ago(800),
    updatedAt: ago(200),
  },
  {
    code: 'it-incidents',
    name: 'Back to work',
    purpose: 'From the first call to the moment when somebody can really work again.',
    outcome: 'Whoever is interrupted works again the same day.',
    theme: 'Reliable every day',
    customers: 'Everybody who works here, and the customers behind them',
    owners: ['it', 'customer-care'],
    services: ['working-again'],
    stages: [
      { name: 'Call taken', department: 'customer-care', processTime: 'PT10M', leadTime: 'PT4H', completeAndAccurate: 0.7 },
      { name: 'Cause found', department: 'it', processTime: 'PT1H', leadTime: 'P4D', completeAndAccurate: 0.8 },
      { name: 'Part supplied', department: 'logistics', processTime: 'PT30M', leadTime: 'P6D', completeAndAccurate: 0.9 },
      { name: 'Working again', department: 'it', processTime: 'PT40M', leadTime: 'P2D', completeAndAccurate: 0.88 },
    ],
    states: {},
    derived: { processTime: 'PT2H20M', leadTime: 'P12DT4H', activityRatio: 0.008, rolledCompleteAndAccurate: 0.44 },
    version: 1,
    createdAt: ago(600),
    updatedAt: ago(600),
  },
  {
    code: 'moving-teams',
    name: 'Moving teams',
    purpose: 'From the decision to move to the first normal day in the new place.',
    outcome: 'A team that moves loses no working day.',
    theme: null,
    customers: null,
    owners: ['facilities'],
    services: [],
    stages: [],
    states: {},
    derived: { processTime: 'PT0S', leadTime: 'PT0S', activityRatio: null, rolledCompleteAndAccurate: null },
    version: 1,
    createdAt: ago(50),
    updatedAt: ago(50),
  },
]

// A small generator with a seed: the same organisation on every run.
let seed = 20_261_121
export function random() {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

export const pairs: HandoffPair[] = []
const groups = Array.from({ length: 64 }, (_, index) => `Group ${index + 5}`)
for (const [index, from] of groups.entries()) {
  for (const [other, to] of groups.entries()) {
    if (from === to) continue
    const near = 1 / (1 + index) / (1 + other)
    const count = Math.floor(random() * random() * 1100 * near * 3)
    if (count === 0) continue
    const meanWaitHours = 1 + random() * random() * 160
    pairs.push({
      from,
      to,
      count,
      meanWait: `PT${Math.round(meanWaitHours * 60)}M`,
      meanWaitHours,
      p85Wait: `PT${Math.round(meanWaitHours * 150)}M`,
      p85WaitHours: meanWaitHours * 2.5,
    })
  }
}
pairs.sort((one, other) => other.count - one.count)

export const departmentPairs: HandoffPair[] = [
  { from: 'customer-care', to: 'it', count: 4210, meanWait: 'PT9H', meanWaitHours: 9, p85Wait: 'PT22H', p85WaitHours: 22 },
  { from: 'it', to: 'customer-care', count: 1904, meanWait: 'PT31H', meanWaitHours: 31, p85Wait: 'PT80H', p85WaitHours: 80 },
  { from: 'it', to: 'logistics', count: 611, meanWait: 'PT52H', meanWaitHours: 52, p85Wait: 'PT120H', p85WaitHours: 120 },
  { from: 'logistics', to: 'it', count: 580, meanWait: 'PT18H', meanWaitHours: 18, p85Wait: 'PT40H', p85WaitHours: 40 },
]

const start = now - 20 * 24 * hour
const at = (hours: number) => new Date(start + hours * hour).toISOString()
const stays = [
  ['Service desk', 0, 3, 3, 'customer-care'],
  ['Network', 26, 31, 2, 'it'],
  ['Service desk', 33, 34, 1, 'customer-care'],
  ['Network', 74, 80, 2, 'it'],
  ['Spare parts', 200, 212, 2, 'logistics'],
  ['Field support', 260, 290, 4, 'it'],
  ['Service desk', 301, 310, 2, 'customer-care'],
] as const

export const workItem: WorkItem = {
  id: 'INC0001042',
  stream: 'it-incidents',
  type: 'Network outage',
  slaMet: true,
  done: true,
  firstAt: at(0),
  lastAt: at(310),
  flowTime: 'PT310H',
  now: null,
  handoffs: { team: 6, department: 6 },
  pingPong: { team: 2, department: 2 },
  events: stays.flatMap(([team, from, to, events, code]) =>
    Array.from({ length: events }, (_, index) => ({
      occurredAt: at(from + ((to - from) * index) / Math.max(1, events - 1)),
      activity: index === 0 ? 'Assigned' : 'Updated',
      state: 'Active',
      department: code,
      team,
      actor: `Person ${Math.floor(from) % 17}`,
      eventId: null,
      attributes: {},
    })),
  ),
  stays: stays.flatMap(([team, from, to, events, code]) => [
    { level: 'team' as const, carrier: team, from: at(from), to: at(to), events },
    { level: 'department' as const, carrier: code, from: at(from), to: at(to), events },
  ]),
}

export const workItems = Array.from({ length: 60 }, (_, index) => ({
  id: index === 0 ? workItem.id : `INC000${1042 + index * 13}`,
  type: ['Network outage', 'Access', 'Printer', 'Mail'][index % 4]!,
  firstAt: ago(700 - index),
  lastAt: ago(390 - index),
  done: index % 5 !== 1,
  events: 16 - (index % 9),
  handoffs: Math.max(0, 25 - index),
  pingPong: Math.max(0, 9 - (index % 12)),
  flowTimeHours: 310 + index * 7,
  team: groups[index % 11]!,
  department: null,
  slaMet: index % 3 === 0 ? null : index % 3 === 1,
}))

export const imports: ImportResult[] = [
  {
    import: 'IMP-3',
    source: 'desk-export',
    events: 141_712,
    accepted: 141_709,
    duplicate: 0,
    rejected: 3,
    workItems: 24_918,
    importedBy: 'integrator',
    rejections: [{ line: 17, field: 'occurredAt', reason: 'is not a time of the form d/M/uuuu HH:mm' }],
    startedAt: ago(50),
    finishedAt: ago(49.9),
  },
]

const quarter = Math.floor(today.getMonth() / 3)
const day = (month: number, date: number) =>
  new Date(Date.UTC(today.getFullYear(), month, date)).toISOString().slice(0, 10)

export const cycles: Cycle[] = [
  {
    code: `${today.getFullYear()}-q${quarter + 1}`,
    name: `Quarter ${quarter + 1}, ${today.getFullYear()}`,
    start: day(quarter * 3, 1),
    end: day(quarter * 3 + 3, 0),
    version: 1,
    createdAt: ago(900),
    updatedAt: ago(900),
  },
]

export const objectives: Objective[] = [
  {
    ref: 'OBJ-1',
    cycle: cycles[0]!.code,
    title: 'New colleagues can work from their first hour',
    why: 'A first day spent waiting tells people that we did not. Three departments each do their part well; nobody owned the whole.',
    kind: 'committed',
    joint: true,
    state: 'agreed',
    completeness: { sharedGoal: true, sharedAccountability: true, sharedValue: true },
    owners: [
      {
        department: 'hr', verified: true, accepted: true, acceptedAt: ago(400), acceptedBy: 'Hannah Reuter',
        commitment: 'The start date stands ten working days ahead and does not move.',
        contribution: 'One person who follows each newcomer through all departments.',
        whatIsInItForUs: 'Fewer people who leave within the first half year.',
        riskShare: 40, rewardShare: 40,
      },
      {
        department: 'it', verified: true, accepted: true, acceptedAt: ago(390), acceptedBy: 'Ines Torvald',
        commitment: 'Every laptop stands ready the evening before.',
        contribution: 'Two people of the desk, and the imaging line.',
        whatIsInItForUs: 'No more emergency orders on Monday mornings.',
        riskShare: 35, rewardShare: 30,
      },
      {
        department: 'facilities', verified: true, accepted: true, acceptedAt: ago(380), acceptedBy: 'Farid Lindqvist',
        commitment: 'Desk, badge and key on the first morning.',
        contribution: 'A small stock of furniture.',
        whatIsInItForUs: 'Moves that can be planned.',
        riskShare: 25, rewardShare: 30,
      },
    ],
    links: [{ link: 'value-stream:joining-us', verified: true, missing: false }, { link: 'decision:DEC-1', verified: true, missing: false }],
    keyResults: [
      {
        ref: 'KR-1', objective: 'OBJ-1', title: 'Share of newcomers who can work on day one', kind: 'metric',
        baseline: 48, target: 90, stretch: 97, unit: '%', weight: 2, direction: 'up', binding: null,
        latest: { value: 71, confidence: 7, comment: 'The stock of laptops carries us through the autumn. Badges are still late in the south.', at: ago(60), by: 'Hannah Reuter', source: 'person' },
        progress: 0.548, version: 4, createdAt: ago(420), updatedAt: ago(60),
      },
      {
        ref: 'KR-2', objective: 'OBJ-1', title: 'Requests that bounce between departments become rare', kind: 'metric',
        baseline: 0.142, target: 0.05, stretch: null, unit: 'ratio', weight: 1, direction: 'down',
        binding: { measure: 'value-stream:joining-us/ping-pong-share' },
        latest: { value: 0.0889, confidence: null, comment: null, at: ago(20), by: 'value-stream:joining-us/ping-pong-share', source: 'measure' },
        progress: 0.577, version: 6, createdAt: ago(400), updatedAt: ago(20),
      },
    ],
    score: 0.56,
    zone: 'yellow',
    createdBy: 'head-hr',
    version: 9,
    createdAt: ago(450),
    updatedAt: ago(20),
  },
  {
    ref: 'OBJ-2',
    cycle: cycles[0]!.code,
    title: 'An interruption is over the same day',
    why: 'People do not wait for a ticket; they wait to work again.',
    kind: 'aspirational',
    joint: true,
    state: 'draft',
    completeness: { sharedGoal: false, sharedAccountability: false, sharedValue: false },
    owners: [
      {
        department: 'customer-care', verified: true, accepted: true, acceptedAt: ago(30), acceptedBy: 'Carlos Nwosu',
        commitment: 'Every call is understood before it is passed on.', contribution: 'One experienced person a shift.',
        whatIsInItForUs: 'Fewer callers who ring twice.', riskShare: 50, rewardShare: 50,
      },
      { department: 'it', verified: true, accepted: false, acceptedAt: null, acceptedBy: null, commitment: null, contribution: null, whatIsInItForUs: null, riskShare: null, rewardShare: null },
    ],
    links: [{ link: 'value-stream:it-incidents', verified: false, missing: false }],
    keyResults: [],
    score: null,
    zone: null,
    createdBy: 'head-customer-care',
    version: 2,
    createdAt: ago(40),
    updatedAt: ago(30),
  },
]

export const checkIns = [48, 52, 50, 57, 63, 66, 71].map((value, index) => ({
  value,
  confidence: [4, 5, 4, 6, 6, 7, 7][index]!,
  comment: index === 2 ? 'Two weeks without a single monitor in stock.' : null,
  at: ago(60 + (6 - index) * 24 * 6),
  by: index % 2 ? 'Ines Torvald' : 'Hannah Reuter',
  source: 'person' as const,
}))

export const escalations: Escalation[] = [
  {
    ref: 'ESC-1',
    title: 'Handoff from Group 5 to Group 6',
    concern: 'Calls go from Group 5 to Group 6 over a thousand times and wait most of a day before somebody takes them up. Customers ring again meanwhile, and both teams do the same work twice.',
    kind: 'functional',
    raisedBy: { department: 'customer-care', name: 'Carlos Nwosu' },
    departments: ['customer-care', 'it'],
    about: [{ link: 'value-stream:it-incidents', verified: true, missing: false }],
    state: 'peers',
    level: 'peers',
    clock: { startedAt: ago(20), dueAt: ahead(9), workingTime: 'PT16H', warnedAt: null, climbedAt: null },
    acknowledgements: [],
    proposal: {
      text: 'From Monday both teams meet at nine for a quarter of an hour and take up together whatever has been passed on twice. Group 6 gets the right to close what Group 5 can solve at once.',
      by: 'Carlos Nwosu', department: 'customer-care', at: ago(5), agreed: ['customer-care'],
    },
    resolution: null,
    handBack: null,
    decisions: [],
    objectives: [],
    version: 3,
    createdAt: ago(20),
    updatedAt: ago(5),
  },
  {
    ref: 'ESC-2',
    title: 'Nobody may approve a laptop above the standard price',
    concern: 'Engineers wait three weeks because neither side may decide.',
    kind: 'hierarchic',
    raisedBy: { department: 'hr', name: 'Hannah Reuter' },
    departments: ['hr', 'procurement', 'finance'],
    about: [{ link: 'value-stream:joining-us', verified: true, missing: false }],
    state: 'climbed',
    level: 'sponsor',
    clock: { startedAt: ago(200), dueAt: ago(30), workingTime: 'PT16H', warnedAt: ago(70), climbedAt: ago(30) },
    acknowledgements: [{ department: 'procurement', by: 'Pia Castellano', at: ago(190) }],
    proposal: null,
    resolution: null,
    handBack: null,
    decisions: [],
    objectives: [],
    version: 5,
    createdAt: ago(200),
    updatedAt: ago(30),
  },
  {
    ref: 'ESC-3',
    title: 'Start dates change on the last day',
    concern: 'Whoever prepares the workplace learns of it too late.',
    kind: 'functional',
    raisedBy: { department: 'facilities', name: 'Farid Lindqvist' },
    departments: ['facilities', 'hr'],
    about: [{ link: 'value-stream:joining-us', verified: true, missing: false }],
    state: 'resolved',
    level: 'peers',
    clock: { startedAt: ago(700), dueAt: ago(640), workingTime: 'PT16H', warnedAt: null, climbedAt: null },
    acknowledgements: [{ department: 'hr', by: 'Hannah Reuter', at: ago(690) }],
    proposal: null,
    resolution: { kind: 'solved-together', text: 'The date stands ten working days ahead. Whoever moves it pays for the second preparation.', at: ago(645), by: 'Hannah Reuter' },
    handBack: null,
    decisions: ['DEC-1'],
    objectives: ['OBJ-1'],
    version: 7,
    createdAt: ago(700),
    updatedAt: ago(645),
  },
]

export const decisions: Decision[] = [
  {
    ref: 'DEC-1',
    question: 'How do we make sure that nobody waits on their first day?',
    whyNow: 'Half of all newcomers could not work on day one last quarter.',
    options: [
      { code: 'A', title: 'A stock of ready laptops, desks and badges', description: 'Costs a little space and money, takes the lead time out.' },
      { code: 'B', title: 'Start dates only on the first of the month', description: 'Plannable, but slower for those who hire.' },
    ],
    departments: ['hr', 'it', 'facilities'],
    driver: { department: 'hr', name: 'Hannah Reuter' },
    method: 'consent',
    threshold: null,
    quorum: 1,
    closesAt: ago(500),
    state: 'decided',
    votes: [
      { department: 'hr', option: 'A', position: 'agree', reason: 'It keeps the freedom to start on any Monday.', by: 'Hannah Reuter', at: ago(560) },
      { department: 'it', option: 'A', position: 'agree', reason: 'Safe enough to try for a quarter.', by: 'Ines Torvald', at: ago(550) },
      { department: 'facilities', option: 'A', position: 'abstain', reason: 'We can live with both.', by: 'Farid Lindqvist', at: ago(540) },
    ],
    outcome: { option: 'A', text: 'We keep ten complete first-day sets in stock and look at it after a quarter.', at: ago(520), by: 'Hannah Reuter', validity: 'valid' },
    links: [],
    escalation: 'ESC-3',
    objectives: ['OBJ-1'],
    effects: [
      { objective: 'OBJ-1', keyResult: 'KR-2', title: 'Requests that bounce between departments become rare', unit: 'ratio', atDecision: 0.142, latest: 0.0889, change: -0.0531, measuredAt: ago(20), direction: 'down', better: true },
    ],
    reviewOn: day(today.getMonth() + 2, 15),
    version: 8,
    createdAt: ago(600),
    updatedAt: ago(20),
  },
  {
    ref: 'DEC-2',
    question: 'Who may close a call that two teams have touched?',
    whyNow: 'Every fourth call is closed by one and reopened by the other.',
    options: [
      { code: 'A', title: 'Whoever has it last', description: null },
      { code: 'B', title: 'Only the team that took it first', description: 'It asks the caller before it closes.' },
    ],
    departments: ['customer-care', 'it', 'logistics'],
    driver: { department: 'it', name: 'Ines Torvald' },
    method: 'majority',
    threshold: 0.5,
    quorum: 1,
    closesAt: ahead(70),
    state: 'open',
    votes: [
      { department: 'customer-care', option: 'B', position: 'agree', reason: 'The caller knows us.', by: 'Carlos Nwosu', at: ago(4) },
      { department: 'logistics', option: 'B', position: 'object', reason: 'Parts that were delivered stay open on paper for days.', by: 'Lin Abara', at: ago(2) },
    ],
    outcome: null,
    links: [],
    escalation: null,
    objectives: [],
    effects: [],
    reviewOn: null,
    version: 3,
    createdAt: ago(30),
    updatedAt: ago(2),
  },
]
