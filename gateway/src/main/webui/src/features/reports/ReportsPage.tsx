import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { Page } from '../../ui/Page'
import { useReports } from './queries'

export function ReportsPage() {
  const { t } = useTranslation()
  const reports = useReports()
  return (
    <Page title={t('nav.reports')} lead={<p>{t('reports.lead')}</p>}>
      {reports.length === 0 ? (
        <EmptyHint title={t('reports.none')}>
          <p>{t('reports.noneHint')}</p>
        </EmptyHint>
      ) : (
        <ul className="j-list">
          {reports.map((report) => (
            <li key={report.id} className="j-row">
              <div className="j-row__words">
                {report.audience && <p className="j-eyebrow">{report.audience}</p>}
                <h2 className="j-row__title">
                  <Link to={paths.report(report.id)}>{report.question ?? report.title}</Link>
                </h2>
                <p className="j-row__text">{report.title}</p>
                {report.decision && (
                  <p className="j-quiet">
                    {t('report.decision')}: {report.decision}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
