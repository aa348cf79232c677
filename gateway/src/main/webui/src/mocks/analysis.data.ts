import type { CarrierFigures, EnablementPart, FlowSettings, PairTogether, RulesPreview, TrendPoint, TypeFigures } from '../api/types'
import { departmentPairs, pairs, stagePairs } from './flow.data'
import { ago, day, today } from './time'

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The periods up to today; the last one is not over. */
export function pointsOf(grain: string, classed: boolean): TrendPoint[] {
  const count = grain === 'month' ? 14 : grain === 'week' ? 26 : 31
  let load = 610
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index
    const start = grain === 'month' ? new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)) : new Date(today.getTime() - back * (grain === 'week' ? 7 : 1) * 86_400_000)
    const end = grain === 'month' ? new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)) : new Date(start.getTime() + (grain === 'week' ? 7 : 1) * 86_400_000)
    const scale = grain === 'month' ? 1 : grain === 'week' ? 0.23 : 0.033
    const wave = Math.sin(index / 1.7)
    const arrived = Math.round((1800 + 260 * wave + 20 * index) * scale)
    const done = Math.round((1760 + 210 * Math.cos(index / 2.1) + 24 * index) * scale)
    load += arrived - done
    return {
      from: iso(start),
      to: iso(end),
      arrived,
      done,
      load,
      meanFlowTimeHours: index === 3 ? null : 330 - 9 * index + 26 * wave,
      p85FlowTimeHours: index === 3 ? null : 780 - 18 * index + 60 * wave,
      handoffsPerItem: 0.92 - 0.02 * index + 0.05 * wave,
      pingPongShare: 0.12 - 0.004 * index + 0.008 * wave,
      reworkShare: 0.21 + 0.002 * index,
      efficiency: classed ? 0.02 + 0.002 * index : null,
      slaMetShare: 0.9 + 0.004 * index,
    }
  })
}

export const baseline = { from: day(-12, 1), to: day(-6, 1) }

export const baselinePoint = (classed: boolean): TrendPoint => ({
  ...baseline,
  arrived: 10_950,
  done: 10_400,
  load: 640,
  meanFlowTimeHours: 318,
  p85FlowTimeHours: 742,
  handoffsPerItem: 0.88,
  pingPongShare: 0.108,
  reworkShare: 0.2,
  efficiency: classed ? 0.021 : null,
  slaMetShare: 0.912,
})

const pairsAt = { team: pairs, department: departmentPairs, stage: stagePairs }
export type LevelName = keyof typeof pairsAt

export function carriersAt(level: LevelName): CarrierFigures[] {
  const found = new Map<string, CarrierFigures>()
  const of = (carrier: string) => {
    const one = found.get(carrier) ?? {
      carrier,
      workItems: 0,
      stays: 0,
      events: 0,
      received: 0,
      given: 0,
      returned: 0,
      meanWaitHours: null,
      totalWaitHours: 0,
      meanHeldHours: 4 + (carrier.length % 7) * 6.5,
      activeTime: 'PT0S',
      waitingTime: 'PT0S',
      efficiency: null,
      openNow: 0,
      oldestOpenSince: null,
    }
    found.set(carrier, one)
    return one
  }
  for (const pair of pairsAt[level]) {
    of(pair.from).given += pair.count
    const taker = of(pair.to)
    taker.received += pair.count
    taker.returned += pair.returns
    taker.totalWaitHours += pair.totalWaitHours
  }
  return [...found.values()]
    .map((one, index) => ({
      ...one,
      workItems: Math.round((one.received + one.given) * 0.6) + 40,
      stays: one.received + 40,
      meanWaitHours: one.received > 0 ? one.totalWaitHours / one.received : null,
      openNow: index % 3 === 2 ? 0 : Math.max(0, 41 - index * 3),
      oldestOpenSince: index % 3 === 2 || index > 12 ? null : ago(900 - index * 40),
    }))
    .sort((one, other) => other.totalWaitHours - one.totalWaitHours)
}

export function togetherAt(level: LevelName): PairTogether[] {
  const found = new Map<string, PairTogether>()
  const all = pairsAt[level].reduce((sum, { count }) => sum + count, 0)
  for (const pair of pairsAt[level]) {
    const [one, other] = [pair.from, pair.to].sort() as [string, string]
    const key = `${one} ${other}`
    const before = found.get(key) ?? { one, other, together: 0, togetherShare: 0, oneToOther: 0, otherToOne: 0, handoverShare: 0, handoffsPerItem: 0, returns: 0 }
    const first = pair.from === one
    found.set(key, {
      ...before,
      oneToOther: before.oneToOther + (first ? pair.count : 0),
      otherToOne: before.otherToOne + (first ? 0 : pair.count),
      returns: before.returns + pair.returns,
    })
  }
  return [...found.values()]
    .map((pair, index) => {
      const handoffs = pair.oneToOther + pair.otherToOne
      const together = Math.max(1, Math.round(handoffs / (1.02 + (index % 4) * 0.45)))
      return { ...pair, together, togetherShare: together / 24_918, handoverShare: handoffs / all, handoffsPerItem: handoffs / together }
    })
    .sort((one, other) => other.together - one.together)
    .slice(0, 40)
}

