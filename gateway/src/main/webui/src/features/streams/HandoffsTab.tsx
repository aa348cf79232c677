import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { HandoffPair } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { FlowFilters, useFlowFilters } from './FlowFilters'
import { HeatLegend, HeatMap, type Shade } from './HeatMap'
import { matrixOf, meanWait, OTHERS } from './matrix'
import { csvAddress, handoffsQuery, periodQuery } from './queries'
import { useStream } from './StreamPage'

const sizes = ['12', '20', '40']

export function HandoffsTab() {
  return (
    <>
      <FlowFilters />
      <Handoffs />
    </>
  )
}

function Handoffs() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const wanted = useDeferredValue({ level, ...period })
  const { data } = useSuspenseQuery(
    handoffsQuery(stream.code, wanted.level, { from: wanted.from, to: wanted.to, type: wanted.type }),
  )
  if (data.items.length === 0) {
    return (
      <EmptyHint title={t('handoffs.none')}>
        <p>{t('handoffs.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <Map pairs={data.items} total={data.total} />
      <WorstPairs pairs={data.items} known={data.pairs} />
    </>
  )
}

function useCarrierName() {
  const { t } = useTranslation()
  const { level } = useFlowFilters()
  const departmentName = useDepartmentName()
  return (carrier: string, others = 0) =>
    carrier === OTHERS
      ? t('heat.others', { count: others })
      : level === 'department'
        ? departmentName(carrier)
        : carrier
}

function Map({ pairs, total }: { pairs: HandoffPair[]; total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCarrierName()
  const [search, setSearch] = useSearch('show', 'shade', 'pair')
  const shade: Shade = search.shade === 'wait' ? 'wait' : 'count'
  const show = search.show === 'all' ? Infinity : Number(search.show) || 12
  const matrix = useMemo(() => matrixOf(pairs, show), [pairs, show])
  const chosen = chosenIn(search.pair)
  const carriers = new Set(pairs.flatMap(({ from, to }) => [from, to])).size

  return (
    <Section
      title={t('heat.title', { total: format.integer(total) })}
      hint={t('heat.hint')}
      actions={
        <>
          <FilterSelect
            label={t('heat.shade')}
            value={shade}
            onChange={(value) => setSearch({ shade: value === 'count' ? '' : value })}
            choices={[
              { value: 'count', label: t('heat.byCount') },
              { value: 'wait', label: t('heat.byWait') },
            ]}
          />
          {carriers > 12 && (
            <FilterSelect
              label={t('heat.show')}
              value={search.show || '12'}
              onChange={(value) => setSearch({ show: value === '12' ? '' : value })}
              choices={[
                ...sizes
                  .filter((size) => Number(size) < carriers)
                  .map((size) => ({ value: size, label: t('heat.top', { count: Number(size) }) })),
                { value: 'all', label: t('heat.all', { number: format.integer(carriers) }) },
              ]}
            />
          )}
        </>
      }
    >
      <HeatMap
        key={`${matrix.carriers.length} ${matrix.carriers[0]}`}
        matrix={matrix}
        shade={shade}
        nameOf={(carrier) => nameOf(carrier, matrix.others)}
        chosen={chosen}
        onChoose={(from, to) => setSearch({ pair: JSON.stringify([from, to]) })}
      />
      <HeatLegend shade={shade} />
      <div aria-live="polite">
        {chosen && <ChosenPair {...chosen} matrix={matrix} pairs={pairs} />}
      </div>
    </Section>
  )
}

function chosenIn(pair: string) {
  try {
    const [from, to] = JSON.parse(pair) as [string, string]
    return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
  } catch {
    return undefined
  }
}

function ChosenPair({
  from,
  to,
  matrix,
  pairs,
}: {
  from: string
  to: string
  matrix: ReturnType<typeof matrixOf>
  pairs: HandoffPair[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCarrierName()
  const cell = matrix.cell(from, to)
  if (!cell) return null
  const pair = pairs.find((one) => one.from === from && one.to === to)
  const back = matrix.cell(to, from)
  return (
    <div className="j-chosen">
      <div className="j-chosen__facts">
        <p className="j-chosen__pair">
          {nameOf(from, matrix.others)} <span aria-hidden="true">→</span>
          <span className="j-hidden">{t('handoffs.to')}</span> {nameOf(to, matrix.others)}
        </p>
        <dl className="j-pair">
          <div>
            <dt>{t('handoffs.count')}</dt>
            <dd>{format.integer(cell.count)}</dd>
          </div>
          <div>
            <dt>{t('handoffs.meanWait')}</dt>
            <dd>{format.hours(meanWait(cell))}</dd>
          </div>
          {pair && (
            <div>
              <dt>{t('handoffs.p85Wait')}</dt>
              <dd>{format.hours(pair.p85WaitHours)}</dd>
            </div>
          )}
          <div>
            <dt>{t('handoffs.back')}</dt>
            <dd>{format.integer(back?.count ?? 0)}</dd>
          </div>
        </dl>
      </div>
      {pair && <RaiseAbout pair={pair} />}
    </div>
  )
}

function RaiseAbout({ pair, link }: { pair: HandoffPair; link?: boolean }) {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const nameOf = useCarrierName()
  if (!session.isHead) return null
  const to = paths.newEscalation({
    stream: stream.code,
    from: nameOf(pair.from),
    to: nameOf(pair.to),
    count: pair.count,
    wait: pair.meanWaitHours == null ? undefined : Math.round(pair.meanWaitHours * 10) / 10,
  })
  return link ? (
    <Link
      to={to}
      aria-label={t('handoffs.raiseAbout', { from: nameOf(pair.from), to: nameOf(pair.to) })}
    >
      {t('handoffs.raiseShort')}
    </Link>
  ) : (
    <Button variant="primary" component={(props) => <Link {...props} to={to} />}>
      {t('handoffs.raise')}
    </Button>
  )
}

const page = 15

function WorstPairs({ pairs, known }: { pairs: HandoffPair[]; known: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const nameOf = useCarrierName()
  const session = useSession()
  const { level, period } = useFlowFilters()
  const [search, setSearch] = useSearch('rows', 'sort')
  const rows = Number(search.rows) || page
  const sort = search.sort || '-count'
  const sorted = useMemo(() => sortPairs(pairs, sort), [pairs, sort])
  return (
    <Section
      title={t('handoffs.worst')}
      hint={t('handoffs.worstHint', { pairs: format.integer(known) })}
      actions={
        <CsvButton
          name={`${stream.code}-handoffs`}
          href={csvAddress(stream.code, 'handoffs', { level, ...periodQuery(period), limit: 10_000 })}
        />
      }
    >
      <DataTable
        label={t('handoffs.worst')}
        rows={sorted.slice(0, rows)}
        keyOf={({ from, to }) => `${from} ${to}`}
        sort={sort}
        onSort={(next) => setSearch({ sort: next })}
        columns={[
          { name: t('handoffs.from'), cell: (pair) => nameOf(pair.from), main: true },
          { name: t('handoffs.to'), cell: (pair) => nameOf(pair.to), main: true },
          {
            name: t('handoffs.count'),
            sortKey: 'count',
            numeric: true,
            cell: (pair) => format.integer(pair.count),
          },
          {
            name: t('handoffs.meanWait'),
            sortKey: 'meanWait',
            numeric: true,
            cell: (pair) => format.hours(pair.meanWaitHours),
          },
          {
            name: t('handoffs.p85Wait'),
            sortKey: 'p85Wait',
            numeric: true,
            cell: (pair) => format.hours(pair.p85WaitHours),
          },
          ...(session.isHead
            ? [
                {
                  name: t('handoffs.act'),
                  cell: (pair: HandoffPair) => <RaiseAbout pair={pair} link />,
                },
              ]
            : []),
        ]}
      />
      {sorted.length > rows && (
        <div className="j-more j-noprint">
          <Button variant="secondary" onClick={() => setSearch({ rows: String(rows + 50) })}>
            {t('table.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}

export function sortPairs(pairs: HandoffPair[], sort: string) {
  const field = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  const value = (pair: HandoffPair) =>
    field === 'meanWait'
      ? (pair.meanWaitHours ?? 0)
      : field === 'p85Wait'
        ? (pair.p85WaitHours ?? 0)
        : pair.count
  return [...pairs].sort((one, other) => sign * (value(one) - value(other)))
}
