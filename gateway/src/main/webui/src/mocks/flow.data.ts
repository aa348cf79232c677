import type { HandoffPair, ImportResult, WorkItem } from '../api/types'
import { ago, hour, today } from './time'

// A small generator with a seed: the same organisation on every run.
let seed = 20_261_121
function random() {
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
    const returns = Math.floor(random() * random() * count)
    pairs.push({
      from,
      to,
      count,
      share: 0,
      totalWaitHours: count * meanWaitHours,
      returns,
      returnShare: returns / count,
      meanWait: `PT${Math.round(meanWaitHours * 60)}M`,
      meanWaitHours,
      p85Wait: `PT${Math.round(meanWaitHours * 150)}M`,
      p85WaitHours: meanWaitHours * 2.5,
    })
  }
}
pairs.sort((one, other) => other.count - one.count)

const handed = (from: string, to: string, count: number, meanWaitHours: number, returns: number): HandoffPair => ({
  from,
  to,
  count,
  share: count / 7305,
  meanWait: `PT${meanWaitHours}H`,
  meanWaitHours,
  p85Wait: `PT${meanWaitHours * 2.5}H`,
  p85WaitHours: meanWaitHours * 2.5,
  totalWaitHours: count * meanWaitHours,
  returns,
  returnShare: returns / count,
})

export const departmentPairs: HandoffPair[] = [
  handed('customer-care', 'it', 4210, 9, 640),
  handed('it', 'customer-care', 1904, 31, 1102),
  handed('it', 'logistics', 611, 52, 44),
  handed('logistics', 'it', 580, 18, 410),
]

export const stagePairs: HandoffPair[] = [
  handed('Call taken', 'Cause found', 3900, 7, 210),
  handed('Cause found', 'Working again', 2800, 20, 340),
  handed('Cause found', 'Part supplied', 605, 55, 12),
  handed('Part supplied', 'Working again', 590, 16, 90),
  handed('Cause found', 'Call taken', 410, 28, 405),
]

const start = today.getTime() - 20 * 24 * hour
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
  age: null,
  now: { team: 'Service desk', teamSince: at(301), department: 'customer-care', departmentSince: at(301), stage: null, stageSince: null, since: at(301) },
  handoffs: { team: 6, department: 6, stage: 0 },
  pingPong: { team: 2, department: 2, stage: 0 },
  eventCount: 16,
  complete: true,
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

/** The same way so far, but nobody has finished it. */
export const openWorkItem: WorkItem = {
  ...workItem,
  id: 'INC0001055',
  done: false,
  slaMet: null,
  flowTime: null,
  age: 'PT480H',
}

/** A journey too long to be sent whole. */
export const longWorkItem: WorkItem = { ...openWorkItem, id: 'INC0002000', eventCount: 2410, complete: false }

export const workItems = Array.from({ length: 60 }, (_, index) => ({
  id: `INC000${1042 + index * 13}`,
  type: ['Network outage', 'Access', 'Printer', 'Mail'][index % 4]!,
  firstAt: ago(700 - index),
  lastAt: ago(390 - index),
  done: index % 5 !== 1,
  events: 16 - (index % 9),
  handoffs: Math.max(0, 25 - index),
  pingPong: Math.max(0, 9 - (index % 12)),
  flowTimeHours: index % 5 === 1 ? null : 310 + index * 7,
  ageHours: index % 5 === 1 ? 700 - index : null,
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
    reversedAt: null,
    reversedBy: null,
    version: 1,
  },
  {
    import: 'IMP-2',
    source: 'desk-export',
    events: 812,
    accepted: 812,
    duplicate: 0,
    rejected: 0,
    workItems: 130,
    importedBy: 'integrator',
    rejections: [],
    startedAt: ago(90),
    finishedAt: ago(89.9),
    reversedAt: ago(80),
    reversedBy: 'Ines Torvald',
    version: 2,
  },
]
