import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Department } from '../../api/types'
import { paths } from '../../paths'
import { DataTable } from '../../ui/DataTable'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName, useDepartments } from '../departments/queries'
import { AddDepartmentForm, ChangeDepartmentForm } from './DepartmentForms'

export function DepartmentsTab() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearch('do', 'code')
  return (
    <Section
      title={t('nav.departments')}
      hint={t('admin.departmentsHint')}
      actions={
        search.do !== 'add' && (
          <Button onClick={() => setSearch({ do: 'add', code: '' })}>{t('admin.addDepartment')}</Button>
        )
      }
    >
      <Departments
        adding={search.do === 'add'}
        changing={search.do === 'change' ? search.code : ''}
        onClose={() => setSearch({ do: '', code: '' })}
      />
    </Section>
  )
}

function Departments({ adding, changing, onClose }: { adding: boolean; changing: string; onClose: () => void }) {
  const { t } = useTranslation()
  const departments = useDepartments()
  const nameOf = useDepartmentName()
  const department = departments.find(({ code }) => code === changing)
  return (
    <>
      {adding && <AddDepartmentForm onClose={onClose} />}
      {department && <ChangeDepartmentForm key={department.code} department={department} onClose={onClose} />}
      <DataTable<Department>
        label={t('nav.departments')}
        rows={departments}
        keyOf={({ code }) => code}
        columns={[
          { name: t('field.name'), main: true, cell: ({ code, name }) => <Link to={paths.department(code)}>{name}</Link> },
          { name: t('admin.code'), cell: ({ code }) => code },
          { name: t('admin.parent'), cell: ({ parent }) => (parent ? nameOf(parent) : '–') },
          { name: t('admin.timeZone'), cell: ({ timeZone }) => timeZone },
          {
            name: t('admin.change'),
            cell: ({ code, name }) => (
              <Link
                to={paths.administration({ do: 'change', code })}
                aria-label={t('admin.changeOf', { department: name })}
              >
                {t('admin.changeShort')}
              </Link>
            ),
          },
        ]}
      />
    </>
  )
}
