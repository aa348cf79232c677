import { useTranslation } from 'react-i18next'
import { EmptyHint } from '../../ui/EmptyHint'
import { Page } from '../../ui/Page'
import { DepartmentName } from './DepartmentName'
import { useDepartments } from './queries'

export function DepartmentsPage() {
  const { t } = useTranslation()
  const departments = useDepartments()
  return (
    <Page title={t('nav.departments')} lead={<p>{t('departments.lead')}</p>}>
      {departments.length === 0 ? (
        <EmptyHint title={t('departments.none')}>
          <p>{t('departments.noneHint')}</p>
        </EmptyHint>
      ) : (
        <ul className="j-directory">
          {departments.map((department) => (
            <li key={department.code}>
              <h2 className="j-row__title">
                <DepartmentName code={department.code} />
              </h2>
              {department.purpose && <p>{department.purpose}</p>}
              {department.expertise && (
                <p className="j-quiet">
                  {t('department.expertise')}: {department.expertise}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
