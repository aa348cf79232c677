import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { Meeting, Occurrence, ValueStream } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { useSearch } from '../../ui/useSearch'
import { useNow } from '../../ui/Clock'
import { DepartmentNames } from '../departments/DepartmentName'
import { useDepartmentName } from '../departments/queries'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { AttendanceForm } from './AttendanceForm'
import { MeetingForm } from './MeetingForm'
import { calendarQuery, meetingsQuery } from './queries'

/** When the departments of a stream meet, and whether they came. */
export function MeetingsTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const [{ do: doing }, set] = useSearch('do')
  const mayAgree = stream.owners.some((owner) => session.heads(owner))
  return (
    <Section
      title={t('meeting.title')}
      hint={t('meeting.hint')}
      lines={5}
      actions={
        mayAgree &&
        doing !== 'agree' && (
          <Button variant="secondary" onClick={() => set({ do: 'agree' })}>
            {t('meeting.agree')}
          </Button>
        )
      }
    >
      {mayAgree && doing === 'agree' && <MeetingForm stream={stream.code} owners={stream.owners} onClose={() => set({ do: '' })} />}
      <Calendar stream={stream} mayAgree={mayAgree} />
    </Section>
  )
}

function Calendar({ stream, mayAgree }: { stream: ValueStream; mayAgree: boolean }) {
  const { t } = useTranslation()
  const now = useNow()
  const [{ edit, attend }, set] = useSearch('edit', 'attend')
  const today = new Date(now).toISOString().slice(0, 10)
  const { data: meetings } = useSuspenseQuery(meetingsQuery(stream.code))
  const { data: occurrences } = useSuspenseQuery(calendarQuery(stream.code, today))
  if (meetings.length === 0) {
    return (
      <EmptyHint title={t('meeting.none')}>
        <p>{t('meeting.noneHint')}</p>
      </EmptyHint>
    )
  }
  const isPast = ({ startsAt }: Occurrence) => Date.parse(startsAt) <= now
  const past = occurrences.filter(isPast).reverse()
  const coming = occurrences.filter((one) => !isPast(one)).slice(0, 8)
  const [ref, on] = attend.split('@')
  const attended = past.find((one) => one.meeting === ref && one.on === on)
  const meetingOf = (one: Occurrence) => meetings.find((meeting) => meeting.ref === one.meeting)
  return (
    <>
      <h3 className="j-state__title j-apart">{t('meeting.coming')}</h3>
      {coming.length === 0 ? (
        <p className="j-quiet">{t('meeting.noneComing')}</p>
      ) : (
        <ol className="j-list" aria-label={t('meeting.coming')}>
          {coming.map((one) => (
            <OccurrenceRow key={`${one.meeting} ${one.on}`} occurrence={one} />
          ))}
        </ol>
      )}
      <h3 className="j-state__title j-apart">{t('meeting.past')}</h3>
      {attended && meetingOf(attended) && (
        <AttendanceForm key={attend} meeting={meetingOf(attended)!} occurrence={attended} onClose={() => set({ attend: '' })} />
      )}
      {past.length === 0 ? (
        <p className="j-quiet">{t('meeting.nonePast')}</p>
      ) : (
        <ol className="j-list" aria-label={t('meeting.past')}>
          {past.map((one) => (
            <OccurrenceRow key={`${one.meeting} ${one.on}`} occurrence={one} past onAttend={() => set({ attend: `${one.meeting}@${one.on}` })} />
          ))}
        </ol>
      )}
      <h3 className="j-state__title j-apart">{t('meeting.rules')}</h3>
      <ul className="j-list">
        {meetings.map((meeting) => (
          <li key={meeting.ref} className="j-row j-row--slim">
            <div className="j-row__words">
              <p className="j-row__title">{meeting.title}</p>
              <p className="j-quiet">
                <Rule meeting={meeting} />
              </p>
              {meeting.agenda && <p>{meeting.agenda}</p>}
              <DepartmentNames codes={meeting.participants} plain />
            </div>
            {mayAgree && (
              <Button variant="link" onClick={() => set({ edit: meeting.ref })} aria-label={t('meeting.changeNamed', { title: meeting.title })}>
                {t('meeting.change')}
              </Button>
            )}
            {mayAgree && edit === meeting.ref && (
              <MeetingForm stream={stream.code} owners={stream.owners} meeting={meeting} onClose={() => set({ edit: '' })} />
            )}
          </li>
        ))}
      </ul>
      <CsvButton href={csvAddress(stream.code, 'calendar', { limit: 200 })} name={`${stream.code}-calendar`} />
    </>
  )
}

function Rule({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {t(`meeting.rule.${meeting.repeats}`, { count: meeting.every, day: weekday(meeting.firstOn, format.locale) })}
      {', '}
      {t('meeting.at', { time: meeting.startsAt, zone: meeting.timeZone, minutes: format.integer(meeting.minutes) })}
      {meeting.until && `, ${t('meeting.until', { when: format.day(meeting.until) })}`}
    </>
  )
}

const weekday = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

function OccurrenceRow({ occurrence, past, onAttend }: { occurrence: Occurrence; past?: boolean; onAttend?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const session = useSession()
  const { attendance, participants } = occurrence
  const missing = participants.filter((code) => !attendance?.departments.includes(code))
  const mayRecord = participants.some((code) => session.heads(code))
  return (
    <li className="j-row j-row--slim">
      <div className="j-row__words">
        <p>
          <time dateTime={occurrence.startsAt}>
            <strong>{format.moment(occurrence.startsAt)}</strong>
          </time>{' '}
          {occurrence.title} <span className="j-quiet">· {t(`meeting.kind.${occurrence.kind}`)}</span>
        </p>
        {past && attendance && (
          <p>
            {missing.length === 0 ? (
              <Tag tone="good">{t('meeting.allThere')}</Tag>
            ) : (
              <Tag tone="warn">{t('meeting.missing', { who: format.list(missing.map(nameOf)) })}</Tag>
            )}
          </p>
        )}
        {past && attendance?.note && <p className="j-quiet">{attendance.note}</p>}
        {!past && <DepartmentNames codes={participants} plain />}
        {past && !attendance && <p className="j-quiet">{t('meeting.notRecorded')}</p>}
      </div>
      {past && mayRecord && onAttend && (
        <Button variant="link" onClick={onAttend} aria-label={`${t(attendance ? 'meeting.correct' : 'meeting.record')}: ${occurrence.title}, ${format.day(occurrence.on)}`}>
          {t(attendance ? 'meeting.correct' : 'meeting.record')}
        </Button>
      )}
    </li>
  )
}
