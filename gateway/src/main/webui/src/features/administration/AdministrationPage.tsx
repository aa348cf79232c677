import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { Problem } from '../../api/problem'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { Page } from '../../ui/Page'
import { Refused } from '../shell/Refused'

/** What administrators keep for all: reference data, and the trail. It is closed to everybody else, as in the services. */
export function AdministrationPage() {
  const { t } = useTranslation()
  const { isAdmin } = useSession()
  if (!isAdmin) return <Refused error={new Problem(403, 'not-allowed', t('admin.only'), t('admin.only'))} />
  return (
    <Page title={t('nav.administration')} lead={<p>{t('admin.lead')}</p>} wide>
      <nav className="j-tabs j-noprint" aria-label={t('admin.parts')}>
        <NavLink end to={paths.administration()}>
          {t('nav.departments')}
        </NavLink>
        <NavLink to={paths.adminCycles()}>{t('admin.cycles')}</NavLink>
        <NavLink to={paths.adminAudit()}>{t('admin.audit')}</NavLink>
      </nav>
      <Outlet />
    </Page>
  )
}
