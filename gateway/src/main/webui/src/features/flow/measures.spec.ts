import { describe, expect, it } from 'vitest'
import type { TrendPoint } from '../../api/types'
import { matrixOf } from '../streams/matrix'
import { baselineOf, changeOf, grainFor, latestWhole } from './change'
import { diagramOf, limitsOf, stepOf } from './diagram'
import { inLines } from './FlowDiagram'
import { moved } from './rules'

const point = (from: string, to: string, changes: Partial<TrendPoint> = {}): TrendPoint => ({
  from,
  to,
  arrived: 0,
  done: 0,
  load: 0,
  meanFlowTimeHours: null,
  p85FlowTimeHours: null,
  handoffsPerItem: null,
  pingPongShare: null,
  reworkShare: null,
  efficiency: null,
  slaMetShare: null,
  ...changes,
})

describe('a change against the baseline', () => {
  it('is judged by which way is better, and not at all for arrivals', () => {
    expect(changeOf('p85', 80, 100)).toEqual({ by: expect.closeTo(-0.2), verdict: 'better' })
    expect(changeOf('velocity', 80, 100)?.verdict).toBe('worse')
    expect(changeOf('arrivals', 80, 100)?.verdict).toBe('neither')
  })

  it('is in points for shares, and none below half a point or a hundredth', () => {
    expect(changeOf('sla', 0.9, 0.87)?.by).toBeCloseTo(0.03)
    expect(changeOf('sla', 0.9, 0.903)?.verdict).toBe('same')
    expect(changeOf('load', 1005, 1000)?.verdict).toBe('same')
  })

  it('is not told where one of the two is not known or nothing can be a share of it', () => {
    expect(changeOf('efficiency', null, 0.2)).toBeUndefined()
    expect(changeOf('p85', 12, null)).toBeUndefined()
    expect(changeOf('load', 12, 0)).toBeUndefined()
  })

  it('spreads what is counted over the days of the baseline, and nothing else', () => {
    const baseline = point('2025-01-01', '2025-01-31', { done: 300, load: 70 })
    const week = point('2026-03-02', '2026-03-09')
    expect(baselineOf('velocity', baseline, week)).toBeCloseTo(70)
    expect(baselineOf('load', baseline, week)).toBe(70)
  })

  it('is of the latest period that is over', () => {
    const points = [point('2026-01-01', '2026-02-01'), point('2026-02-01', '2026-03-01')]
    expect(latestWhole(points, Date.parse('2026-02-15'))).toBe(points[0])
    expect(latestWhole(points, Date.parse('2026-03-01'))).toBe(points[1])
    expect(latestWhole([], 0)).toBeUndefined()
  })

  it('takes periods that suit the time that is asked for', () => {
    const now = Date.parse('2026-11-22')
    expect(grainFor({}, now)).toBe('month')
    expect(grainFor({ from: '2026-11-01' }, now)).toBe('day')
    expect(grainFor({ from: '2026-08-01' }, now)).toBe('week')
    expect(grainFor({ from: '2025-01-01', to: '2025-12-31' }, now)).toBe('month')
  })
})

const pair = (from: string, to: string, count: number, meanWaitHours = 5) => ({ from, to, count, meanWaitHours })

describe('the flow diagram', () => {
  it('gives each handoff its width, at both ends of it', () => {
    const { ribbons, givers, takers } = diagramOf(matrixOf([pair('A', 'B', 30), pair('B', 'A', 10)], 10))
    expect(ribbons.map(({ from, to }) => from + to)).toEqual(['AB', 'BA'])
    expect(ribbons[0]!.width / ribbons[1]!.width).toBeCloseTo(3)
    for (const ribbon of ribbons) {
      const giver = givers.find(({ carrier }) => carrier === ribbon.from)!
      const taker = takers.find(({ carrier }) => carrier === ribbon.to)!
      expect(ribbon.y0 - ribbon.width / 2).toBeGreaterThanOrEqual(giver.y - 0.001)
      expect(ribbon.y0 + ribbon.width / 2).toBeLessThanOrEqual(giver.y + giver.height + 0.001)
      expect(ribbon.y1 + ribbon.width / 2).toBeLessThanOrEqual(taker.y + taker.height + 0.001)
    }
  })

  it('never lets carriers of ten run into each other, and says what it leaves out', () => {
    const names = Array.from({ length: 10 }, (_, index) => `D${index}`)
    const pairs = names.flatMap((from, index) => names.filter((to) => to !== from).map((to, other) => pair(from, to, 200 - index * 9 - other)))
    const { givers, ribbons, left } = diagramOf(matrixOf(pairs, 10))
    for (const [index, node] of givers.entries()) {
      const before = givers[index - 1]
      if (before) expect(node.y).toBeGreaterThanOrEqual(before.y + before.height)
      expect(node.height).toBeGreaterThanOrEqual(24)
    }
    expect(ribbons.length + left.pairs).toBe(90)
    expect(ribbons.reduce((sum, { count }) => sum + count, 0) + left.count).toBe(pairs.reduce((sum, { count }) => sum + count, 0))
  })

  it('takes limits between waits that people speak of, always rising', () => {
    expect(limitsOf([{ wait: 2, count: 5 }, { wait: 20, count: 50 }, { wait: 200, count: 20 }])).toEqual([12, 24, 168])
    for (const wait of [0, 0.1, 5, 50_000]) {
      const [low, middle, high] = limitsOf([{ wait, count: 1 }])
      expect(low < middle && middle < high).toBe(true)
    }
    expect(limitsOf([])).toEqual([12, 24, 72])
    expect([undefined, 1, 12, 30, 99].map((wait) => stepOf(wait, [12, 24, 72]))).toEqual([0, 1, 2, 3, 4])
  })

  it('breaks names between words and cuts only what fits nowhere', () => {
    expect(inLines('Information technology', 12, 2)).toEqual(['Information', 'technology'])
    expect(inLines('Information technology', 12, 1)).toEqual(['Information…'])
    expect(inLines('HR', 12, 2)).toEqual(['HR'])
  })
})

describe('rules', () => {
  it('are moved within the list, and stay where they cannot go further', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  })
})
