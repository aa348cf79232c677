import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation, useOutletContext, useParams } from 'react-router'
import { useSession } from '../../api/session'
import type { ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { Guarded } from '../../ui/Guarded'
import { Page } from '../../ui/Page'
import { DepartmentNames } from '../departments/DepartmentName'
import { keptNames, streamQuery } from './queries'
import { StreamTabs } from './StreamTabs'

export const useStream = () => useOutletContext<ValueStream>()

export function StreamPage() {
  const { code = '' } = useParams()
  const { t } = useTranslation()
  const { search, pathname } = useLocation()
  const session = useSession()
  const { data: stream } = useSuspenseQuery(streamQuery(code))
  const kept = keptFilters(search)
  const mayImport = stream.owners.some((owner) => session.heads(owner))

  return (
    <Page
      wide
      title={stream.name}
      eyebrow={stream.theme ? t('stream.theme', { theme: stream.theme }) : t('stream.one')}
      trail={[{ name: t('nav.streams'), to: paths.streams() }]}
      lead={
        <>
          {stream.outcome && <p className="j-outcome">{stream.outcome}</p>}
          <p className="j-meta">
            <span className="j-meta__name">{t('stream.owners')}</span>
            {stream.owners.length > 0 ? <DepartmentNames codes={stream.owners} /> : t('stream.noOwners')}
          </p>
        </>
      }
      actions={
        session.isHead && (
          <Button
            variant="secondary"
            component={(props) => (
              <Link {...props} to={paths.newEscalation({ stream: stream.code })} />
            )}
          >
            {t('escalation.raise')}
          </Button>
        )
      }
    >
      <StreamTabs code={code} kept={kept} mayImport={mayImport} />
      <Guarded key={pathname} lines={5}>
        <Outlet context={stream} />
      </Guarded>
    </Page>
  )
}

/** Period, level and filters stay when the reader goes from one view of the stream to another. */
function keptFilters(search: string) {
  const params = new URLSearchParams(search)
  return Object.fromEntries(keptNames.map((name) => [name, params.get(name)]))
}
