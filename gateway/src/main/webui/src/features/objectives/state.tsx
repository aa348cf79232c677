import { useTranslation } from 'react-i18next'
import type { Objective } from '../../api/types'
import { useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'
import { Track } from '../../ui/Track'

export function ObjectiveState({ objective }: { objective: Objective }) {
  const { t } = useTranslation()
  const tone = { draft: 'warn', agreed: 'good', closed: 'calm' } as const
  return <Tag tone={tone[objective.state]}>{t(`objective.state.${objective.state}`)}</Tag>
}

const zoneTone = { red: 'bad', yellow: 'warn', green: 'good' } as const

export function Score({ objective }: { objective: Objective }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (objective.state === 'draft') return <Tag tone="calm">{t('objective.notStarted')}</Tag>
  if (objective.score == null) {
    return <p className="j-quiet">{t('objective.noScore')}</p>
  }
  return (
    <div className="j-score">
      <p className="j-score__value">
        {format.fixed(objective.score, 2)}{' '}
        {objective.zone && (
          <Tag tone={zoneTone[objective.zone]}>{t(`objective.zone.${objective.zone}`)}</Tag>
        )}
      </p>
      <Track
        zones
        share={objective.score}
        label={t('objective.scoreLabel', { score: format.fixed(objective.score, 2) })}
      />
    </div>
  )
}
