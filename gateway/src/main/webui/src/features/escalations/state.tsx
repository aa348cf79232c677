import { useTranslation } from 'react-i18next'
import type { Escalation } from '../../api/types'
import { Tag } from '../../ui/Tag'

export function EscalationState({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  if (escalation.state === 'resolved') {
    return (
      <Tag tone="good">
        {escalation.resolution
          ? t(`escalation.resolvedAs.${escalation.resolution.kind}`)
          : t('escalation.state.resolved')}
      </Tag>
    )
  }
  if (escalation.state === 'climbed') {
    return <Tag tone="bad">{t('escalation.climbedTo', { level: t(`escalation.level.${escalation.level}`) })}</Tag>
  }
  return <Tag tone="info">{t('escalation.state.peers')}</Tag>
}
