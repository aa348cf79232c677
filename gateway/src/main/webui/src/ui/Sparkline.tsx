interface SparklineProps {
  values: (number | null)[]
  baseline?: number | null
}

const width = 120
const height = 32
const edge = 4

/** The course of a figure, small: the words beside it say what it shows. */
export function Sparkline({ values, baseline }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const all = baseline == null ? known : [...known, baseline]
  const least = Math.min(...all)
  const range = Math.max(...all) - least || 1
  const x = (index: number) => edge + (index / (values.length - 1)) * (width - 2 * edge)
  const y = (value: number) => height - edge - ((value - least) / range) * (height - 2 * edge)
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg className="j-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" focusable="false">
      {baseline != null && (
        <line className="j-spark__baseline" x1={0} x2={width} y1={y(baseline)} y2={y(baseline)} />
      )}
      <path className="j-spark__line" d={pathThrough(values, x, y)} />
      <circle className="j-spark__last" cx={x(last)} cy={y(values[last]!)} r={3} />
    </svg>
  )
}

/** A line that stops where nothing is known, and goes on after it. */
export function pathThrough(
  values: (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
) {
  return values
    .map((value, index) =>
      value === null
        ? ''
        : `${index === 0 || values[index - 1] === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
}
