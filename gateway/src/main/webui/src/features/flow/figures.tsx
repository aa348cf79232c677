import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TrendPoint } from '../../api/types'
import { useFormat, type Format } from '../../ui/format'
import { Tag, type Tone } from '../../ui/Tag'
import { measured, type Change, type Measured, type MeasuredName } from './change'

/** A value of a figure as it is shown everywhere. */
export function shownAs(name: MeasuredName, format: Format) {
  if (name === 'p85' || name === 'mean') return (value: number) => format.hours(value)
  const { share }: Measured = measured[name]
  if (share) return (value: number) => format.percent(value, 1)
  return (value: number) => (name === 'handoffs' ? format.fixed(value, 2) : format.integer(value))
}

/** The same on an axis, where there is little room. */
export function tickAs(name: MeasuredName, format: Format) {
  if (name === 'p85' || name === 'mean') {
    return (value: number) => (value === 0 ? '0' : format.narrowHours(value))
  }
  const { share }: Measured = measured[name]
  if (share) return (value: number) => format.percent(value, 1)
  return (value: number) => format.decimal(value, 1)
}

const tones: Record<Change['verdict'], Tone> = { better: 'good', worse: 'bad', same: 'calm', neither: 'calm' }

/** "12 % less than the baseline", with a mark that says whether that is good. */
export function ChangeTag({ name, change }: { name: MeasuredName; change: Change }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Tag tone={tones[change.verdict]}>
      {changeInWords(name, change, t, format)}
      {change.verdict === 'better' && <span className="j-hidden"> {t('trend.better')}</span>}
      {change.verdict === 'worse' && <span className="j-hidden"> {t('trend.worse')}</span>}
    </Tag>
  )
}

function changeInWords(name: MeasuredName, { by, verdict }: Change, t: TFunction, format: Format) {
  if (verdict === 'same') return t('trend.asBaseline')
  const { share }: Measured = measured[name]
  const amount = share ? t('trend.points', { number: format.decimal(Math.abs(by) * 100, 1) }) : format.percent(Math.abs(by))
  return by < 0 ? t('trend.less', { amount }) : t('trend.more', { amount })
}

/** A period in words: "October 2026", "the week of 5 Oct 2026", "5 Oct 2026". */
export function usePeriodName(grain: 'day' | 'week' | 'month') {
  const { t } = useTranslation()
  const format = useFormat()
  return (start: string) =>
    grain === 'month'
      ? format.month(start)
      : grain === 'week'
        ? t('trend.weekOf', { day: format.utcDay(start) })
        : format.utcDay(start)
}

/** The owners' baseline with its last day, not the first one after it. */
export function useBaselineName() {
  const format = useFormat()
  return (baseline: Pick<TrendPoint, 'from' | 'to'>) =>
    `${format.utcDay(baseline.from)} – ${format.utcDay(dayBefore(baseline.to))}`
}

export function dayBefore(day: string) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
