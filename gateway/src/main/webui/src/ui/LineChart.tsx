import { scaleLinear, scaleTime } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { useFormat } from './format'
import { useWidth } from './useWidth'

export interface Point {
  at: string
  value: number
}

export interface Mark {
  value: number
  name: string
  kind: 'baseline' | 'target' | 'stretch'
}

interface LineChartProps {
  label: string
  points: Point[]
  marks: Mark[]
  show: (value: number) => string
}

const height = 220

/** A value over time against the lines it is measured by. Its numbers stand in the table below it, for every reader. */
export function LineChart({ label, points, marks, show }: LineChartProps) {
  const format = useFormat()
  const [box, width] = useWidth<HTMLDivElement>(640)
  const left = 64
  const right = width < 480 ? 12 : 96
  const top = 14
  const bottom = 28
  const values = [...points.map((point) => point.value), ...marks.map((mark) => mark.value)]
  const times = points.map((point) => Date.parse(point.at))
  const first = Math.min(...times)
  const last = Math.max(...times)
  const x = scaleTime()
    .domain([first, last === first ? first + 86_400_000 : last])
    .range([left, width - right])
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([height - bottom, top])
    .nice(4)
  const path = line<Point>()
    .x((point) => x(Date.parse(point.at)))
    .y((point) => y(point.value))
    .curve(curveStepAfter)
  return (
    <div ref={box} className="j-chart">
      <svg width={width} height={height} role="img" aria-label={label} focusable="false">
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="j-chart__grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className="j-chart__tick" x={left - 8} y={y(tick) + 4} textAnchor="end">
              {show(tick)}
            </text>
          </g>
        ))}
        {x.ticks(last - first < 600_000 ? 1 : Math.max(2, Math.floor(width / 160))).map((tick) => (
          <text
            key={tick.getTime()}
            className="j-chart__tick"
            x={x(tick)}
            y={height - 8}
            textAnchor="middle"
          >
            {last - first < 2 * 86_400_000 ? format.time(tick) : format.shortDay(tick)}
          </text>
        ))}
        {marks.map((mark) => (
          <g key={mark.kind} className={`j-chart__mark j-chart__mark--${mark.kind}`}>
            <line x1={left} x2={width - right} y1={y(mark.value)} y2={y(mark.value)} />
            <text
              x={width < 480 ? width - right : width - right + 8}
              y={width < 480 ? y(mark.value) - 5 : y(mark.value) + 4}
              textAnchor={width < 480 ? 'end' : 'start'}
            >
              {mark.name}
            </text>
          </g>
        ))}
        <path className="j-chart__line" d={path(points) ?? ''} />
        {points.map((point) => (
          <circle
            key={`${point.at} ${point.value}`}
            className="j-chart__point"
            cx={x(Date.parse(point.at))}
            cy={y(point.value)}
            r={4}
          >
            <title>{`${format.moment(point.at)}: ${show(point.value)}`}</title>
          </circle>
        ))}
      </svg>
    </div>
  )
}
