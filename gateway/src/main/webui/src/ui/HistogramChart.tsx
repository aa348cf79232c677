import { scaleLinear } from 'd3-scale'
import { useWidth } from './useWidth'

export interface Band {
  from: number
  /** Null: no upper bound. */
  to: number | null
  count: number
}

interface HistogramChartProps {
  /** What it shows, in words that stand in for the drawing. */
  label: string
  bands: Band[]
  /** Values with a line of their own, the smallest first. */
  marks: { name: string; value: number }[]
  /** Values that the axis names, where there is room. */
  ticks: number[]
  showTick: (value: number) => string
  /** Values are whole and each class is one of them: names and lines stand in its middle. */
  whole?: boolean
  showCount: (count: number) => string
  /** All there is to say of a band, for the pointer. */
  describe: (index: number) => string
}

const height = 250
const right = 12
const bottom = 28
const markLine = 18

/** How many lie in each class. Classes are drawn equally wide, whatever they span; the numbers stand in a table as well. */
export function HistogramChart({ label, bands, marks, ticks, showTick, whole = false, showCount, describe }: HistogramChartProps) {
  const [box, width] = useWidth<HTMLDivElement>(640)
  const top = 10 + markLine * marks.length
  const most = Math.max(1, ...bands.map(({ count }) => count))
  const y = scaleLinear()
    .domain([0, most])
    .range([height - bottom, top])
    .nice(4)
  const levels = y.ticks(4).filter(Number.isInteger)
  const left = 14 + 6.8 * Math.max(...levels.map((level) => showCount(level).length))
  const step = (width - left - right) / Math.max(1, bands.length)
  const x = (value: number) => left + Math.min(placeIn(bands, value) + (whole ? 0.5 : 0), bands.length) * step
  const shown = withRoom(
    ticks.filter((tick) => tick >= bands[0]!.from && (whole ? tick < endOf(bands) : tick <= endOf(bands))).map((tick) => ({ tick, at: x(tick), name: showTick(tick) })),
    width,
  )
  return (
    <div ref={box} className="j-histogram">
      <svg width={width} height={height} role="img" aria-label={label} focusable="false">
        {levels.map((level) => (
          <g key={level}>
            <line className="j-chart__grid" x1={left} x2={width - right} y1={y(level)} y2={y(level)} />
            <text className="j-chart__tick" x={left - 6} y={y(level) + 4} textAnchor="end">
              {showCount(level)}
            </text>
          </g>
        ))}
        {bands.map(({ from, count }, index) => (
          <g key={from} className="j-histogram__band">
            <rect
              className="j-histogram__bar"
              x={left + index * step + Math.min(1, step / 8)}
              width={Math.max(1, step - Math.min(2, step / 4))}
              y={y(count)}
              height={height - bottom - y(count)}
            />
            <rect className="j-trend__reach" x={left + index * step} width={step} y={top} height={height - bottom - top}>
              <title>{describe(index)}</title>
            </rect>
          </g>
        ))}
        {shown.map(({ tick, at, name }) => (
          <text key={tick} className="j-chart__tick" x={at} y={height - 8} textAnchor="middle">
            {name}
          </text>
        ))}
        <g className="j-histogram__marks">
          {marks.map(({ name, value }, index) => (
            <line key={name} x1={x(value)} x2={x(value)} y1={10 + index * markLine} y2={height - bottom} />
          ))}
          {marks.map(({ name, value }, index) => {
            const before = x(value) > width / 2
            return (
              <text key={name} x={x(value) + (before ? -6 : 6)} y={14 + index * markLine} textAnchor={before ? 'end' : 'start'}>
                {name}
              </text>
            )
          })}
        </g>
      </svg>
    </div>
  )
}

const endOf = (bands: Band[]) => bands.at(-1)!.to ?? bands.at(-1)!.from + 1

/** Where a value lies, counted in classes: within its class in proportion. */
export function placeIn(bands: Band[], value: number) {
  const index = bands.findIndex(({ from, to }) => value >= from && (to === null || value < to))
  if (index < 0) return value < (bands[0]?.from ?? 0) ? 0 : bands.length
  const { from, to } = bands[index]!
  return index + (to === null ? 0.5 : (value - from) / (to - from))
}

/** Names that do not run into each other, the last one first. */
function withRoom<T extends { at: number; name: string }>(names: T[], width: number) {
  const kept: T[] = []
  let end = width
  for (const one of names.toReversed()) {
    const half = one.name.length * 3.6
    if (one.at + half > end) continue
    kept.push(one)
    end = one.at - half - 10
  }
  return kept
}
