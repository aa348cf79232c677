import { useTranslation } from 'react-i18next'
import { FilterSelect } from '../../ui/FilterSelect'
import { useDepartments } from './queries'

export function DepartmentFilter({
  value,
  onChange,
}: {
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const departments = useDepartments()
  return (
    <FilterSelect
      label={t('department.one')}
      all={t('department.all')}
      value={value}
      onChange={onChange}
      choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
