import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { usePaged } from '../../api/paging'
import type { Level, WorkItem, WorkItemEvent } from '../../api/types'
import { paths } from '../../paths'
import { Lasting } from '../../ui/Clock'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { Figures } from '../../ui/Figures'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { eventsQuery } from '../flow/queries'
import { journeyOf, waitOf } from './journey'
import { JourneyTimeline } from './JourneyTimeline'
import { csvAddress, streamQuery, workItemQuery } from './queries'
import { SlaTag } from './WorkItemsTab'

export function WorkItemPage() {
  const { code = '', id = '' } = useParams()
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const { data: stream } = useSuspenseQuery(streamQuery(code))
  const { data: item } = useSuspenseQuery(workItemQuery(code, id))
  const [search, setSearch] = useSearch('level')
  const levels = (['team', 'department', 'stage'] as const).filter((level) =>
    item.stays.some((stay) => stay.level === level),
  )
  const level: Level = levels.find((one) => one === search.level) ?? levels[0] ?? 'team'
  const stays = item.stays.filter((stay) => stay.level === level)
  const waited = stays.length > 1 ? waitOf(journeyOf(stays)) : 0

  return (
    <Page
      wide
      title={item.id}
      eyebrow={item.type ?? t('workItems.one')}
      trail={[
        { name: t('nav.streams'), to: paths.streams() },
        { name: stream.name, to: paths.stream(code) },
        { name: t('stream.workItems'), to: paths.streamWorkItems(code) },
      ]}
      lead={<NowWith item={item} level={level} />}
    >
      <Figures
        items={[
          item.done
            ? {
                label: t('flow.flowTime'),
                value: format.duration(item.flowTime),
                note: t('workItems.between', {
                  from: format.moment(item.firstAt),
                  to: format.moment(item.lastAt),
                }),
                main: true,
              }
            : {
                label: t('workItems.age'),
                value: format.duration(item.age),
                note: t('workItems.ageNote', { from: format.moment(item.firstAt) }),
                main: true,
              },
          {
            label: t('flow.handoffs'),
            value: format.integer(item.handoffs[level]),
            note: waited > 0 ? t('workItems.waited', { wait: format.seconds(waited) }) : undefined,
          },
          {
            label: t('workItems.pingPong'),
            value: format.integer(item.pingPong[level]),
            note: t('pingPong.explained'),
          },
          { label: t('flow.sla'), value: <SlaTag met={item.slaMet} /> },
        ]}
      />
      <Section
        title={t('journey.title')}
        hint={t('journey.hint')}
        actions={
          levels.length > 1 && (
            <FilterSelect
              label={t('flow.level')}
              value={level}
              onChange={(value) => setSearch({ level: value === 'team' ? '' : value })}
              choices={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          )
        }
      >
        {stays.length === 0 ? (
          <EmptyHint title={t('journey.none')}>
            <p>{t('journey.noneHint')}</p>
          </EmptyHint>
        ) : (
          <JourneyTimeline
            stays={stays}
            events={item.events}
            level={level}
            nameOf={(carrier) => (level === 'department' ? nameOf(carrier) : carrier)}
          />
        )}
      </Section>
      <Section
        title={t('journey.events')}
        hint={item.complete ? undefined : t('narrow.longJourney', { number: format.integer(item.eventCount) })}
        actions={
          <CsvButton
            name={`${code}-${item.id}`}
            href={csvAddress(code, `work-items/${encodeURIComponent(item.id)}/events`, { limit: 200 })}
          />
        }
      >
        {item.complete ? <Events events={item.events} /> : <PagedEvents code={code} id={id} />}
      </Section>
    </Page>
  )
}

/** A long journey is read page by page. */
function PagedEvents({ code, id }: { code: string; id: string }) {
  const { items, more, busy } = usePaged(eventsQuery(code, id))
  return (
    <>
      <Events events={items} />
      <More more={more} busy={busy} />
    </>
  )
}

function Events({ events }: { events: WorkItemEvent[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  return (
    <DataTable
      label={t('journey.events')}
      rows={events.map((event, index) => ({ ...event, index }))}
      keyOf={(event) => String(event.index)}
      columns={[
        { name: t('journey.at'), main: true, cell: (event) => format.moment(event.occurredAt) },
        { name: t('journey.activity'), cell: (event) => event.activity ?? '–' },
        { name: t('level.team'), cell: (event) => event.team ?? '–' },
        {
          name: t('level.department'),
          cell: (event) => (event.department ? nameOf(event.department) : '–'),
        },
        { name: t('journey.actor'), cell: (event) => event.actor ?? '–' },
      ]}
    />
  )
}

function NowWith({ item, level }: { item: WorkItem; level: Level }) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  if (item.done) return <p>{t('workItems.finished')}</p>
  const { team, teamSince, department, departmentSince, stage, stageSince } = item.now
  const [holder, since] = level === 'stage' && stage ? [stage, stageSince] :
    team && (level !== 'department' || !department)
      ? [team, teamSince]
      : [department && nameOf(department), departmentSince]
  if (!holder) return <p>{t('workItems.stillOpen')}</p>
  return (
    <p>
      {t('workItems.nowWith', { holder })} <Lasting since={since} />
    </p>
  )
}
