import { describe, expect, it } from 'vitest'
import { heatOf, matrixOf, meanWait, OTHERS } from './matrix'

const pairs = [
  { from: 'Desk', to: 'Network', count: 10, meanWaitHours: 2 },
  { from: 'Network', to: 'Desk', count: 8, meanWaitHours: 4 },
  { from: 'Desk', to: 'Payroll', count: 2, meanWaitHours: 10 },
  { from: 'Payroll', to: 'Archive', count: 1, meanWaitHours: 30 },
]

describe('the handoff matrix', () => {
  it('puts the busiest carriers first', () => {
    expect(matrixOf(pairs, 10).carriers).toEqual(['Desk', 'Network', 'Payroll', 'Archive'])
  })

  it('keeps every handoff when it shows only some carriers', () => {
    const matrix = matrixOf(pairs, 2)
    expect(matrix.carriers).toEqual(['Desk', 'Network', OTHERS])
    expect(matrix.others).toBe(2)
    const sum = matrix.carriers
      .flatMap((from) => matrix.carriers.map((to) => matrix.cell(from, to)?.count ?? 0))
      .reduce((one, other) => one + other)
    expect(sum).toBe(21)
  })

  it('weighs the waits of merged carriers', () => {
    const merged = matrixOf(pairs, 1).cell('Desk', OTHERS)!
    expect(merged.count).toBe(12)
    expect(meanWait(merged)).toBeCloseTo((10 * 2 + 2 * 10) / 12)
  })

  it('has seven steps of heat, and none for nothing', () => {
    expect(heatOf(0, 100)).toBe(0)
    expect(heatOf(1, 10_000)).toBe(1)
    expect(heatOf(100, 100)).toBe(7)
  })
})
