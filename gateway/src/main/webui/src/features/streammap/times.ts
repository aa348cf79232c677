import { numberFrom } from '../../ui/fields'
import { secondsOf } from '../../ui/format'

export const units = ['minutes', 'hours', 'days'] as const
export type Unit = (typeof units)[number]

const seconds: Record<Unit, number> = { minutes: 60, hours: 3600, days: 86_400 }

/** A time as people write it: a number and a unit. */
export interface WrittenTime {
  amount: string
  unit: Unit
}

/** The largest unit in which the time is a whole number; minutes with a fraction where there is none. */
export function written(duration: string): WrittenTime {
  const total = secondsOf(duration) ?? 0
  const unit = ([...units].reverse() as Unit[]).find((one) => total % seconds[one] === 0) ?? 'minutes'
  return { amount: String(total / seconds[unit]), unit: total === 0 ? 'minutes' : unit }
}

/** Whole seconds, or undefined where the amount is no number. */
export function secondsIn({ amount, unit }: WrittenTime): number | undefined {
  const number = numberFrom(amount)
  return number === undefined || number < 0 ? undefined : Math.round(number * seconds[unit])
}

export const durationOf = (total: number) => `PT${total}S`
