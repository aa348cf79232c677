import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format'
import { useFlowFilters } from '../streams/FlowFilters'

type Filter = 'type' | 'team' | 'department' | 'stage'

/** Some figures are kept over all types or carriers: when the address narrows by one of these, the page says so. */
export function NotNarrowed({ by }: { by: Filter[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { period } = useFlowFilters()
  const ignored = by.filter((name) => period[name])
  if (ignored.length === 0) return null
  const names = {
    type: t('flow.type'),
    team: t('level.team'),
    department: t('level.department'),
    stage: t('level.stage'),
  }
  return <p className="j-notnarrowed">{t('narrow.notNarrowed', { filters: format.list(ignored.map((name) => names[name])) })}</p>
}
