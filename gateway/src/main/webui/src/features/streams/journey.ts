import type { Stay } from '../../api/types'

export interface Step extends Stay {
  lane: number
  start: number
  end: number
  /** Until the next carrier took it up, in seconds; nothing after the last one. */
  wait?: number
  /** The carrier had it before: work has come back. */
  again: boolean
}

export interface Journey {
  lanes: string[]
  steps: Step[]
  start: number
  end: number
}

/** The way of a work item through its carriers: a lane each, in the order in which they first appear. */
export function journeyOf(stays: Stay[]): Journey {
  const lanes: string[] = []
  const steps = stays.map((stay, index): Step => {
    const again = lanes.includes(stay.carrier)
    if (!again) lanes.push(stay.carrier)
    const next = stays[index + 1]
    const end = Date.parse(stay.to)
    return {
      ...stay,
      lane: lanes.indexOf(stay.carrier),
      start: Date.parse(stay.from),
      end,
      wait: next ? (Date.parse(next.from) - end) / 1000 : undefined,
      again,
    }
  })
  return {
    lanes,
    steps,
    start: Math.min(...steps.map((step) => step.start)),
    end: Math.max(...steps.map((step) => step.end)),
  }
}

export const waitOf = ({ steps }: Journey) => steps.reduce((sum, step) => sum + (step.wait ?? 0), 0)
