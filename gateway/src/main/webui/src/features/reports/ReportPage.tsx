import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { Problem } from '../../api/problem'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { Page } from '../../ui/Page'
import type { Report } from './catalogue'
import { ReportBody } from './ReportBody'
import { ReportForm } from './ReportForm'
import { reportAddress, reportQuery, useReports } from './queries'

export function ReportPage() {
  const { id } = useParams()
  const { t } = useTranslation()
  const reports = useReports()
  const report = reports.find((one) => one.id === id)
  if (!report) throw new Problem(404, 'no-report', t('report.unknown'), t('report.unknown'))
  return <OneReport report={report} />
}

function OneReport({ report }: { report: Report }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const values = Object.fromEntries(
    report.parameters.map(({ name, initial }) => [name, params.get(name) ?? initial ?? '']),
  )
  const missing = report.parameters.filter(({ name, required }) => required && !values[name])
  const address = reportAddress(report, values)
  return (
    <Page
      wide
      title={report.question ?? report.title}
      eyebrow={report.title}
      trail={[{ name: t('nav.reports'), to: paths.reports() }]}
      lead={
        <>
          {report.description && <p>{report.description}</p>}
          <dl className="j-facts j-facts--inline">
            {report.audience && (
              <div>
                <dt>{t('report.audience')}</dt>
                <dd>{report.audience}</dd>
              </div>
            )}
            {report.decision && (
              <div>
                <dt>{t('report.decision')}</dt>
                <dd>{report.decision}</dd>
              </div>
            )}
          </dl>
        </>
      }
      actions={
        missing.length === 0 && (
          <>
            {report.csv && <CsvButton href={address} name={report.id} />}
            <Button variant="link" className="j-noprint" onClick={() => window.print()}>
              {t('report.print')}
            </Button>
          </>
        )
      }
    >
      <Guarded lines={2}>
        <ReportForm key={address} report={report} values={values} />
      </Guarded>
      {missing.length > 0 ? (
        <EmptyHint title={t('report.chooseFirst')}>
          <p>{t('report.chooseFirstHint')}</p>
        </EmptyHint>
      ) : (
        <Guarded key={address} lines={8}>
          <Body report={report} address={address} />
        </Guarded>
      )}
    </Page>
  )
}

function Body({ report, address }: { report: Report; address: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, dataUpdatedAt } = useSuspenseQuery(reportQuery(address))
  return (
    <>
      <ReportBody report={report} data={data} schema={report.schema} />
      <p className="j-quiet j-small">
        {t('report.readAt', { when: format.moment(new Date(dataUpdatedAt).toISOString()) })}
      </p>
    </>
  )
}
