import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { Problem } from '../../api/problem'
import { paths } from '../../paths'
import { Page } from '../../ui/Page'
import { asProblem, ProblemAlert } from '../../ui/ProblemAlert'

/** The page instead of a page: nothing there, not allowed, or something failed. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const kind = problem.status === 404 ? 'notFound' : problem.status === 403 ? 'forbidden' : 'failed'
  return (
    <Page title={t(`refused.${kind}.title`)} lead={<p>{t(`refused.${kind}.text`)}</p>}>
      {kind === 'failed' ? (
        <ProblemAlert error={problem} onRetry={() => window.location.reload()} />
      ) : (
        problem.detail && <p className="j-quiet">{problem.detail}</p>
      )}
      <p className="j-actions">
        <Button variant="primary" component={(props) => <Link {...props} to={paths.today()} />}>
          {t('refused.home')}
        </Button>
      </p>
    </Page>
  )
}

export function RouteError() {
  const error = useRouteError()
  if (isRouteErrorResponse(error)) {
    return <Refused error={new Problem(error.status, 'route', error.statusText)} />
  }
  return <Refused error={error} />
}

export function NotFound() {
  return <Refused error={new Problem(404, 'no-page', '')} />
}
