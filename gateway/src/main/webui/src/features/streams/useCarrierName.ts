import { useTranslation } from 'react-i18next'
import type { Level } from '../../api/types'
import { useDepartmentName } from '../departments/queries'
import { OTHERS } from './matrix'

/** What people call a carrier of work: a department has a name besides its code. */
export function useCarrierName(level: Level) {
  const { t } = useTranslation()
  const departmentName = useDepartmentName()
  return (carrier: string, others = 0) =>
    carrier === OTHERS
      ? t('heat.others', { count: others })
      : level === 'department'
        ? departmentName(carrier)
        : carrier
}
