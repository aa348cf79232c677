import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Trend, TrendPoint } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { TrendChart } from '../../ui/TrendChart'
import { useSearch } from '../../ui/useSearch'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { baselineOf, changeOf, grainFor, latestWhole, measured, type MeasuredName } from './change'
import { ChangeTag, shownAs, tickAs, useBaselineName, usePeriodName } from './figures'
import { NotNarrowed } from './NotNarrowed'
import { settingsQuery, trendParameters, trendQuery, type Grain } from './queries'
import { Recalculating } from './Recalculating'

const grains: Grain[] = ['day', 'week', 'month']

// One drawing each; what belongs together shares one.
type Main = 'p85' | 'velocity' | 'load' | 'handoffs' | 'pingPong' | 'rework' | 'efficiency' | 'sla'
const charts: [Main, ...MeasuredName[]][] = [
  ['p85', 'mean'],
  ['velocity', 'arrivals'],
  ['load'],
  ['handoffs'],
  ['pingPong'],
  ['rework'],
  ['efficiency'],
  ['sla'],
]

export function useTrendAsked() {
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const [search, setSearch] = useSearch('grain')
  const { data: settings } = useSuspenseQuery(settingsQuery(stream.code))
  const usual = grainFor(period)
  const grain = grains.find((one) => one === search.grain) ?? usual
  return { asked: { level, grain, period, baseline: settings.baseline }, usual, setSearch }
}

export function TrendsTab() {
  const { t } = useTranslation()
  return (
    <>
      <FlowFilters />
      <NotNarrowed by={['team', 'department', 'stage']} />
      <Recalculating />
      <Section title={t('trend.title')} hint={<BaselineHint />} actions={<Switches />} lines={8}>
        <Trends />
      </Section>
    </>
  )
}

function BaselineHint() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const nameOf = useBaselineName()
  const { data: settings } = useSuspenseQuery(settingsQuery(stream.code))
  if (settings.baseline) return <>{t('trend.baselineIs', { period: nameOf(settings.baseline) })}</>
  const owner = stream.owners.some((code) => session.heads(code))
  return (
    <>
      {t('trend.noBaseline')}{' '}
      {owner && <Link to={paths.streamRules(stream.code)}>{t('trend.chooseBaseline')}</Link>}
    </>
  )
}

function Switches() {
  const { t } = useTranslation()
  const stream = useStream()
  const { asked, usual, setSearch } = useTrendAsked()
  const [search, setView] = useSearch('view')
  return (
    <>
      <FilterSelect
        label={t('trend.grain')}
        value={asked.grain}
        onChange={(grain) => setSearch({ grain: grain === usual ? '' : grain })}
        choices={grains.map((grain) => ({ value: grain, label: t(`trend.per.${grain}`) }))}
      />
      <FilterSelect
        label={t('trend.view')}
        value={search.view === 'table' ? 'table' : 'charts'}
        onChange={(view) => setView({ view: view === 'table' ? view : '' })}
        choices={[
          { value: 'charts', label: t('trend.asCharts') },
          { value: 'table', label: t('trend.asTable') },
        ]}
      />
      <CsvButton name={`${stream.code}-trend`} href={csvAddress(stream.code, 'flow/trend', trendParameters(asked))} />
    </>
  )
}

function Trends() {
  const { t } = useTranslation()
  const stream = useStream()
  const { asked } = useTrendAsked()
  const wanted = useDeferredValue(asked)
  const [search] = useSearch('view')
  const { data: trend } = useSuspenseQuery(trendQuery(stream.code, wanted))
  if (trend.items.length === 0) {
    return (
      <EmptyHint title={t('trend.none')}>
        <p>{t('trend.noneHint')}</p>
      </EmptyHint>
    )
  }
  return search.view === 'table' ? (
    <TrendTable trend={trend} grain={wanted.grain} />
  ) : (
    <div className="j-trends">
      {charts.map((names) => (
        <TrendCard key={names[0]} names={names} trend={trend} grain={wanted.grain} />
      ))}
    </div>
  )
}

function TrendCard({ names, trend, grain }: { names: [Main, ...MeasuredName[]]; trend: Trend; grain: Grain }) {
  const { t } = useTranslation()
  const format = useFormat()
  const periodName = usePeriodName(grain)
  const [main] = names
  const show = shownAs(main, format)
  const latest = latestWhole(trend.items)
  const value = latest ? measured[main].of(latest) : null
  const baseline = baselineOf(main, trend.baseline, latest)
  const change = changeOf(main, value, baseline)
  const known = trend.items.some((point) => names.some((name) => measured[name].of(point) !== null))
  return (
    <section className="j-trend" aria-label={t(`trend.name.${main}`)}>
      <h3 className="j-trend__name">{t(`trend.chart.${main}`)}</h3>
      {!known ? (
        <p className="j-unknown">{main === 'efficiency' ? t('trend.notClassed') : t('trend.notKnown')}</p>
      ) : (
        <>
          <p className="j-trend__latest">
            <strong>{value === null ? '–' : show(value)}</strong>{' '}
            <span className="j-quiet">{latest && t('trend.inPeriod', { name: t(`trend.name.${main}`), period: periodName(latest.from) })}</span>
          </p>
          {change && <ChangeTag name={main} change={change} />}
          <TrendChart
            label={t('trend.label', {
              name: t(`trend.chart.${main}`),
              from: periodName(trend.items[0]!.from),
              to: periodName(trend.items.at(-1)!.from),
              latest: value === null ? '–' : show(value),
              baseline: baseline === null ? '–' : show(baseline),
            })}
            starts={trend.items.map((point) => point.from)}
            series={names.map((name) => ({
              name: t(`trend.name.${name}`),
              values: trend.items.map((point) => measured[name].of(point)),
              baseline: baselineOf(name, trend.baseline, latest),
            }))}
            show={show}
            showTick={tickAs(main, format)}
            unit={main === 'p85' && trend.items.some((point) => (point.p85FlowTimeHours ?? 0) >= 72) ? 24 : 1}
            periodName={periodName}
            tickName={(start) => format.shortPeriod(start, grain === 'month')}
            baselineName={t('trend.baseline')}
          />
        </>
      )}
    </section>
  )
}

const columns = ['arrivals', 'velocity', 'load', 'mean', 'p85', 'handoffs', 'pingPong', 'rework', 'efficiency', 'sla'] as const

function TrendTable({ trend, grain }: { trend: Trend; grain: Grain }) {
  const { t } = useTranslation()
  const format = useFormat()
  const periodName = usePeriodName(grain)
  const rows = [...(trend.baseline ? [trend.baseline] : []), ...trend.items.toReversed()]
  return (
    <div className="j-pairs">
      <DataTable<TrendPoint>
        label={t('trend.title')}
        rows={rows}
        keyOf={(point) => `${point.from} ${point.to}`}
        columns={[
          {
            name: t('trend.period'),
            main: true,
            cell: (point) => (point === trend.baseline ? t('trend.baselineWhole') : periodName(point.from)),
          },
          ...columns.map((name) => ({
            name: t(`trend.name.${name}`),
            numeric: true,
            cell: (point: TrendPoint) => {
              const value = measured[name].of(point)
              if (value === null) return '–'
              return name === 'mean' || name === 'p85' ? format.shortHours(value) : shownAs(name, format)(value)
            },
          })),
        ]}
      />
    </div>
  )
}
