import { useTranslation } from 'react-i18next'
import type { CarrierFigures } from '../../api/types'
import { Bars } from '../../ui/Bars'
import { useFormat } from '../../ui/format'
import { useFlowFilters } from '../streams/FlowFilters'
import { useNameAt } from './useNameAt'

/** For whom work waits longest, all waits together. */
export function QueueBars({ carriers }: { carriers: CarrierFigures[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { level } = useFlowFilters()
  const nameOf = useNameAt(level)
  return (
    <Bars
      label={t('queue.waits')}
      bars={carriers.map((one) => ({
        key: one.carrier,
        name: nameOf(one.carrier),
        value: one.totalWaitHours,
        shown: t('queue.waitDays', { days: format.integer(one.totalWaitHours / 24) }),
        note: t('queue.eachWaits', {
          number: format.integer(one.received),
          wait: format.hours(one.meanWaitHours),
        }),
      }))}
    />
  )
}
