import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { Sparkline } from '../../ui/Sparkline'
import { useFlowFilters } from '../streams/FlowFilters'
import { useStream } from '../streams/StreamPage'
import { baselineOf, changeOf, grainFor, latestWhole, measured, type MeasuredName } from './change'
import { ChangeTag, shownAs, usePeriodName } from './figures'
import { settingsQuery, trendQuery } from './queries'

/** The course of one figure beside it, and how far its latest period is from the baseline. It may be missing alone. */
export function Course({ of }: { of: MeasuredName }) {
  const { period } = useFlowFilters()
  // Trends are kept over all carriers: beside figures of some of them they would tell of other work.
  if (period.team || period.department || period.stage) return null
  return (
    <Guarded lines={1} instead={() => null}>
      <Drawn of={of} />
    </Guarded>
  )
}

function Drawn({ of }: { of: MeasuredName }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const { data: settings } = useSuspenseQuery(settingsQuery(stream.code))
  const grain = grainFor(period)
  const { data: trend } = useSuspenseQuery(trendQuery(stream.code, { level, grain, period, baseline: settings.baseline }))
  const periodName = usePeriodName(grain)
  const latest = latestWhole(trend.items)
  const value = latest ? measured[of].of(latest) : null
  if (!latest || value === null) return null
  const baseline = baselineOf(of, trend.baseline, latest)
  const change = changeOf(of, value, baseline)
  return (
    <span className="j-course">
      <Sparkline values={trend.items.slice(-24).map((point) => measured[of].of(point))} baseline={baseline} />
      <span className="j-course__words">
        {t('trend.latest', { period: periodName(latest.from), value: shownAs(of, format)(value) })}{' '}
        {change && <ChangeTag name={of} change={change} />}
      </span>
    </span>
  )
}
