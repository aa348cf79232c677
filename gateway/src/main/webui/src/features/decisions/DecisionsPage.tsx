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
import { decisionsQuery, type DecisionFilter } from './queries'
import { DecisionState } from './state'

export function DecisionsPage() {
  const { t } = useTranslation()
  const session = useSession()
  const [filter, setFilter] = useSearch('state', 'department')
  return (
    <Page
      title={t('nav.decisions')}
      lead={<p>{t('decisions.lead')}</p>}
      actions={
        session.isHead && (
          <Button variant="primary" component={(props) => <Link {...props} to={paths.newDecision()} />}>
            {t('decision.open')}
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
          choices={(['open', 'decided', 'not-decided'] as const).map((state) => ({
            value: state,
            label: t(`decision.state.${state}`),
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
        <DecisionList filter={filter} />
      </Guarded>
    </Page>
  )
}

export function DecisionList({ filter }: { filter: DecisionFilter }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(decisionsQuery(filter))
  if (items.length === 0) {
    const narrowed = Object.values(filter).some(Boolean)
    return (
      <EmptyHint title={narrowed ? t('table.nothingFound') : t('decisions.none')}>
        <p>{narrowed ? t('table.nothingFoundHint') : t('decisions.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((decision) => (
          <li key={decision.ref} className="j-row">
            <div className="j-row__words">
              <p className="j-row__meta">
                <span>{decision.ref}</span>
                <DecisionState decision={decision} />
                <span>
                  {t('decision.tookPart', {
                    done: tookPart(decision),
                    all: decision.departments.length,
                  })}
                </span>
              </p>
              <h2 className="j-row__title">
                <Link to={paths.decision(decision.ref)}>{decision.question}</Link>
              </h2>
              <DepartmentNames codes={decision.departments} plain />
            </div>
            <div className="j-row__side">
              {decision.state === 'open' ? (
                <Due at={decision.closesAt} />
              ) : (
                <span className="j-quiet">
                  <When at={decision.outcome?.at} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}

interface Ballots {
  departments: string[]
  votes: { department: string }[]
}

/** Affected departments whose vote is still to come. */
export const missingIn = (decision: Ballots) =>
  decision.departments.filter((department) => !decision.votes.some((vote) => vote.department === department))

export const tookPart = (decision: Ballots) => decision.departments.length - missingIn(decision).length
