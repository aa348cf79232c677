import { useTranslation } from 'react-i18next'
import type { Decision } from '../../api/types'
import { Tag } from '../../ui/Tag'

export function DecisionState({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const tone = { open: 'info', decided: 'good', 'not-decided': 'warn' } as const
  return <Tag tone={tone[decision.state]}>{t(`decision.state.${decision.state}`)}</Tag>
}
