import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Distribution } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { Figures } from '../../ui/Figures'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { HistogramChart } from '../../ui/HistogramChart'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { distributionParameters, distributionQuery, type Spread } from './queries'
import { Recalculating } from './Recalculating'

export function DistributionTab() {
  const { t } = useTranslation()
  return (
    <>
      <FlowFilters />
      <Recalculating />
      <Section title={t('spread.title')} hint={t('spread.hint')} actions={<Switches />} lines={8}>
        <div className="j-spreads">
          <Spread measure="flow-time" />
          <Spread measure="handoffs" />
        </div>
      </Section>
    </>
  )
}

function Switches() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const [search, setView] = useSearch('view')
  return (
    <>
      <FilterSelect
        label={t('trend.view')}
        value={search.view === 'table' ? 'table' : 'charts'}
        onChange={(view) => setView({ view: view === 'table' ? view : '' })}
        choices={[
          { value: 'charts', label: t('trend.asCharts') },
          { value: 'table', label: t('trend.asTable') },
        ]}
      />
      {(['flow-time', 'handoffs'] as const).map((measure) => (
        <span key={measure} className="j-spread__csv">
          <span className="j-quiet">{t(`spread.name.${measure}`)}</span>
          <CsvButton
            name={`${stream.code}-${measure}-distribution`}
            href={csvAddress(stream.code, 'flow/distribution', distributionParameters(measure, level, period))}
          />
        </span>
      ))}
    </>
  )
}

const minute = 1 / 60
const day = 24
const durations = [minute, 5 * minute, 15 * minute, 0.5, 1, 2, 4, 8, day, 2 * day, 4 * day, 7 * day, 14 * day, 30 * day, 60 * day, 120 * day, 240 * day, 365 * day, 730 * day]
const counts = [...Array.from({ length: 21 }, (_, count) => count), 25, 30, 40, 50, 60, 70, 80, 90, 100]

const marksOf = ({ p50, p85, p95 }: Distribution) =>
  ([['p50', p50], ['p85', p85], ['p95', p95]] as const).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))

function Spread({ measure }: { measure: Spread }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const wanted = useDeferredValue({ level, period })
  const [search] = useSearch('view')
  const { data: spread } = useSuspenseQuery(distributionQuery(stream.code, measure, wanted.level, wanted.period))
  const times = measure === 'flow-time'
  const show = (value: number | null) => (times ? format.hours(value) : format.decimal(value, 1))
  // A handoff is whole: the class from 3 to below 4 is 3.
  const bounds = ({ from, to }: Distribution['items'][number]) =>
    to === null ? t('spread.orMore', { from: show(from) }) : times ? t('spread.fromTo', { from: show(from), to: show(to) }) : show(from)
  const name = t(`spread.name.${measure}`)
  return (
    <section className="j-spread" aria-label={name}>
      <h3 className="j-trend__name">{t(`spread.chart.${measure}`)}</h3>
      {spread.workItems === 0 ? (
        <EmptyHint title={t('spread.none')}>
          <p>{t(`spread.noneHint.${measure}`)}</p>
        </EmptyHint>
      ) : (
        <>
          <Figures
            compact
            items={[
              ...marksOf(spread).map(({ name: mark, value }) => ({ label: t(`spread.${mark}`), value: show(value) })),
              { label: t('flow.workItems'), value: format.integer(spread.workItems) },
            ]}
          />
          {search.view === 'table' ? (
            <DataTable
              label={name}
              rows={spread.items}
              keyOf={({ from }) => String(from)}
              columns={[
                { name: t(`spread.band.${measure}`), main: true, cell: bounds },
                { name: t('flow.workItems'), numeric: true, cell: ({ workItems }) => format.integer(workItems) },
                { name: t('spread.share'), numeric: true, cell: ({ share }) => format.percent(share, 1) },
                { name: t('spread.upTo'), numeric: true, cell: ({ cumulativeShare }) => format.percent(cumulativeShare, 1) },
              ]}
            />
          ) : (
            <HistogramChart
              label={t('spread.label', {
                name,
                items: format.integer(spread.workItems),
                p50: show(spread.p50),
                p85: show(spread.p85),
                p95: show(spread.p95),
              })}
              bands={spread.items.map(({ from, to, workItems }) => ({ from, to, count: workItems }))}
              marks={marksOf(spread).map(({ name: mark, value }) => ({ name: t(`spread.mark.${mark}`), value }))}
              whole={!times}
              ticks={times ? durations : counts}
              showTick={(value) => (times ? format.shortHours(value) : format.integer(value))}
              showCount={format.integer}
              describe={(index) => {
                const band = spread.items[index]!
                return [
                  bounds(band),
                  `${t('flow.workItems')}: ${format.integer(band.workItems)} (${format.percent(band.share, 1)})`,
                  `${t('spread.upTo')}: ${format.percent(band.cumulativeShare, 1)}`,
                ].join('\n')
              }}
            />
          )}
        </>
      )}
    </section>
  )
}
