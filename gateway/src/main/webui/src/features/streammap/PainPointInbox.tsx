import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import type { PainPoint, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { Due, When } from '../../ui/Clock'
import { CsvButton } from '../../ui/CsvButton'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Tag, type Tone } from '../../ui/Tag'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { painPointsQuery } from './queries'

export const painStates = ['open', 'acknowledged', 'answered', 'improvement'] as const
export const painTones: Record<PainPoint['state'], Tone> = { open: 'warn', acknowledged: 'info', answered: 'good', improvement: 'good' }

export function PainPointInbox({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const [{ state, stage }, set] = useSearch('state', 'stage')
  return (
    <>
      <div className="j-filters" role="search">
        <FilterSelect
          label={t('table.state')}
          all={t('table.allStates')}
          value={state}
          onChange={(chosen) => set({ state: chosen })}
          choices={painStates.map((one) => ({ value: one, label: t(`pain.state.${one}`) }))}
        />
        <FilterSelect
          label={t('pain.where')}
          all={t('pain.anywhere')}
          value={stage}
          onChange={(chosen) => set({ stage: chosen })}
          choices={stream.stages.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </div>
      <Guarded key={`${state} ${stage}`} lines={5}>
        <List stream={stream} state={state} stage={stage} />
      </Guarded>
    </>
  )
}

function List({ stream, state, stage }: { stream: ValueStream; state: string; stage: string }) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const { items, more, busy } = usePaged(painPointsQuery({ stream: stream.code, state, stage }))
  if (items.length === 0) {
    return (
      <EmptyHint title={state || stage ? t('table.nothingFound') : t('pain.none')}>
        <p>{state || stage ? t('table.nothingFoundHint') : t('pain.noneHint')}</p>
      </EmptyHint>
    )
  }
  const search = new URLSearchParams({ stream: stream.code, limit: '200', ...(state && { state }), ...(stage && { stage }) })
  return (
    <>
      <ul className="j-list">
        {items.map((point) => (
          <li key={point.ref} className="j-row j-row--slim">
            <div className="j-row__words">
              <p className="j-row__meta">
                <span>{point.ref}</span>
                <Tag tone={painTones[point.state]}>{t(`pain.state.${point.state}`)}</Tag>
                <span>{point.department ? nameOf(point.department) : point.reportedBy}</span>
                <When at={point.createdAt} />
              </p>
              <h3 className="j-row__title">
                <Link to={paths.painPoint(point.ref)}>{point.title}</Link>
              </h3>
            </div>
            {!point.answer && (
              <div className="j-row__side">
                <Due at={point.state === 'open' ? point.respondBy : point.answerBy} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <More more={more} busy={busy} />
      <CsvButton href={`/api/catalog/v1/pain-points?${search}`} name={`${stream.code}-pain-points`} />
    </>
  )
}
