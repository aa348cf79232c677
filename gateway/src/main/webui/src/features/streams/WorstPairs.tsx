import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { HandoffPair } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { FilterSelect } from '../../ui/FilterSelect'
import { More } from '../../ui/More'
import { Section } from '../../ui/Section'
import { useFormat } from '../../ui/format'
import { useSearch } from '../../ui/useSearch'
import { useFlowFilters } from './FlowFilters'
import { ItemsOf, lifted, RaiseAbout } from './PairActs'
import { useStream } from './StreamPage'
import { csvAddress, periodQuery } from './queries'
import { useCarrierName } from './useCarrierName'

const page = 15

// How pairs can be ranked; the service knows the same orders.
const ranks = ['count', 'totalWait', 'returns'] as const

/** The pairs one by one, ranked by what the reader chooses. */
export function WorstPairs({ pairs, known }: { pairs: HandoffPair[]; known: number }) {
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
          {` ${t('pingPong.explained')}`}
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
