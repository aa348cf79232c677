import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TypeFigures } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { More } from '../../ui/More'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { NotNarrowed } from './NotNarrowed'
import { typesParameters, typesQuery } from './queries'
import { Recalculating } from './Recalculating'
import { RunningAndChanging } from './RunningAndChanging'
import { TypeMark, useTypeMarks } from './TypeMark'

export function TypesTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  return (
    <>
      <FlowFilters />
      <NotNarrowed by={['type', 'team', 'department', 'stage']} />
      <Recalculating />
      <RunningAndChanging />
      <Section
        title={t('types.title')}
        hint={`${t('types.hint')} ${t('pingPong.explained')}`}
        actions={
          <CsvButton
            name={`${stream.code}-types`}
            href={csvAddress(stream.code, 'flow/types', { ...typesParameters(level, period), limit: 10_000 })}
          />
        }
      >
        <TypesTable />
      </Section>
    </>
  )
}

const values = {
  workItems: (one: TypeFigures) => one.workItems,
  flowTime: (one: TypeFigures) => one.meanFlowTimeHours ?? -1,
  handoffs: (one: TypeFigures) => one.handoffsPerItem ?? -1,
  pingPong: (one: TypeFigures) => one.pingPongShare ?? -1,
  efficiency: (one: TypeFigures) => one.efficiency ?? -1,
  sla: (one: TypeFigures) => one.slaMetShare ?? -1,
}

function TypesTable() {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const wanted = useDeferredValue({ level, period })
  const [search, setSearch] = useSearch('sort', 'rows')
  const marks = useTypeMarks()
  const { data } = useSuspenseQuery(typesQuery(stream.code, wanted.level, wanted.period))
  if (data.length === 0) {
    return (
      <EmptyHint title={t('flow.noneHere')}>
        <p>{t('flow.noneHereHint')}</p>
      </EmptyHint>
    )
  }
  const sort = search.sort || '-workItems'
  const value = values[sort.replace('-', '') as keyof typeof values] ?? values.workItems
  const sign = sort.startsWith('-') ? -1 : 1
  const sorted = [...data].sort((one, other) => sign * (value(one) - value(other)))
  const rows = Number(search.rows) || 50
  return (
    <>
      {marks?.error && <ProblemAlert error={marks.error} takesFocus />}
      <DataTable
        label={t('types.title')}
        rows={sorted.slice(0, rows)}
        keyOf={(one) => one.type ?? ''}
        sort={sort}
        onSort={(next) => setSearch({ sort: next === '-workItems' ? '' : next })}
        columns={[
          {
            name: t('flow.type'),
            main: true,
            cell: (one) =>
              one.type === null ? (
                <span className="j-unknown">{t('types.none')}</span>
              ) : (
                <Link to={paths.stream(stream.code, { ...period, level: level === 'team' ? '' : level, type: one.type })}>
                  {one.type}
                </Link>
              ),
          },
          ...(marks
            ? [{ name: t('running.mark'), cell: (one: TypeFigures) => <TypeMark type={one.type} marks={marks} /> }]
            : []),
          { name: t('flow.workItems'), sortKey: 'workItems', numeric: true, cell: (one) => format.integer(one.workItems) },
          { name: t('workItems.done'), numeric: true, cell: (one) => format.integer(one.done) },
          { name: t('types.flowTime'), sortKey: 'flowTime', numeric: true, cell: (one) => format.hours(one.meanFlowTimeHours) },
          { name: t('flow.handoffsPerItem'), sortKey: 'handoffs', numeric: true, cell: (one) => format.fixed(one.handoffsPerItem, 2) },
          { name: t('flow.pingPong'), sortKey: 'pingPong', numeric: true, cell: (one) => format.percent(one.pingPongShare, 1) },
          { name: t('flow.efficiency'), sortKey: 'efficiency', numeric: true, cell: (one) => format.percent(one.efficiency, 1) },
          { name: t('flow.sla'), sortKey: 'sla', numeric: true, cell: (one) => format.percent(one.slaMetShare, 1) },
        ]}
      />
      <More more={data.length > rows ? () => setSearch({ rows: String(rows + 50) }) : undefined} busy={false} />
    </>
  )
}
