import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { useDepartmentName } from './queries'

/** A department, linked; one's own is marked by a word, not by a colour alone. */
export function DepartmentName({ code, plain }: { code: string; plain?: boolean }) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const { departments } = useSession()
  const own = departments.includes(code)
  return (
    <span className={own ? 'j-department j-department--own' : 'j-department'}>
      {plain ? nameOf(code) : <Link to={paths.department(code)}>{nameOf(code)}</Link>}
      {own && <span className="j-own">{t('department.ours')}</span>}
    </span>
  )
}

export function DepartmentNames({ codes, plain }: { codes: string[]; plain?: boolean }) {
  return (
    <span className="j-departments">
      {codes.map((code) => (
        <DepartmentName key={code} code={code} plain={plain} />
      ))}
    </span>
  )
}
