import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { HandoffPair, Level } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { More } from '../../ui/More'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { FlowDiagram } from '../flow/FlowDiagram'
import { Recalculating } from '../flow/Recalculating'
import { FlowFilters, useFlowFilters } from './FlowFilters'
import { HeatLegend, HeatMap, type Shade } from './HeatMap'
import { matrixOf, meanWait, OTHERS } from './matrix'
import { csvAddress, handoffsQuery, periodQuery } from './queries'
import { useStream } from './StreamPage'

const sizes = ['12', '20', '40']

export function HandoffsTab() {
  const { t } = useTranslation()
  return (
    <>
      <FlowFilters />
      <Recalculating />
      <Section title={t('diagram.title')} hint={t('diagram.explained')} lines={8}>
        <Diagram />
      </Section>
      <Handoffs />
    </>
  )
}

function Handoffs() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period, narrowed } = useFlowFilters()
  const wanted = useDeferredValue({ level, ...period })
  const { level: wantedLevel, ...wantedPeriod } = wanted
  const { data } = useSuspenseQuery(handoffsQuery(stream.code, wantedLevel, wantedPeriod))
  if (data.items.length === 0) {
    return (
      <EmptyHint title={t('handoffs.none')}>
        <p>{t(narrowed ? 'handoffs.noneHint' : level === 'department' ? 'handoffs.noDepartments' : level === 'stage' ? 'handoffs.noStages' : 'handoffs.noTeams')}</p>
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

/** Departments first, where there are any: that is the level at which heads act. The reader's choice goes before it. */
function Diagram() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, chosenLevel, period } = useFlowFilters()
  const wanted = useDeferredValue(period)
  const { data: asked } = useSuspenseQuery(handoffsQuery(stream.code, level, wanted))
  const { data: departments } = useSuspenseQuery(
    handoffsQuery(stream.code, chosenLevel ? level : 'department', wanted),
  )
  const byDepartment = !chosenLevel && departments.items.length > 0
  const { items } = byDepartment ? departments : asked
  const drawn = byDepartment ? 'department' : level
  const nameOf = useCarrierName(drawn)
  const [search, setSearch] = useSearch('flow')
  const matrix = useMemo(() => matrixOf(items, 10), [items])
  const chosen = chosenIn(search.flow)
  if (items.length === 0) return <p className="j-quiet">{t('handoffs.none')}</p>
  return (
    <>
      <p className="j-small j-quiet">{t(`diagram.between.${drawn}`)}</p>
      <FlowDiagram
        key={drawn}
        matrix={matrix}
        nameOf={(carrier) => nameOf(carrier, matrix.others)}
        chosen={chosen}
        onChoose={(from, to) => setSearch({ flow: JSON.stringify([from, to]) })}
      />
      <div aria-live="polite">
        {chosen && <ChosenPair {...chosen} matrix={matrix} pairs={items} level={drawn} />}
      </div>
    </>
  )
}

function useCarrierName(level: Level) {
  const { t } = useTranslation()
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
  const { level } = useFlowFilters()
  const nameOf = useCarrierName(level)
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
        {chosen && <ChosenPair {...chosen} matrix={matrix} pairs={pairs} level={level} />}
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
  level,
}: {
  from: string
  to: string
  matrix: ReturnType<typeof matrixOf>
  pairs: HandoffPair[]
  level: Level
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCarrierName(level)
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
              {lifted(pair) && <dd className="j-quiet j-small">{t('handoffs.lifted')}</dd>}
            </div>
          )}
          <div>
            <dt>{t('handoffs.back')}</dt>
            <dd>{format.integer(back?.count ?? 0)}</dd>
          </div>
          {pair && (
            <div>
              <dt>{t('pairs.returns')}</dt>
              <dd>{format.integer(pair.returns)}</dd>
            </div>
          )}
        </dl>
      </div>
      {pair && (
        <div className="j-actions">
          <ItemsOf pair={pair} level={level} />
          <RaiseAbout pair={pair} level={level} />
        </div>
      )}
    </div>
  )
}

/** The work items that went over from the one to the other. */
function ItemsOf({ pair, level, children }: { pair: HandoffPair; level: Level; children?: string }) {
  const { t } = useTranslation()
  const stream = useStream()
  const nameOf = useCarrierName(level)
  const { period } = useFlowFilters()
  return (
    <Link
      to={paths.streamWorkItems(stream.code, {
        ...period,
        level: level === 'team' ? '' : level,
        handedFrom: pair.from,
        handedTo: pair.to,
      })}
      aria-label={children && t('pairs.itemsOf', { count: pair.count, number: children, from: nameOf(pair.from), to: nameOf(pair.to) })}
    >
      {children ?? t('pairs.items')}
    </Link>
  )
}

