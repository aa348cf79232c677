import type { HandoffPair } from '../../api/types'

export interface Cell {
  count: number
  /** Sum of waits in hours, so that the mean of merged cells stays right. */
  waitHours: number
  waited: number
}

export interface Matrix {
  carriers: string[]
  /** How many further carriers stand behind the last row and column. */
  others: number
  cell: (from: string, to: string) => Cell | undefined
  most: number
}

export const OTHERS = '\u0000others'

/**
 * The carriers with the most handoffs, given and received, by name; all the rest together as one, so that the sum of
 * the cells is always the number of handoffs.
 */
export function matrixOf(
  pairs: Pick<HandoffPair, 'from' | 'to' | 'count' | 'meanWaitHours'>[],
  show: number,
): Matrix {
  const weight = new Map<string, number>()
  for (const { from, to, count } of pairs) {
    weight.set(from, (weight.get(from) ?? 0) + count)
    weight.set(to, (weight.get(to) ?? 0) + count)
  }
  const ranked = [...weight.entries()]
    .sort(([name, count], [otherName, otherCount]) => otherCount - count || compare(name, otherName))
    .map(([name]) => name)
  const shown = ranked.slice(0, show)
  const named = new Set(shown)
  const place = (name: string) => (named.has(name) ? name : OTHERS)
  const cells = new Map<string, Cell>()
  for (const { from, to, count, meanWaitHours } of pairs) {
    const key = keyOf(place(from), place(to))
    const cell = cells.get(key) ?? { count: 0, waitHours: 0, waited: 0 }
    cell.count += count
    if (meanWaitHours != null) {
      cell.waitHours += meanWaitHours * count
      cell.waited += count
    }
    cells.set(key, cell)
  }
  const others = ranked.length - shown.length
  return {
    carriers: others > 0 ? [...shown, OTHERS] : shown,
    others,
    cell: (from, to) => cells.get(keyOf(from, to)),
    most: Math.max(
      1,
      ...[...cells.entries()].filter(([key]) => !key.includes(OTHERS)).map(([, cell]) => cell.count),
    ),
  }
}

export const meanWait = (cell: Cell) => (cell.waited > 0 ? cell.waitHours / cell.waited : undefined)

const keyOf = (from: string, to: string) => `${from}\u0001${to}`

const collator = new Intl.Collator(undefined, { numeric: true })
export const compare = (one: string, other: string) => collator.compare(one, other)

/** Seven steps of heat. The root keeps the middle of a long-tailed matrix visible. */
export function heatOf(value: number, most: number): number {
  if (value <= 0) return 0
  return Math.max(1, Math.min(7, Math.ceil(Math.sqrt(value / most) * 7)))
}