type Part = [score: EnablementPart['score'], part: string, amount: number, of: number]
const enablementParts: Part[] = [
  ['automation', 'automated-handoffs', 605, 8_305],
  ['automation', 'automated-stages', 1, 3],
  ['reliability', 'within-baseline', 21_810, 24_918],
  ['reliability', 'consistency', 108, 740.5],
  ['reliability', 'sla-met', 23_110, 24_918],
  ['measurability', 'work-items', 1, 1],
  ['measurability', 'done', 1, 1],
  ['measurability', 'classed', 0, 24_918],
  ['measurability', 'teams', 24_000, 24_918],
  ['measurability', 'departments', 24_918, 24_918],
  ['measurability', 'stages', 23_700, 24_918],
  ['measurability', 'sla', 24_918, 24_918],
  ['measurability', 'baseline', 1, 1],
  ['measurability', 'joint-owners', 1, 1],
]

/** As the service does it: what is observed before what the map says, means of what is known otherwise. */
export function enablementOf(stream: string, none: boolean) {
  const items: EnablementPart[] = enablementParts.map(([score, part, amount, of]) => {
    const [some, whole] = !none ? [amount, of] : score === 'measurability' ? [0, 1] : [0, 0]
    return { score, part, value: whole === 0 ? (null as unknown as number) : some / whole, amount: some, of: whole, meaning: part, raisedBy: part }
  })
  const scores = (['automation', 'reliability', 'measurability'] as const).map((score) => {
    const known = items.filter((item) => item.score === score && item.value !== null).map(({ value }) => value!)
    const value = score === 'automation' ? (known[0] ?? null) : known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
    return { score, value }
  })
  return { stream, period: { from: null, to: null }, scores, items }
}

const bands = (bounds: (index: number) => number, counts: number[]) => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  return counts.map((workItems, index) => {
    below += workItems
    return { from: bounds(index), to: bounds(index + 1), workItems, share: workItems / total, cumulativeShare: below / total }
  })
}

/** A quarter of an octave each, from an hour on; one handoff each. */
export const distributions = {
  'flow-time': {
    unit: 'hours',
    workItems: 24_918,
    p50: 108,
    p85: 740.5,
    p95: 1420,
    items: bands(
      (index) => 2 ** ((index - 4) / 4),
      Array.from({ length: 52 }, (_, index) => Math.round(1650 * Math.exp(-(((index - 32) / 11) ** 2)))),
    ),
  },
  handoffs: {
    unit: 'handoffs',
    workItems: 24_918,
    p50: 0,
    p85: 2,
    p95: 3,
    items: bands((index) => index, [15_343, 4_820, 2_610, 1_204, 520, 240, 101, 44, 20, 9, 4, 2, 1]),
  },
} as const

export const types: TypeFigures[] = [
  { type: 'Network outage', workItems: 9_812, done: 9_700, meanFlowTimeHours: 402, handoffsPerItem: 1.21, pingPongShare: 0.131, efficiency: null, slaMetShare: 0.88 },
  { type: 'Access', workItems: 8_120, done: 8_120, meanFlowTimeHours: 96, handoffsPerItem: 0.34, pingPongShare: 0.031, efficiency: null, slaMetShare: 0.97 },
  { type: 'Printer', workItems: 4_210, done: 4_199, meanFlowTimeHours: 210, handoffsPerItem: 0.71, pingPongShare: 0.08, efficiency: null, slaMetShare: null },
  { type: null, workItems: 2_776, done: 2_776, meanFlowTimeHours: null, handoffsPerItem: 0.52, pingPongShare: 0.064, efficiency: null, slaMetShare: 0.91 },
]

export const flowSettings: Record<string, FlowSettings> = {
  'it-incidents': {
    stream: 'it-incidents',
    rules: [
      { stage: 'Call taken', class: 'active', activity: 'Assigned', state: null, team: null, department: 'customer-care' },
      { stage: 'Cause found', class: 'active', activity: null, state: null, team: null, department: 'it' },
      { stage: null, class: 'waiting', activity: null, state: 'Awaiting*', team: null, department: null },
    ],
    keepFor: 'P3Y',
    baseline,
    version: 4,
    updatedAt: ago(120),
  },
}

type Kind = RulesPreview['kinds'][number]
const kind = (activity: string, state: string, team: string, department: string | null, events: number): Kind => ({ activity, state, team, department, events, stage: null, class: null })

export const kinds: Kind[] = [
  kind('Assigned', 'Active', 'Service desk', 'customer-care', 4_210),
  kind('Updated', 'Active', 'Network', 'it', 3_180),
  kind('Updated', 'Awaiting user info', 'Network', 'it', 1_204),
  kind('Part ordered', 'Active', 'Spare parts', 'logistics', 902),
  kind('Part arrived', 'Active', 'Spare parts', 'logistics', 880),
  kind('Closed', 'Closed', 'Service desk', 'customer-care', 790),
  kind('Reopened', 'Active', 'Service desk', null, 204),
]
