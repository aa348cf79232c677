import { scaleTime } from 'd3-scale'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level, Stay, WorkItemEvent } from '../../api/types'
import { useFormat } from '../../ui/format'
import { useWidth } from '../../ui/useWidth'
import { journeyOf, waitOf, type Step } from './journey'

interface JourneyTimelineProps {
  stays: Stay[]
  events: WorkItemEvent[]
  level: Level
  nameOf: (carrier: string) => string
}

const laneHeight = 44
const bar = 14

/** One lane a carrier, time from left to right: bars are work in somebody's hands, dashed lines are waiting. */
export function JourneyTimeline({ stays, events, level, nameOf }: JourneyTimelineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const journey = useMemo(() => journeyOf(stays), [stays])
  const narrow = width < 620
  const left = narrow ? 8 : Math.min(220, 24 + 7.4 * Math.max(...journey.lanes.map((lane) => nameOf(lane).length)))
  const right = 16
  const top = 12
  const bottom = 34
  const height = top + journey.lanes.length * laneHeight + bottom
  const scale = scaleTime()
    .domain([journey.start, Math.max(journey.end, journey.start + 60_000)])
    .range([left + 8, width - right])
  const x = (time: number) => scale(time)
  const y = (lane: number) => top + lane * laneHeight + laneHeight / 2 + (narrow ? 8 : 0)
  const ticks = scale.ticks(Math.max(2, Math.floor((width - left) / 130)))
  const withTime = journey.end - journey.start < 4 * 86_400_000

  return (
    <div ref={box} className="j-journey">
      <svg
        width={width}
        height={height}
        role="img"
        focusable="false"
        aria-label={t('journey.label', {
          carriers: journey.lanes.length,
          handoffs: journey.steps.length - 1,
          total: format.seconds((journey.end - journey.start) / 1000, true),
          waiting: format.seconds(waitOf(journey), true),
        })}
      >
        {ticks.map((tick) => (
          <g key={tick.getTime()}>
            <line
              className="j-journey__tick"
              x1={x(tick.getTime())}
              x2={x(tick.getTime())}
              y1={top}
              y2={height - bottom + 6}
            />
            <text className="j-journey__time" x={x(tick.getTime())} y={height - 12} textAnchor="middle">
              {withTime && (tick.getHours() !== 0 || tick.getMinutes() !== 0)
                ? format.time(tick)
                : format.shortDay(tick)}
            </text>
          </g>
        ))}
        {journey.lanes.map((carrier, lane) => (
          <line
            key={carrier}
            className="j-journey__lane"
            x1={narrow ? 0 : left + 8}
            x2={width - right}
            y1={top + (lane + 1) * laneHeight}
            y2={top + (lane + 1) * laneHeight}
          />
        ))}
        {journey.steps.map((step, index) => (
          <Handoff
            key={`wait ${index}`}
            step={step}
            next={journey.steps[index + 1]}
            x={x}
            y={y}
            total={journey.end - journey.start}
            words={(seconds) => format.seconds(seconds)}
            below={narrow}
          />
        ))}
        {journey.lanes.map((carrier, lane) => (
          <text
            key={carrier}
            className="j-journey__carrier"
            x={narrow ? 2 : left - 8}
            y={narrow ? y(lane) - 13 : y(lane) + 4}
            textAnchor={narrow ? 'start' : 'end'}
          >
            {shorten(nameOf(carrier), narrow ? 48 : 28)}
          </text>
        ))}
        {journey.steps.map((step, index) => (
          <g key={`stay ${index}`}>
            <title>
              {t('journey.stay', {
                carrier: nameOf(step.carrier),
                from: format.moment(step.from),
                duration: format.seconds((step.end - step.start) / 1000),
                count: step.events,
              })}
            </title>
            <rect
              className={step.again ? 'j-journey__bar j-journey__bar--again' : 'j-journey__bar'}
              x={x(step.start) - 5}
              width={Math.max(10, x(step.end) - x(step.start) + 10)}
              y={y(step.lane) - bar / 2}
              height={bar}
              rx={bar / 2}
            />
          </g>
        ))}
        {events.map((event, index) => {
          const carrier = carrierOf(event, level, journey.steps)
          const lane = carrier ? journey.lanes.indexOf(carrier) : -1
          if (lane < 0) return null
          return (
            <circle
              key={`event ${index}`}
              className="j-journey__event"
              cx={x(Date.parse(event.occurredAt))}
              cy={y(lane)}
              r={2}
            />
          )
        })}
      </svg>
      <ul className="j-journey__keys" aria-hidden="true">
        <li className="j-key j-key--work">{t('journey.keyWork')}</li>
        <li className="j-key j-key--again">{t('journey.keyAgain')}</li>
        <li className="j-key j-key--wait">{t('journey.keyWait')}</li>
      </ul>
    </div>
  )
}

/** Who has an event. Events do not name their stage: it is the one that the work was on at that time. */
function carrierOf(event: WorkItemEvent, level: Level, steps: Step[]) {
  if (level !== 'stage') return event[level]
  const at = Date.parse(event.occurredAt)
  return steps.find(({ start, end }) => start <= at && at <= end)?.carrier
}

/** The wait runs on in the lane of whoever has let go, then drops to the one who takes it up. */
function Handoff({
  step,
  next,
  x,
  y,
  total,
  words,
  below,
}: {
  step: Step
  next?: Step
  x: (time: number) => number
  y: (lane: number) => number
  total: number
  words: (seconds: number) => string
  /** Above the line stands the name of the carrier. */
  below: boolean
}) {
  if (!next || step.wait === undefined) return null
  const from = x(step.end)
  const to = x(next.start)
  const long = step.wait * 1000 > total * 0.2
  const down = y(next.lane) > y(step.lane)
  const end = y(next.lane) + (down ? -8 : 8)
  return (
    <g className={long ? 'j-journey__wait j-journey__wait--long' : 'j-journey__wait'}>
      <path d={`M${from} ${y(step.lane)}H${to}V${end}`} />
      <path className="j-journey__arrow" d={`M${to - 4} ${end - (down ? 5 : -5)}L${to} ${end}L${to + 4} ${end - (down ? 5 : -5)}`} />
      {/* Only where the words fit between the bars, which reach five pixels over their ends. */}
      {to - from > 7 * words(step.wait).length + 20 && (
        <text x={(from + to) / 2} y={y(step.lane) + (below ? 13 : -6)} textAnchor="middle">
          {words(step.wait)}
        </text>
      )}
    </g>
  )
}

const shorten = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}…` : name)
