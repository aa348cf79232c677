import { useTranslation } from 'react-i18next'
import type { Service } from '../../api/types'
import { Tag } from '../../ui/Tag'

export const lifecycles = ['proposed', 'designed', 'live', 'retired'] as const

const tones = { proposed: 'calm', designed: 'info', live: 'good', retired: 'calm' } as const

export function Lifecycle({ state }: { state: Service['lifecycle'] }) {
  const { t } = useTranslation()
  return <Tag tone={tones[state]}>{t(`service.state.${state}`)}</Tag>
}
