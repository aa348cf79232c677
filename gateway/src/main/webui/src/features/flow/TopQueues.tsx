import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { paths } from '../../paths'
import { Guarded } from '../../ui/Guarded'
import { Section } from '../../ui/Section'
import { useFlowFilters } from '../streams/FlowFilters'
import { useStream } from '../streams/StreamPage'
import { QueueBars } from './QueueBars'
import { carriersQuery } from './queries'

/** The first look at who waits for whom: the longest queues. Where nothing waits, there is nothing to say. */
export function TopQueues() {
  return (
    <Guarded lines={4}>
      <Longest />
    </Guarded>
  )
}

function Longest() {
  const { t } = useTranslation()
  const stream = useStream()
  const { search } = useLocation()
  const { level, period } = useFlowFilters()
  const { data: carriers } = useSuspenseQuery(carriersQuery(stream.code, level, period))
  const waited = carriers.filter((one) => one.totalWaitHours > 0).slice(0, 5)
  if (waited.length === 0) return null
  const kept = Object.fromEntries(new URLSearchParams(search))
  return (
    <Section
      title={t('queue.waits')}
      hint={t('queue.waitsHint')}
      actions={
        <>
          <Link to={paths.streamQueues(stream.code, kept)}>{t('queue.seeAll')}</Link>
          <Link to={paths.streamHandoffs(stream.code, kept)}>{t('queue.seeFlow')}</Link>
        </>
      }
    >
      <QueueBars carriers={waited} />
    </Section>
  )
}
