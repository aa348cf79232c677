import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { useSearch } from '../../ui/useSearch'
import { DepartmentFilter } from '../departments/DepartmentFilter'
import { DepartmentNames } from '../departments/DepartmentName'
import { cyclesQuery, objectivesQuery, type ObjectiveFilter } from './queries'
import { ObjectiveState, Score } from './state'

export function ObjectivesPage() {
  const { t } = useTranslation()
  const session = useSession()
  const [filter, setFilter] = useSearch('cycle', 'department', 'state')
  return (
    <Page
      title={t('nav.objectives')}
      lead={<p>{t('objectives.lead')}</p>}
      actions={
        session.isHead && (
          <Button variant="primary" component={(props) => <Link {...props} to={paths.newObjective()} />}>
            {t('objective.new')}
          </Button>
        )
      }
    >
      <div className="j-filters" role="search">
        <Guarded lines={1}>
          <CycleFilter value={filter.cycle} onChange={(cycle) => setFilter({ cycle })} />
        </Guarded>
        <Guarded lines={1}>
          <DepartmentFilter
            value={filter.department}
            onChange={(department) => setFilter({ department })}
          />
        </Guarded>
        <FilterSelect
          label={t('table.state')}
          all={t('table.allStates')}
          value={filter.state}
          onChange={(state) => setFilter({ state })}
          choices={(['draft', 'agreed', 'closed'] as const).map((state) => ({
            value: state,
            label: t(`objective.state.${state}`),
          }))}
        />
      </div>
      <Guarded key={JSON.stringify(filter)} lines={6}>
        <ObjectiveList filter={filter} />
      </Guarded>
    </Page>
  )
}

function CycleFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const { data: cycles } = useSuspenseQuery(cyclesQuery)
  return (
    <FilterSelect
      label={t('objective.cycle')}
      all={t('objective.allCycles')}
      value={value}
      onChange={onChange}
      choices={cycles.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}

export function ObjectiveList({ filter }: { filter: ObjectiveFilter }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(objectivesQuery(filter))
  if (items.length === 0) {
    const narrowed = Object.values(filter).some(Boolean)
    return (
      <EmptyHint
        title={narrowed ? t('table.nothingFound') : t('objectives.none')}
        action={!narrowed && <Link to={paths.newObjective()}>{t('objective.new')}</Link>}
      >
        <p>{narrowed ? t('table.nothingFoundHint') : t('objectives.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((objective) => (
          <li key={objective.ref} className="j-row">
            <div className="j-row__words">
              <p className="j-row__meta">
                <span>{objective.ref}</span>
                <ObjectiveState objective={objective} />
                {objective.joint && <span>{t('objective.joint')}</span>}
              </p>
              <h2 className="j-row__title">
                <Link to={paths.objective(objective.ref)}>{objective.title}</Link>
              </h2>
              <DepartmentNames codes={objective.owners.map((owner) => owner.department)} plain />
            </div>
            <div className="j-row__figures">
              <Score objective={objective} />
            </div>
          </li>
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}
