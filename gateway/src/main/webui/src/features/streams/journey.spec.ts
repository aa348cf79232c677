import { describe, expect, it } from 'vitest'
import { journeyOf, waitOf } from './journey'

const stay = (carrier: string, from: string, to: string) => ({
  level: 'team' as const,
  carrier,
  from: `2026-03-${from}:00Z`,
  to: `2026-03-${to}:00Z`,
  events: 1,
})

describe('a journey', () => {
  const journey = journeyOf([
    stay('Desk', '01T08:00', '01T09:00'),
    stay('Network', '02T09:00', '02T10:00'),
    stay('Desk', '02T12:00', '02T12:30'),
  ])

  it('gives each carrier one lane, in order of appearance', () => {
    expect(journey.lanes).toEqual(['Desk', 'Network'])
    expect(journey.steps.map((step) => step.lane)).toEqual([0, 1, 0])
  })

  it('waits from the last event of the giver to the first of the receiver', () => {
    expect(journey.steps.map((step) => step.wait)).toEqual([24 * 3600, 2 * 3600, undefined])
    expect(waitOf(journey)).toBe(26 * 3600)
  })

  it('knows when work has come back', () => {
    expect(journey.steps.map((step) => step.again)).toEqual([false, false, true])
  })
})
