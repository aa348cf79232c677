import { useTranslation } from 'react-i18next'
import type { Flow } from '../../api/types'
import { secondsOf, useFormat } from '../../ui/format'
import { useWidth } from '../../ui/useWidth'
import { Course } from '../flow/Course'

/**
 * The clock that the customer sees beside the clock that we report. A stream may keep every agreed time and still take
 * weeks: the two belong side by side.
 */
export function TwoClocks({ flow }: { flow: Flow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const times = flow.flowTime
  return (
    <div className="j-clocks">
      <div className="j-clock">
        <p className="j-clock__name">{t('flow.endToEnd')}</p>
        <p className="j-clock__value">{format.duration(times?.p85)}</p>
        <p className="j-clock__note">{t('flow.endToEndNote')}</p>
        <Course of="p85" />
        {times && <SpreadBar flow={flow} />}
      </div>
      <div className="j-clock j-clock--sla">
        <p className="j-clock__name">{t('flow.slaClock')}</p>
        {flow.sla && flow.sla.measured > 0 ? (
          <>
            <p className="j-clock__value">{format.percent(flow.sla.share, 1)}</p>
            <p className="j-clock__note">
              {t('flow.slaClockNote', {
                met: format.integer(flow.sla.met),
                measured: format.integer(flow.sla.measured),
              })}
            </p>
            <Course of="sla" />
          </>
        ) : (
          <>
            <p className="j-clock__value j-unknown">{t('flow.unknown')}</p>
            <p className="j-clock__note">{t('flow.slaUnknown')}</p>
          </>
        )}
      </div>
    </div>
  )
}

/** Median, mean, 85th and 95th percentile on one line of time. */
function SpreadBar({ flow }: { flow: Flow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [box, width] = useWidth<HTMLDivElement>(480)
  const times = flow.flowTime
  const seconds = {
    p50: secondsOf(times?.p50) ?? 0,
    mean: secondsOf(times?.mean) ?? (flow.meanFlowTimeHours ?? 0) * 3600,
    p85: secondsOf(times?.p85) ?? 0,
    p95: secondsOf(times?.p95) ?? 0,
  }
  const end = Math.max(...Object.values(seconds)) || 1
  const x = (value: number) => 6 + (value / end) * (width - 12)
  return (
    <div ref={box} className="j-spread">
      <svg width={width} height={22} role="img" aria-label={t('flow.spread')} focusable="false">
        <line className="j-spread__axis" x1={6} x2={width - 6} y1={11} y2={11} />
        <line className="j-spread__half" x1={x(0)} x2={x(seconds.p50)} y1={11} y2={11} />
        <line className="j-spread__most" x1={x(seconds.p50)} x2={x(seconds.p85)} y1={11} y2={11} />
        <circle className="j-spread__p50" cx={x(seconds.p50)} cy={11} r={5} />
        <path
          className="j-spread__mean"
          d={`M${x(seconds.mean)} 4l5 7-5 7-5-7z`}
        />
        <circle className="j-spread__p85" cx={x(seconds.p85)} cy={11} r={5} />
        <line className="j-spread__p95" x1={x(seconds.p95)} x2={x(seconds.p95)} y1={4} y2={18} />
      </svg>
      <dl className="j-spread__legend">
        {(['p50', 'mean', 'p85', 'p95'] as const).map((name) => (
          <div key={name}>
            <dt className={`j-key j-key--${name}`}>{t(`flow.time.${name}`)}</dt>
            <dd>{seconds[name] > 0 ? format.seconds(seconds[name]) : '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
