import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { Due, When } from '../../ui/Clock'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { useSearch } from '../../ui/useSearch'
import { DepartmentFilter } from '../departments/DepartmentFilter'
import { DepartmentNames } from '../departments/DepartmentName'
import { escalationsQuery, type EscalationFilter } from './queries'
import { EscalationState } from './state'

export function EscalationsPage() {
  const { t } = useTranslation()
  const session = useSession()
  const [filter, setFilter] = useSearch('state', 'department')
  return (
    <Page
      title={t('nav.escalations')}
      lead={<p>{t('escalations.lead')}</p>}
      actions={
        session.isHead && (
          <Button variant="primary" component={(props) => <Link {...props} to={paths.newEscalation()} />}>
            {t('escalation.raise')}
          </Button>
        )
      }
    >
      <div className="j-filters" role="search">
        <FilterSelect
          label={t('table.state')}
          all={t('table.allStates')}
          value={filter.state}
          onChange={(state) => setFilter({ state })}
          choices={(['peers', 'climbed', 'resolved'] as const).map((state) => ({
            value: state,
            label: t(`escalation.state.${state}`),
          }))}
        />
        <Guarded lines={1}>
          <DepartmentFilter
            value={filter.department}
            onChange={(department) => setFilter({ department })}
          />
        </Guarded>
      </div>
      <Guarded key={JSON.stringify(filter)} lines={6}>
        <EscalationList filter={filter} />
      </Guarded>
    </Page>
  )
}

export function EscalationList({ filter }: { filter: EscalationFilter }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(escalationsQuery(filter))
  if (items.length === 0) {
    const narrowed = Object.values(filter).some(Boolean)
    return (
      <EmptyHint title={narrowed ? t('table.nothingFound') : t('escalations.none')}>
        <p>{narrowed ? t('table.nothingFoundHint') : t('escalations.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((escalation) => (
          <li key={escalation.ref} className="j-row">
            <div className="j-row__words">
              <p className="j-row__meta">
                <span>{escalation.ref}</span>
                <EscalationState escalation={escalation} />
              </p>
              <h2 className="j-row__title">
                <Link to={paths.escalation(escalation.ref)}>{escalation.title}</Link>
              </h2>
              <DepartmentNames codes={escalation.departments} plain />
            </div>
            <div className="j-row__side">
              {escalation.state === 'resolved' ? (
                <span className="j-quiet">
                  <When at={escalation.resolution?.at} />
                </span>
              ) : (
                <Due at={escalation.clock.dueAt} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}
