import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import type { WorkItemSummary } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable, type Column } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { SearchBox } from '../../ui/SearchBox'
import { Tag } from '../../ui/Tag'
import { useHandedOn } from '../../ui/useHandedOn'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { useNameAt } from '../flow/useNameAt'
import { FlowFilters, useFlowFilters } from './FlowFilters'
import { csvAddress, openOf, workItemParameters, workItemsQuery, type WorkItemFilter } from './queries'
import { useStream } from './StreamPage'

export function WorkItemsTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const [search, setSearch] = useSearch('sort', 'open', 'q', 'handedFrom', 'handedTo')
  const sort = search.sort || '-handoffs'
  const handed =
    search.handedFrom && search.handedTo ? { from: search.handedFrom, to: search.handedTo } : undefined
  const filter = { sort, open: openOf(sort, search.open) ?? '', q: search.q, level, period, handed }
  return (
    <>
      <FlowFilters />
      {handed && <Handed {...handed} onClear={() => setSearch({ handedFrom: '', handedTo: '' })} />}
      <div className="j-filters" role="search">
        <SearchBox value={search.q} onSearch={(q) => setSearch({ q })} label={t('workItems.search')} />
        <FilterSelect
          label={t('workItems.sort')}
          value={filter.sort}
          onChange={(next) =>
            setSearch({ sort: next === '-handoffs' ? '' : next, open: openOf(next, filter.open) })
          }
          choices={[
            { value: '-handoffs', label: t('workItems.byHandoffs') },
            { value: '-pingPong', label: t('workItems.byPingPong') },
            { value: '-flowTime', label: t('workItems.byFlowTime') },
            { value: '-age', label: t('workItems.byAge') },
            { value: '-lastAt', label: t('workItems.byLast') },
          ]}
        />
        <FilterSelect
          label={t('workItems.state')}
          all={t('workItems.all')}
          value={filter.open}
          onChange={(open) => setSearch({ open, sort: openOf(sort, open) === open ? search.sort : '' })}
          choices={[
            { value: 'true', label: t('workItems.open') },
            { value: 'false', label: t('workItems.done') },
          ]}
        />
        <CsvButton
          name={`${stream.code}-work-items`}
          href={csvAddress(stream.code, 'work-items', { ...workItemParameters(filter), limit: 200 })}
        />
      </div>
      <Guarded key={JSON.stringify(filter)} lines={8}>
        <WorkItems code={stream.code} filter={filter} />
      </Guarded>
    </>
  )
}

/** Only what went over from one carrier to another, as chosen among the handoffs. */
function Handed({ from, to, onClear }: { from: string; to: string; onClear: () => void }) {
  const { t } = useTranslation()
  const { level } = useFlowFilters()
  const nameOf = useNameAt(level)
  const box = useHandedOn<HTMLDivElement>()
  return (
    <div ref={box} className="j-chosen j-chosen--filter">
      <p>{t('pairs.handed', { from: nameOf(from), to: nameOf(to) })}</p>
      <Button variant="link" onClick={onClear}>
        {t('pairs.handedClear')}
      </Button>
    </div>
  )
}

function WorkItems({ code, filter }: { code: string; filter: WorkItemFilter }) {
  const { t } = useTranslation()
  const format = useFormat()
  const departmentName = useDepartmentName()
  const { items, more, busy } = usePaged(workItemsQuery(code, filter))
  if (items.length === 0) {
    return (
      <EmptyHint title={t('table.nothingFound')}>
        <p>{t('table.nothingFoundHint')}</p>
      </EmptyHint>
    )
  }
  const flowTime: Column<WorkItemSummary> = {
    name: t('flow.flowTime'),
    numeric: true,
    cell: (item) => format.hours(item.flowTimeHours),
  }
  const age: Column<WorkItemSummary> = {
    name: t('workItems.age'),
    numeric: true,
    cell: (item) => format.hours(item.ageHours),
  }
  return (
    <>
      <DataTable<WorkItemSummary>
        label={t('stream.workItems')}
        rows={items}
        keyOf={(item) => item.id}
        columns={[
          {
            name: t('workItems.one'),
            main: true,
            cell: (item) => <Link to={paths.workItem(code, item.id, { level: filter.level === 'team' ? '' : filter.level })}>{item.id}</Link>,
          },
          { name: t('flow.type'), cell: (item) => item.type ?? '–' },
          {
            name: t('flow.handoffs'),
            numeric: true,
            cell: (item) => format.integer(item.handoffs),
          },
          {
            name: t('workItems.pingPong'),
            numeric: true,
            cell: (item) => format.integer(item.pingPong),
          },
          ...(filter.open === 'true' ? [] : [flowTime]),
          ...(filter.open === 'false' ? [] : [age]),
          {
            name: t('workItems.now'),
            cell: (item) => <span className="j-whole-words">{item.team ?? (item.department ? departmentName(item.department) : '–')}</span>,
          },
          { name: t('workItems.last'), cell: (item) => <time dateTime={item.lastAt} title={format.moment(item.lastAt)}>{format.day(item.lastAt)}</time> },
          { name: t('flow.sla'), cell: (item) => <SlaTag met={item.slaMet} /> },
        ]}
      />
      <More more={more} busy={busy} />
    </>
  )
}

export function SlaTag({ met }: { met: boolean | null | undefined }) {
  const { t } = useTranslation()
  if (met == null) return <>–</>
  return met ? <Tag tone="good">{t('flow.slaMet')}</Tag> : <Tag tone="bad">{t('flow.slaMissed')}</Tag>
}
