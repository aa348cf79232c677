import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { useDepartmentName } from '../departments/queries'
import { SignalsOfMine } from '../signals/SignalsAbout'
import { allStreamsQuery } from '../streams/queries'
import { StreamWhole } from './StreamWhole'
import { WaitingList } from './WaitingList'

export function TodayPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const session = useSession()
  const nameOf = useDepartmentName()
  const now = new Date()
  const greeting =
    now.getHours() < 12 ? 'today.morning' : now.getHours() < 18 ? 'today.afternoon' : 'today.evening'

  return (
    <Page
      title={t(greeting, { name: session.name.split(' ')[0] || session.username })}
      eyebrow={format.longDay(now)}
    >
      <Section title={session.isSponsor ? t('today.reached') : t('today.waits')} lines={3}>
        <WaitingList />
      </Section>
      <SignalsOfMine />
      {session.departments.length === 0 ? (
        <Section title={t('today.allStreams')} hint={t('today.allStreamsHint')} lines={5}>
          <Streams departments={[]} />
        </Section>
      ) : (
        <Section
          title={t('today.streams')}
          hint={t('today.streamsHint', { departments: format.list(session.departments.map(nameOf)) })}
          lines={5}
        >
          <Streams departments={session.departments} />
        </Section>
      )}
    </Page>
  )
}

function Streams({ departments }: { departments: string[] }) {
  const { t } = useTranslation()
  const { data: streams } = useSuspenseQuery(allStreamsQuery)
  const ours =
    departments.length === 0
      ? streams
      : streams.filter(
          (stream) =>
            stream.owners.some((owner) => departments.includes(owner)) ||
            stream.stages.some((stage) => departments.includes(stage.department)),
        )
  if (ours.length === 0) {
    return (
      <EmptyHint
        title={t('today.noStreams')}
        action={<Link to={paths.streams()}>{t('today.noStreamsAction')}</Link>}
      >
        <p>{t('today.noStreamsHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <div className="j-wholes">
      {ours.map((stream) => (
        <StreamWhole key={stream.code} stream={stream} departments={departments} />
      ))}
    </div>
  )
}
