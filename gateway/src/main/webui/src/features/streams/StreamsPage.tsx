import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { usePaged } from '../../api/paging'
import type { ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { useSearch } from '../../ui/useSearch'
import { DepartmentNames } from '../departments/DepartmentName'
import { DepartmentFilter } from '../departments/DepartmentFilter'
import { SearchBox } from '../../ui/SearchBox'
import { flowQuery, streamsQuery } from './queries'

export function StreamsPage() {
  const { t } = useTranslation()
  const [filter, setFilter] = useSearch('q', 'department')
  return (
    <Page title={t('nav.streams')} lead={<p>{t('streams.lead')}</p>}>
      <div className="j-filters" role="search">
        <SearchBox value={filter.q} onSearch={(q) => setFilter({ q })} label={t('streams.search')} />
        <Guarded lines={1}>
          <DepartmentFilter
            value={filter.department}
            onChange={(department) => setFilter({ department })}
          />
        </Guarded>
      </div>
      <Guarded lines={6}>
        <StreamList filter={filter} />
      </Guarded>
    </Page>
  )
}

function StreamList({ filter }: { filter: { q: string; department: string } }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(streamsQuery(filter))
  if (items.length === 0) {
    return (
      <EmptyHint title={filter.q || filter.department ? t('table.nothingFound') : t('streams.none')}>
        <p>{filter.q || filter.department ? t('table.nothingFoundHint') : t('streams.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((stream) => (
          <StreamRow key={stream.code} stream={stream} />
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}

function StreamRow({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  return (
    <li className="j-row">
      <div className="j-row__words">
        {stream.theme && <p className="j-eyebrow">{t('stream.theme', { theme: stream.theme })}</p>}
        <h2 className="j-row__title">
          <Link to={paths.stream(stream.code)}>{stream.name}</Link>
        </h2>
        {stream.outcome && <p className="j-row__text">{stream.outcome}</p>}
        <DepartmentNames codes={stream.owners} plain />
      </div>
      <div className="j-row__figures">
        <Guarded lines={1}>
          <RowFlow code={stream.code} />
        </Guarded>
      </div>
    </li>
  )
}

function RowFlow({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: flow } = useSuspenseQuery(flowQuery(code))
  if (flow.workItems === 0) return <p className="j-quiet">{t('flow.noneYet')}</p>
  return (
    <dl className="j-pair">
      <div>
        <dt>{t('flow.p85')}</dt>
        <dd>{format.duration(flow.flowTime?.p85)}</dd>
      </div>
      <div>
        <dt>{t('flow.handoffsPerItem')}</dt>
        <dd>{format.fixed(flow.handoffs.mean, 2)}</dd>
      </div>
      <div>
        <dt>{t('flow.pingPong')}</dt>
        <dd>{format.percent(flow.pingPong.share, 1)}</dd>
      </div>
    </dl>
  )
}
