import { describe, expect, it } from 'vitest'
import { emptyDraft, faultsOf, moved, stageOf } from './drafts'
import { secondsIn, written } from './times'

describe('times', () => {
  it('are written in the largest unit that leaves them whole', () => {
    expect(written('PT72H')).toEqual({ amount: '3', unit: 'days' })
    expect(written('PT90M')).toEqual({ amount: '90', unit: 'minutes' })
    expect(written('PT4H')).toEqual({ amount: '4', unit: 'hours' })
    expect(written('PT0S')).toEqual({ amount: '0', unit: 'minutes' })
  })

  it('come back as the seconds that they were', () => {
    for (const duration of ['PT72H', 'PT90M', 'PT1H', 'PT45S']) {
      const seconds = { PT72H: 259_200, PT90M: 5400, PT1H: 3600, PT45S: 45 }[duration]
      expect(secondsIn(written(duration))).toBe(seconds)
    }
    expect(secondsIn({ amount: '1,5', unit: 'hours' })).toBe(5400)
    expect(secondsIn({ amount: 'soon', unit: 'hours' })).toBeUndefined()
    expect(secondsIn({ amount: '-1', unit: 'hours' })).toBeUndefined()
  })
})

describe('a stage that is written', () => {
  const whole = { ...emptyDraft('hr'), name: ' Ask ', process: { amount: '2', unit: 'hours' as const }, lead: { amount: '1', unit: 'days' as const }, accurate: '87,5' }

  it('is sent as the service wants it', () => {
    expect(stageOf(whole)).toEqual({ name: 'Ask', department: 'hr', processTime: 'PT7200S', leadTime: 'PT86400S', completeAndAccurate: 0.875, handoff: 'manual' })
  })

  it('names each of its faults', () => {
    expect(faultsOf(whole)).toEqual({})
    expect(faultsOf(emptyDraft('hr'))).toEqual({ name: 'missing', processTime: 'number', leadTime: 'number' })
    expect(faultsOf({ ...whole, lead: { amount: '1', unit: 'hours' } })).toEqual({ leadTime: 'order' })
    expect(faultsOf({ ...whole, accurate: '101' })).toEqual({ completeAndAccurate: 'share' })
  })
})

describe('moving', () => {
  it('swaps neighbours and stops at either end', () => {
    const list = ['a', 'b', 'c']
    expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(list, 0, -1)).toBe(list)
    expect(moved(list, 2, 1)).toBe(list)
  })
})
