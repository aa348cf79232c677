import { OTHERS, meanWait, type Matrix } from '../streams/matrix'

export interface Node {
  carrier: string
  count: number
  /** Upper edge and height in the drawing. */
  y: number
  height: number
}

export interface Ribbon {
  from: string
  to: string
  count: number
  wait: number | undefined
  width: number
  /** Middle of its end at the giver and at the receiver. */
  y0: number
  y1: number
}

export interface Diagram {
  givers: Node[]
  takers: Node[]
  ribbons: Ribbon[]
  height: number
  /** Handoffs that are too few to be drawn. */
  left: { pairs: number; count: number }
}

const most = 32
const gap = 12
const leastNode = 24

/**
 * Who hands work to whom: those who give on the left, those who receive on the right, and between them ribbons as wide as
 * the work is much. Everybody may stand on both sides, so that to and fro can be seen.
 */
export function diagramOf(matrix: Matrix): Diagram {
  const cells = matrix.carriers
    .flatMap((from) => matrix.carriers.map((to) => ({ from, to, cell: matrix.cell(from, to) })))
    .flatMap(({ from, to, cell }) => (cell ? [{ from, to, count: cell.count, wait: meanWait(cell) }] : []))
    // What is left of the smaller carriers among themselves is in the matrix; here it would be a ribbon to nobody.
    .filter(({ from, to }) => from !== OTHERS || to !== OTHERS)
    .sort((one, other) => other.count - one.count)
  const drawn = cells.slice(0, most)
  const total = drawn.reduce((sum, { count }) => sum + count, 0) || 1
  const order = new Map(matrix.carriers.map((carrier, index) => [carrier, index]))
  const room = Math.max(180, Math.min(420, 46 * matrix.carriers.length))
  const widthOf = (count: number) => Math.max(1.5, (count / total) * room)

  const side = (end: 'from' | 'to'): Node[] => {
    let y = 0
    return matrix.carriers.flatMap((carrier) => {
      const own = drawn.filter((ribbon) => ribbon[end] === carrier)
      if (own.length === 0) return []
      const height = Math.max(leastNode, own.reduce((sum, { count }) => sum + widthOf(count), 0))
      const node = { carrier, count: own.reduce((sum, { count }) => sum + count, 0), y, height }
      y += height + gap
      return [node]
    })
  }
  const givers = side('from')
  const takers = side('to')
  const height = Math.max(...[...givers, ...takers].map((node) => node.y + node.height), 0)
  centre(givers, height)
  centre(takers, height)

  // At each node its ribbons lie in the order of their other ends, so that they cross as little as they can.
  const ends = (nodes: Node[], end: 'from' | 'to', other: 'from' | 'to') => {
    const at = new Map<(typeof drawn)[number], number>()
    for (const node of nodes) {
      const own = drawn
        .filter((ribbon) => ribbon[end] === node.carrier)
        .sort((one, another) => order.get(one[other])! - order.get(another[other])!)
      const used = own.reduce((sum, { count }) => sum + widthOf(count), 0)
      let y = node.y + (node.height - used) / 2
      for (const ribbon of own) {
        const width = widthOf(ribbon.count)
        at.set(ribbon, y + width / 2)
        y += width
      }
    }
    return at
  }
  const starts = ends(givers, 'from', 'to')
  const stops = ends(takers, 'to', 'from')
  return {
    givers,
    takers,
    height,
    ribbons: drawn.map((ribbon) => ({ ...ribbon, width: widthOf(ribbon.count), y0: starts.get(ribbon)!, y1: stops.get(ribbon)! })),
    left: { pairs: cells.length - drawn.length, count: cells.slice(most).reduce((sum, { count }) => sum + count, 0) },
  }
}

function centre(nodes: Node[], height: number) {
  const last = nodes.at(-1)
  if (!last) return
  const down = (height - last.y - last.height) / 2
  for (const node of nodes) node.y += down
}

// Waits that people speak of, in hours.
const spoken = [0.25, 1, 4, 12, 24, 72, 168, 336, 720, 2160]

/** Three limits between four steps of waiting, from waits that people speak of, where the handoffs lie. */
export function limitsOf(waits: { wait: number | undefined; count: number }[]): [number, number, number] {
  const known = waits.flatMap(({ wait, count }) => (wait === undefined ? [] : [{ wait, count }])).sort((one, other) => one.wait - other.wait)
  const total = known.reduce((sum, { count }) => sum + count, 0)
  const at = (share: number) => {
    let sum = 0
    for (const { wait, count } of known) {
      sum += count
      if (sum >= share * total) return wait
    }
    return 24
  }
  const nearest = (wait: number) =>
    spoken.reduce((best, one, index) => (distance(one, wait) < distance(spoken[best]!, wait) ? index : best), 0)
  const middle = Math.min(Math.max(nearest(at(0.5)), 1), spoken.length - 2)
  const low = Math.min(nearest(at(0.2)), middle - 1)
  const high = Math.max(nearest(at(0.85)), middle + 1)
  return [spoken[low]!, spoken[middle]!, spoken[high]!]
}

const distance = (one: number, other: number) => Math.abs(Math.log(one) - Math.log(Math.max(other, 0.01)))

export const stepOf = (wait: number | undefined, limits: readonly number[]) =>
  wait === undefined ? 0 : 1 + limits.filter((limit) => wait >= limit).length