function RaiseAbout({ pair, level, link }: { pair: HandoffPair; level: Level; link?: boolean }) {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const nameOf = useCarrierName(level)
  if (!session.isHead) return null
  const departmentOf = (carrier: string) =>
    level === 'department' ? carrier : level === 'stage' ? stream.stages.find(({ name }) => name === carrier)?.department : undefined
  const to = paths.newEscalation({
    stream: stream.code,
    from: nameOf(pair.from),
    to: nameOf(pair.to),
    departments: [...new Set([departmentOf(pair.from), departmentOf(pair.to)])].filter(Boolean).join(','),
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

/** A few very long waits lift the mean above what most handoffs take, which reads like a mistake. */
const lifted = ({ meanWaitHours, p85WaitHours }: HandoffPair) =>
  meanWaitHours != null && p85WaitHours != null && meanWaitHours > p85WaitHours

const page = 15

// How pairs can be ranked; the service knows the same orders.
const ranks = ['count', 'totalWait', 'returns'] as const

function WorstPairs({ pairs, known }: { pairs: HandoffPair[]; known: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const session = useSession()
  const { level, period } = useFlowFilters()
  const nameOf = useCarrierName(level)
  const [search, setSearch] = useSearch('rows', 'sort')
  const rows = Number(search.rows) || page
  const sort = search.sort || '-count'
  const rank = ranks.find((one) => sort === `-${one}`)
  const sorted = useMemo(() => sortPairs(pairs, sort), [pairs, sort])
  return (
    <Section
      title={t(`pairs.rank.${rank ?? 'count'}`)}
      hint={
        <>
          {t('handoffs.worstHint', { pairs: format.integer(known) })} {rank && t(`pairs.rankHint.${rank}`)}
          {sorted.slice(0, rows).some(lifted) && ` ${t('handoffs.liftedSome')}`}
        </>
      }
      actions={
        <>
          <FilterSelect
            label={t('pairs.rankBy')}
            value={rank ?? ''}
            all={rank ? undefined : t('pairs.byColumn')}
            onChange={(chosen) => setSearch({ sort: chosen === 'count' || !chosen ? '' : `-${chosen}` })}
            choices={ranks.map((one) => ({ value: one, label: t(`pairs.by.${one}`) }))}
          />
          <CsvButton
            name={`${stream.code}-handoffs`}
            href={csvAddress(stream.code, 'handoffs', { level, ...periodQuery(period), sort: rank && `-${rank}`, limit: 10_000 })}
          />
        </>
      }
    >
      <div className="j-pairs">
        <DataTable
          label={t(`pairs.rank.${rank ?? 'count'}`)}
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
              cell: (pair) => (
                <ItemsOf pair={pair} level={level}>
                  {format.integer(pair.count)}
                </ItemsOf>
              ),
            },
            {
              name: t('handoffs.meanWait'),
              sortKey: 'meanWait',
              numeric: true,
              cell: (pair) => format.shortHours(pair.meanWaitHours),
            },
            {
              name: t('handoffs.p85Wait'),
              sortKey: 'p85Wait',
              numeric: true,
              cell: (pair) => format.shortHours(pair.p85WaitHours),
            },
            {
              name: t('pairs.totalWait'),
              sortKey: 'totalWait',
              numeric: true,
              cell: (pair) => format.shortHours(pair.totalWaitHours),
            },
            {
              name: t('pairs.returns'),
              sortKey: 'returns',
              numeric: true,
              cell: (pair) =>
                pair.returns === 0
                  ? '–'
                  : t('pairs.returnsOf', {
                      number: format.integer(pair.returns),
                      share: format.percent(pair.returnShare),
                    }),
            },
            ...(session.isHead
              ? [
                  {
                    name: t('handoffs.act'),
                    cell: (pair: HandoffPair) => <RaiseAbout pair={pair} level={level} link />,
                  },
                ]
              : []),
          ]}
        />
      </div>
      <More
        more={sorted.length > rows ? () => setSearch({ rows: String(rows + 50) }) : undefined}
        busy={false}
      />
    </Section>
  )
}

const amounts = {
  count: (pair: HandoffPair) => pair.count,
  meanWait: (pair: HandoffPair) => pair.meanWaitHours,
  p85Wait: (pair: HandoffPair) => pair.p85WaitHours,
  totalWait: (pair: HandoffPair) => pair.totalWaitHours,
  returns: (pair: HandoffPair) => pair.returns,
}

export function sortPairs(pairs: HandoffPair[], sort: string) {
  const amount = amounts[sort.replace('-', '') as keyof typeof amounts] ?? amounts.count
  const sign = sort.startsWith('-') ? -1 : 1
  return [...pairs].sort((one, other) => sign * ((amount(one) ?? 0) - (amount(other) ?? 0)))
}
