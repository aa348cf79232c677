import { scaleLinear } from 'd3-scale'
import { pathThrough } from './Sparkline'
import { useWidth } from './useWidth'

export interface Series {
  name: string
  values: (number | null)[]
  baseline?: number | null
}

interface TrendChartProps {
  /** What it shows, in words that stand in for the drawing. */
  label: string
  /** First days of the periods. */
  starts: string[]
  /** One or two: the first is drawn solid, the second dashed. */
  series: Series[]
  show: (value: number) => string
  showTick: (value: number) => string
  /** Axes are marked in whole steps of this: a day for hours, where there are many. */
  unit?: number
  periodName: (start: string) => string
  tickName: (start: string) => string
  baselineName: string
}

const height = 190
const right = 10
const top = 10
const bottom = 26

/** Figures of equal periods side by side, from nought, beside their baselines. All numbers stand in the table as well. */
export function TrendChart({ label, starts, series, show, showTick, unit = 1, periodName, tickName, baselineName }: TrendChartProps) {
  const [box, width] = useWidth<HTMLDivElement>(420)
  const known = series.flatMap(({ values, baseline }) => [...values, baseline ?? null]).filter((value) => value !== null)
  const y = scaleLinear()
    .domain([0, (Math.max(...known) || 1) / unit])
    .range([height - bottom, top])
    .nice(4)
  const ticks = y.ticks(4).map((tick) => tick * unit)
  y.domain(y.domain().map((end) => end * unit))
  const left = 14 + 6.6 * Math.max(...ticks.map((tick) => showTick(tick).length))
  const step = (width - left - right) / Math.max(1, starts.length)
  const x = (index: number) => left + (index + 0.5) * step
  const named = Math.max(1, Math.ceil(starts.length / Math.max(2, Math.floor((width - left) / 76))))
  return (
    <div ref={box} className="j-trend__box">
      <svg width={width} height={height} role="img" aria-label={label} focusable="false">
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="j-chart__grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className="j-chart__tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
              {showTick(tick)}
            </text>
          </g>
        ))}
        {starts.map(
          (start, index) =>
            (starts.length - 1 - index) % named === 0 && (
              <text key={start} className="j-chart__tick" x={Math.min(Math.max(x(index), left + 22), width - 26)} y={height - 6} textAnchor="middle">
                {tickName(start)}
              </text>
            ),
        )}
        {series.map(
          ({ name, baseline }, index) =>
            baseline != null && (
              <line key={name} className={`j-trend__baseline j-trend__baseline--${index}`} x1={left} x2={width - right} y1={y(baseline)} y2={y(baseline)} />
            ),
        )}
        {series.map(({ name, values }, index) => (
          <g key={name} className={`j-trend__series j-trend__series--${index}`}>
            <path d={pathThrough(values, x, y)} />
            {starts.length <= 40 &&
              values.map((value, at) => value !== null && <circle key={starts[at]} cx={x(at)} cy={y(value)} r={2.5} />)}
          </g>
        ))}
        {starts.map((start, index) => (
          <rect key={start} className="j-trend__reach" x={x(index) - step / 2} y={0} width={step} height={height - bottom}>
            <title>
              {[
                periodName(start),
                ...series.map(({ name, values, baseline }) =>
                  [`${name}: ${values[index] == null ? '–' : show(values[index])}`, baseline != null && `(${baselineName}: ${show(baseline)})`]
                    .filter(Boolean)
                    .join(' '),
                ),
              ].join('\n')}
            </title>
          </rect>
        ))}
      </svg>
      {series.length > 1 && (
        <ul className="j-trend__legend">
          {series.map(({ name }, index) => (
            <li key={name} className={`j-trend__key--${index}`}>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
