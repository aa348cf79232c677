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
  now: { team: 'Service desk', teamSince: at(301), department: 'customer-care', departmentSince: at(301), since: at(301) },
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

/** The same way so far, but nobody has finished it. */
export const openWorkItem: WorkItem = {
  ...workItem,
  id: 'INC0001055',
  done: false,
  slaMet: null,
  flowTime: null,
  age: 'PT480H',
}

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
  },
]
