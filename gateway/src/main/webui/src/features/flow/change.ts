import type { TrendPoint } from '../../api/types'

export type Better = 'lower' | 'higher'

/** A figure of the trend: how it is read from a period, how it is shown, and which way is better. */
export interface Measured {
  of: (point: TrendPoint) => number | null
  /** Shares change by points, everything else by a share of itself. */
  share?: boolean
  better?: Better
}

export const measured = {
  p85: { of: (point) => point.p85FlowTimeHours, better: 'lower' },
  mean: { of: (point) => point.meanFlowTimeHours, better: 'lower' },
  velocity: { of: (point) => point.done, better: 'higher' },
  arrivals: { of: (point) => point.arrived },
  load: { of: (point) => point.load, better: 'lower' },
  handoffs: { of: (point) => point.handoffsPerItem, better: 'lower' },
  pingPong: { of: (point) => point.pingPongShare, share: true, better: 'lower' },
  rework: { of: (point) => point.reworkShare, share: true, better: 'lower' },
  efficiency: { of: (point) => point.efficiency, share: true, better: 'higher' },
  sla: { of: (point) => point.slaMetShare, share: true, better: 'higher' },
} satisfies Record<string, Measured>

export type MeasuredName = keyof typeof measured

export interface Change {
  /** Below nought: less than the baseline. A share of the baseline, or the difference of two shares. */
  by: number
  verdict: 'better' | 'worse' | 'same' | 'neither'
}

/** How far a period is from the baseline. A hundredth is no change: nobody should act on it. */
export function changeOf(name: MeasuredName, value: number | null, baseline: number | null): Change | undefined {
  const { share, better }: Measured = measured[name]
  if (value === null || baseline === null) return undefined
  if (!share && baseline === 0) return undefined
  const by = share ? value - baseline : value / baseline - 1
  if (Math.abs(by) < (share ? 0.005 : 0.01)) return { by: 0, verdict: 'same' }
  if (!better) return { by, verdict: 'neither' }
  return { by, verdict: by < 0 === (better === 'lower') ? 'better' : 'worse' }
}

const day = 86_400_000
const daysOf = (point: TrendPoint) => (Date.parse(point.to) - Date.parse(point.from)) / day

/**
 * What the baseline says of a period of the same length: what is counted is spread evenly over its days, everything else
 * is a mean, a share, or, as load is, a state.
 */
export function baselineOf(name: MeasuredName, baseline: TrendPoint | null, like: TrendPoint | undefined) {
  if (!baseline || !like) return null
  const value = measured[name].of(baseline)
  if (value === null || (name !== 'velocity' && name !== 'arrivals')) return value
  const days = daysOf(baseline)
  return days > 0 ? (value * daysOf(like)) / days : null
}

/** The latest period that is over: one that has only begun is no fair comparison. */
export function latestWhole(points: TrendPoint[], now = Date.now()): TrendPoint | undefined {
  return points.findLast((point) => Date.parse(point.to) <= now) ?? points.at(-1)
}

/** A length of periods with which the asked time makes a trend, and not a single point or a forest of them. */
export function grainFor({ from, to }: { from?: string; to?: string }, now = Date.now()) {
  if (!from) return 'month'
  const days = ((to ? Date.parse(to) : now) - Date.parse(from)) / day
  return days <= 31 ? 'day' : days <= 190 ? 'week' : 'month'
}
