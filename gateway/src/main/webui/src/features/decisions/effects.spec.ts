import { describe, expect, it } from 'vitest'
import { decisions } from '../../mocks/decisions.data'
import { differenceShown } from './Effects'

describe('the effect of a decision', () => {
  const effect = decisions[0]!.effects![0]!

  it('is the difference of the figures as they are shown', () => {
    const days = { ...effect, unit: 'days', atDecision: 35.46, latest: 33.24, change: -2.22 }
    expect(differenceShown(days)).toBe(-2.3)
    expect(differenceShown({ ...effect, atDecision: 0.14249, latest: 0.0889 })).toBe(-0.053)
  })

  it('is nothing where both figures read the same', () => {
    expect(differenceShown({ ...effect, unit: 'hours', atDecision: 4.02, latest: 3.98, change: -0.04 })).toBe(0)
  })
})
