import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CarrierFigures, Level } from '../../api/types'
import { paths } from '../../paths'
import { Bars } from '../../ui/Bars'
import { Lasting } from '../../ui/Clock'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { More } from '../../ui/More'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import type { Period } from '../streams/queries'
import { csvAddress, periodQuery } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { carriersQuery } from './queries'
import { QueueBars } from './QueueBars'
import { Recalculating } from './Recalculating'
import { useNameAt } from './useNameAt'

export function QueuesTab() {
  return (
    <>
      <FlowFilters />
      <Recalculating />
      <Queues />
    </>
  )
}

function useCarriers() {
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const wanted = useDeferredValue<{ level: Level; period: Period }>({ level, period })
  return useSuspenseQuery(carriersQuery(stream.code, wanted.level, wanted.period)).data
}

const shown = 10

function Queues() {
  const { t } = useTranslation()
  const carriers = useCarriers()
  const waited = carriers.filter((one) => one.totalWaitHours > 0)
  const holding = carriers.filter((one) => one.openNow > 0).sort((one, other) => other.openNow - one.openNow)
  if (carriers.length === 0) {
    return (
      <EmptyHint title={t('queue.none')}>
        <p>{t('handoffs.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <div className="j-halves">
        <Section title={t('queue.waits')} hint={t('queue.waitsHint')}>
          {waited.length > 0 ? <QueueBars carriers={waited.slice(0, shown)} /> : <p className="j-quiet">{t('queue.noWaits')}</p>}
        </Section>
        <Section title={t('queue.now')} hint={t('queue.nowHint')}>
          {holding.length > 0 ? <NowBars carriers={holding.slice(0, shown)} /> : <p className="j-quiet">{t('queue.nobody')}</p>}
        </Section>
      </div>
      <AllCarriers carriers={carriers} />
    </>
  )
}

function NowBars({ carriers }: { carriers: CarrierFigures[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { level } = useFlowFilters()
  const nameOf = useNameAt(level)
  return (
    <Bars
      label={t('queue.now')}
      tone="other"
      bars={carriers.map((one) => ({
        key: one.carrier,
        name: nameOf(one.carrier),
        value: one.openNow,
        shown: t('queue.openNow', { count: one.openNow, number: format.integer(one.openNow) }),
        note: one.oldestOpenSince && (
          <>
            {t('queue.oldestFor')} <Lasting since={one.oldestOpenSince} />
          </>
        ),
      }))}
    />
  )
}

const sorts = {
  totalWait: (one: CarrierFigures) => one.totalWaitHours,
  meanWait: (one: CarrierFigures) => one.meanWaitHours ?? 0,
  held: (one: CarrierFigures) => one.meanHeldHours,
  returned: (one: CarrierFigures) => one.returned,
  openNow: (one: CarrierFigures) => one.openNow,
  oldest: (one: CarrierFigures) => (one.oldestOpenSince ? -Date.parse(one.oldestOpenSince) : -Infinity),
  workItems: (one: CarrierFigures) => one.workItems,
}

export function sortCarriers(carriers: CarrierFigures[], sort: string) {
  const value = sorts[sort.replace('-', '') as keyof typeof sorts] ?? sorts.totalWait
  const sign = sort.startsWith('-') ? -1 : 1
  return [...carriers].sort((one, other) => sign * (value(one) - value(other)) || 0)
}

const page = 25

function AllCarriers({ carriers }: { carriers: CarrierFigures[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const nameOf = useNameAt(level)
  const [search, setSearch] = useSearch('sort', 'rows')
  const sort = search.sort || '-totalWait'
  const rows = Number(search.rows) || page
  return (
    <Section
      title={t(`queue.all.${level}`)}
      hint={`${t('queue.allHint')} ${t('pingPong.explained')}`}
      actions={
        <CsvButton
          name={`${stream.code}-carriers`}
          href={csvAddress(stream.code, 'flow/carriers', { level, ...periodQuery(period), limit: 10_000 })}
        />
      }
    >
      <div className="j-pairs">
        <DataTable
          label={t(`queue.all.${level}`)}
          rows={sortCarriers(carriers, sort).slice(0, rows)}
          keyOf={(one) => one.carrier}
          sort={sort}
          onSort={(next) => setSearch({ sort: next === '-totalWait' ? '' : next })}
          columns={[
            {
              name: t(`level.${level}`),
              main: true,
              cell: (one) => (
                <Link to={paths.streamWorkItems(stream.code, { ...period, level: level === 'team' ? '' : level, [level]: one.carrier })}>
                  {nameOf(one.carrier)}
                </Link>
              ),
            },
            { name: t('flow.workItems'), sortKey: 'workItems', numeric: true, cell: (one) => format.integer(one.workItems) },
            { name: t('queue.meanWait'), sortKey: 'meanWait', numeric: true, cell: (one) => format.shortHours(one.meanWaitHours) },
            { name: t('queue.totalWait'), sortKey: 'totalWait', numeric: true, cell: (one) => format.shortHours(one.totalWaitHours) },
            { name: t('queue.held'), sortKey: 'held', numeric: true, cell: (one) => format.shortHours(one.meanHeldHours) },
            { name: t('queue.cameBack'), sortKey: 'returned', numeric: true, cell: (one) => format.integer(one.returned) },
            { name: t('queue.open'), sortKey: 'openNow', numeric: true, cell: (one) => format.integer(one.openNow) },
            { name: t('queue.oldest'), sortKey: 'oldest', numeric: true, cell: (one) => (one.oldestOpenSince ? <Lasting since={one.oldestOpenSince} /> : '–') },
          ]}
        />
      </div>
      <More more={carriers.length > rows ? () => setSearch({ rows: String(rows + 50) }) : undefined} busy={false} />
    </Section>
  )
}
