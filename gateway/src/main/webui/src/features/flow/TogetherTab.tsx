import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairTogether } from '../../api/types'
import { Length } from '../../ui/Bars'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { NotNarrowed } from './NotNarrowed'
import { togetherParameters, togetherQuery } from './queries'
import { Recalculating } from './Recalculating'
import { useNameAt } from './useNameAt'

export function TogetherTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  return (
    <>
      <FlowFilters />
      <NotNarrowed by={['type', 'team', 'department', 'stage']} />
      <Recalculating />
      <Section
        title={t('together.title')}
        hint={`${t('together.hint')} ${t('pingPong.explained')}`}
        actions={
          <CsvButton
            name={`${stream.code}-pairs`}
            href={csvAddress(stream.code, 'flow/pairs', { ...togetherParameters(level, period), limit: 10_000 })}
          />
        }
      >
        <Pairs />
      </Section>
    </>
  )
}

const shown = 8

function Pairs() {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const { level, period } = useFlowFilters()
  const wanted = useDeferredValue({ level, period })
  const nameOf = useNameAt(wanted.level)
  const { data } = useSuspenseQuery(togetherQuery(stream.code, wanted.level, wanted.period))
  if (data.items.length === 0) {
    return (
      <EmptyHint title={t('together.none')}>
        <p>{t('together.noneHint')}</p>
      </EmptyHint>
    )
  }
  const most = Math.max(...data.items.slice(0, shown).flatMap((pair) => [pair.togetherShare ?? 0, pair.handoverShare ?? 0])) || 1
  const name = (pair: PairTogether) => t('together.pair', { one: nameOf(pair.one), other: nameOf(pair.other) })
  return (
    <>
      <div className="j-explain">
        <p>
          <strong className="j-together__key--one">{t('together.together')}</strong> {t('together.togetherMeans')}
        </p>
        <p>
          <strong className="j-together__key--other">{t('together.handing')}</strong> {t('together.handingMeans')}
        </p>
        <p>{t('together.reading')}</p>
      </div>
      <ul className="j-together" aria-label={t('together.title')}>
        {data.items.slice(0, shown).map((pair) => (
          <li key={`${pair.one} ${pair.other}`} className="j-together__pair">
            <p className="j-together__name">
              {name(pair)} <Reading pair={pair} />
            </p>
            <dl>
              <div>
                <dt>{t('together.together')}</dt>
                <dd>{format.percent(pair.togetherShare, 1)}</dd>
                <dd aria-hidden="true">
                  <Length share={(pair.togetherShare ?? 0) / most} tone="one" />
                </dd>
              </div>
              <div>
                <dt>{t('together.handing')}</dt>
                <dd>{format.percent(pair.handoverShare, 1)}</dd>
                <dd aria-hidden="true">
                  <Length share={(pair.handoverShare ?? 0) / most} tone="other" />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <DataTable
        label={t('together.table')}
        rows={data.items}
        keyOf={(pair) => `${pair.one} ${pair.other}`}
        columns={[
          { name: t('together.who'), main: true, cell: name },
          { name: t('together.items'), numeric: true, cell: (pair) => format.integer(pair.together) },
          { name: t('together.together'), numeric: true, cell: (pair) => format.percent(pair.togetherShare, 1) },
          { name: t('handoffs.count'), numeric: true, cell: (pair) => format.integer(pair.oneToOther + pair.otherToOne) },
          { name: t('together.handing'), numeric: true, cell: (pair) => format.percent(pair.handoverShare, 1) },
          { name: t('together.perItem'), numeric: true, cell: (pair) => format.fixed(pair.handoffsPerItem, 2) },
          { name: t('pairs.returns'), numeric: true, cell: (pair) => format.integer(pair.returns) },
        ]}
      />
    </>
  )
}

/** One clean handover an item is one; far above it, work goes to and fro. */
function Reading({ pair }: { pair: PairTogether }) {
  const { t } = useTranslation()
  const perItem = pair.handoffsPerItem
  if (perItem == null) return null
  if (perItem >= 1.8) return <Tag tone="warn">{t('together.toAndFro')}</Tag>
  if (perItem <= 1.2 && pair.returns <= pair.together / 10) return <Tag tone="good">{t('together.clean')}</Tag>
  return null
}
