import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format'
import { heatOf, meanWait, OTHERS, type Cell, type Matrix } from './matrix'

export type Shade = 'count' | 'wait'

interface HeatMapProps {
  matrix: Matrix
  shade: Shade
  nameOf: (carrier: string) => string
  chosen?: { from: string; to: string }
  onChoose: (from: string, to: string) => void
}

/**
 * Who hands work to whom, as a real table: rows give, columns receive, each cell shows its number, and colour only
 * repeats it. Arrow keys move through the cells, Enter opens one.
 */
export function HeatMap({ matrix, shade, nameOf, chosen, onChoose }: HeatMapProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<[number, number]>(() => firstCell(matrix))
  const { carriers } = matrix
  const row = Math.min(at[0], carriers.length - 1)
  const column = Math.min(at[1], carriers.length - 1)
  const longest = Math.max(
    1,
    ...carriers.flatMap((from) =>
      carriers.map((to) => {
        const cell = from === OTHERS || to === OTHERS ? undefined : matrix.cell(from, to)
        // A single slow handoff must not bleach all the others: waits are compared where there are some.
        return cell && cell.count >= 5 ? (meanWait(cell) ?? 0) : 0
      }),
    ),
  )

  function move(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const last = carriers.length - 1
    const next: [number, number] =
      event.key === 'Home'
        ? [row, 0]
        : event.key === 'End'
          ? [row, last]
          : [clamp(row + step[0], last), clamp(column + step[1], last)]
    setAt(next)
    table.current
      ?.querySelector<HTMLElement>(`[data-cell="${next[0]}-${next[1]}"]`)
      ?.focus({ preventScroll: false })
  }

  const shown = (cell: Cell) =>
    shade === 'count' ? format.integer(cell.count) : shortWait(meanWait(cell), format)

  return (
    <div className="j-heat__scroll">
      {/* The grid pattern: one stop for the Tab key, arrows inside. A table stays readable where grids are not known. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className={carriers.length <= 6 ? 'j-heat j-heat--few' : 'j-heat'} role="grid" ref={table} aria-label={t('heat.label')}>
        <thead>
          <tr>
            <th scope="col" className="j-heat__corner">
              <span className="j-heat__gives">{t('heat.gives')}</span>
              <span className="j-heat__takes">{t('heat.takes')}</span>
            </th>
            {carriers.map((to) => (
              <th key={to} scope="col" className="j-heat__to">
                <span>{nameOf(to)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {carriers.map((from, rowIndex) => (
            <tr key={from}>
              <th scope="row" className="j-heat__from">
                {nameOf(from)}
              </th>
              {carriers.map((to, columnIndex) => {
                const cell = matrix.cell(from, to)
                const merged = from === OTHERS || to === OTHERS
                const heat = !cell
                  ? 0
                  : shade === 'count'
                    ? heatOf(Math.min(cell.count, matrix.most), matrix.most)
                    : heatOf(Math.min(meanWait(cell) ?? 0, longest), longest)
                const isChosen = chosen?.from === from && chosen.to === to
                return (
                  <td
                    key={to}
                    role="gridcell"
                    data-cell={`${rowIndex}-${columnIndex}`}
                    tabIndex={rowIndex === row && columnIndex === column ? 0 : -1}
                    aria-selected={isChosen}
                    className={[
                      'j-heat__cell',
                      `j-heat--${heat}`,
                      merged && 'j-heat--merged',
                      from === to && from !== OTHERS && 'j-heat--self',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    title={
                      cell
                        ? t('heat.cell', {
                            from: nameOf(from),
                            to: nameOf(to),
                            number: format.integer(cell.count),
                            wait: format.hours(meanWait(cell)),
                          })
                        : undefined
                    }
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' || event.key === ' ') {
                        event.preventDefault()
                        if (cell) onChoose(from, to)
                      } else move(event)
                    }}
                    onClick={() => {
                      setAt([rowIndex, columnIndex])
                      if (cell) onChoose(from, to)
                    }}
                  >
                    {cell ? shown(cell) : <span className="j-hidden">{t('heat.none')}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, 0],
  End: [0, 0],
}

const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value))

function firstCell({ carriers, cell }: Matrix): [number, number] {
  const [first, second] = carriers
  return first !== undefined && second !== undefined && cell(first, second) ? [0, 1] : [0, 0]
}

// In a narrow cell one unit has to do: 16 h, 3.2 d.
function shortWait(hours: number | undefined, format: ReturnType<typeof useFormat>) {
  if (hours === undefined) return '–'
  if (hours < 1) return `${format.decimal(hours * 60, 0)}′`
  return hours < 72 ? `${format.decimal(hours, hours < 10 ? 1 : 0)} h` : `${format.decimal(hours / 24, 0)} d`
}

export function HeatLegend({ shade }: { shade: Shade }) {
  const { t } = useTranslation()
  return (
    <p className="j-heat__legend" aria-hidden="true">
      <span>{shade === 'count' ? t('heat.few') : t('heat.short')}</span>
      {[1, 2, 3, 4, 5, 6, 7].map((heat) => (
        <span key={heat} className={`j-heat__swatch j-heat--${heat}`} />
      ))}
      <span>{shade === 'count' ? t('heat.many') : t('heat.long')}</span>
    </p>
  )
}
