import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format'
import { useWidth } from '../../ui/useWidth'
import type { Matrix } from '../streams/matrix'
import { diagramOf, limitsOf, stepOf, type Node, type Ribbon } from './diagram'

interface FlowDiagramProps {
  matrix: Matrix
  nameOf: (carrier: string) => string
  chosen?: { from: string; to: string }
  onChoose: (from: string, to: string) => void
}

const keyOf = ({ from, to }: { from: string; to: string }) => `${from}\u0000${to}`

/**
 * Work on its way between carriers: from those on the left to those on the right, wide where there is much of it, and in
 * the colour of how long it waits. One stop for the Tab key; arrow keys go from the widest ribbon to the narrowest.
 */
export function FlowDiagram({ matrix, nameOf, chosen, onChoose }: FlowDiagramProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [box, width] = useWidth<HTMLDivElement>(820)
  const drawing = useRef<SVGSVGElement>(null)
  const diagram = useMemo(() => diagramOf(matrix), [matrix])
  const limits = useMemo(() => limitsOf(diagram.ribbons), [diagram])
  const [at, setAt] = useState(0)
  const [shown, setShown] = useState<Ribbon>()
  const narrow = width < 560
  const longest = Math.max(...[...diagram.givers, ...diagram.takers].map(({ carrier }) => nameOf(carrier).length))
  const margin = narrow ? Math.min(104, width * 0.28) : Math.min(230, 30 + 7.3 * longest)
  const head = 24
  const height = diagram.height + head + 8
  const x0 = margin + 8
  const x1 = width - margin - 8
  const middle = (x0 + x1) / 2
  const current = Math.min(at, diagram.ribbons.length - 1)
  const words = (ribbon: Ribbon) =>
    t('heat.cell', {
      from: nameOf(ribbon.from),
      to: nameOf(ribbon.to),
      number: format.integer(ribbon.count),
      wait: format.hours(ribbon.wait),
    })

  function press(event: KeyboardEvent, ribbon: Ribbon) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(ribbon.from, ribbon.to)
      return
    }
    const last = diagram.ribbons.length - 1
    const next = {
      ArrowDown: Math.min(current + 1, last),
      ArrowRight: Math.min(current + 1, last),
      ArrowUp: Math.max(current - 1, 0),
      ArrowLeft: Math.max(current - 1, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    drawing.current?.querySelector<SVGGElement>(`[data-ribbon="${next}"]`)?.focus()
  }

  // The narrowest lie on top, or nobody could point at them; the drawing keeps the order of the ribbons for the keys.
  const places = diagram.ribbons.map((ribbon, index) => ({ ribbon, index }))

  return (
    <div ref={box} className="j-diagram">
      <svg ref={drawing} width={width} height={height} role="group" aria-label={t('diagram.label', { count: diagram.ribbons.length })} focusable="false">
        <text className="j-diagram__side" x={margin} y={14} textAnchor="end">
          {t('handoffs.from')}
        </text>
        <text className="j-diagram__side" x={width - margin} y={14}>
          {t('handoffs.to')}
        </text>
        <g transform={`translate(0 ${head})`}>
          {places.map(({ ribbon, index }) => {
            const isChosen = chosen && keyOf(chosen) === keyOf(ribbon)
            return (
              <g
                key={keyOf(ribbon)}
                data-ribbon={index}
                role="button"
                tabIndex={index === current ? 0 : -1}
                aria-label={words(ribbon)}
                aria-pressed={Boolean(isChosen)}
                className={`j-ribbon j-ribbon--${stepOf(ribbon.wait, limits)}${isChosen ? ' j-ribbon--chosen' : ''}`}
                onClick={() => {
                  setAt(index)
                  onChoose(ribbon.from, ribbon.to)
                }}
                onKeyDown={(event) => press(event, ribbon)}
                onFocus={() => setShown(ribbon)}
                onBlur={() => setShown(undefined)}
                onMouseEnter={() => setShown(ribbon)}
                onMouseLeave={() => setShown(undefined)}
              >
                <title>{words(ribbon)}</title>
                <path
                  className="j-ribbon__line"
                  d={`M${x0} ${ribbon.y0}C${middle} ${ribbon.y0} ${middle} ${ribbon.y1} ${x1} ${ribbon.y1}`}
                  strokeWidth={ribbon.width}
                />
              </g>
            )
          })}
          <g aria-hidden="true">
            {diagram.givers.map((node) => (
              <NodeMark key={node.carrier} node={node} name={nameOf(node.carrier)} x={margin} side="left" room={margin - 6} />
            ))}
            {diagram.takers.map((node) => (
              <NodeMark key={node.carrier} node={node} name={nameOf(node.carrier)} x={width - margin - 8} side="right" room={margin - 6} />
            ))}
          </g>
        </g>
      </svg>
      <p className="j-diagram__now" aria-hidden="true">
        {shown ? words(shown) : t('diagram.hint')}
      </p>
      <ul className="j-diagram__legend" aria-label={t('diagram.legend')}>
        <li className="j-diagram__key j-diagram__key--1">{t('diagram.under', { wait: spokenHours(limits[0], format) })}</li>
        <li className="j-diagram__key j-diagram__key--2">{t('diagram.under', { wait: spokenHours(limits[1], format) })}</li>
        <li className="j-diagram__key j-diagram__key--3">{t('diagram.under', { wait: spokenHours(limits[2], format) })}</li>
        <li className="j-diagram__key j-diagram__key--4">{t('diagram.over', { wait: spokenHours(limits[2], format) })}</li>
      </ul>
      {diagram.left.pairs > 0 && (
        <p className="j-quiet j-small">
          {t('diagram.left', { count: diagram.left.pairs, number: format.integer(diagram.left.count) })}
        </p>
      )}
    </div>
  )
}

const spokenHours = (hours: number, format: ReturnType<typeof useFormat>) => format.seconds(hours * 3600, true)

function NodeMark({ node, name, x, side, room }: { node: Node; name: string; x: number; side: 'left' | 'right'; room: number }) {
  const format = useFormat()
  const fits = Math.max(4, Math.floor(room / 7.1))
  const lines = inLines(name, fits, node.height >= 42 ? 2 : 1)
  const two = node.height >= (lines.length + 1) * 15
  const middle = node.y + node.height / 2
  const first = middle + 4.5 - ((lines.length - 1 + (two ? 1 : 0)) * 15) / 2
  const at = side === 'left' ? x - 6 : x + 14
  const anchor = side === 'left' ? 'end' : 'start'
  return (
    <g>
      <rect className="j-diagram__node" x={x} y={node.y} width={8} height={node.height} rx={2} />
      {lines.map((line, index) => (
        <text key={index} className="j-diagram__name" x={at} y={first + index * 15} textAnchor={anchor}>
          {line}
        </text>
      ))}
      {two && (
        <text className="j-diagram__count" x={at} y={first + lines.length * 15} textAnchor={anchor}>
          {format.integer(node.count)}
        </text>
      )}
    </g>
  )
}

/** As many words as fit on a line; what does not fit at all is cut, and stands whole in the ribbons' words and the table. */
export function inLines(name: string, fits: number, most: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= fits) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} ${lines.slice(most).join(' ')}`
  return kept.map((line) => (line.length > fits ? `${line.slice(0, Math.max(1, fits - 1))}…` : line))
}
