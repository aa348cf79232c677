import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { SearchBox } from '../../ui/SearchBox'
import { useSearch } from '../../ui/useSearch'
import { DepartmentFilter } from '../departments/DepartmentFilter'
import { DepartmentNames } from '../departments/DepartmentName'
import { Lifecycle, lifecycles } from './Lifecycle'
import { servicesQuery, type ServiceFilter } from './queries'

export function ServicesPage() {
  const { t } = useTranslation()
  const [filter, setFilter] = useSearch('q', 'department', 'lifecycle')
  return (
    <Page title={t('nav.services')} lead={<p>{t('services.lead')}</p>}>
      <div className="j-filters" role="search">
        <SearchBox value={filter.q} onSearch={(q) => setFilter({ q })} label={t('services.search')} />
        <Guarded lines={1}>
          <DepartmentFilter
            value={filter.department}
            onChange={(department) => setFilter({ department })}
          />
        </Guarded>
        <FilterSelect
          label={t('service.lifecycle')}
          all={t('table.allStates')}
          value={filter.lifecycle}
          onChange={(lifecycle) => setFilter({ lifecycle })}
          choices={lifecycles.map((one) => ({ value: one, label: t(`service.state.${one}`) }))}
        />
      </div>
      <Guarded key={JSON.stringify(filter)} lines={6}>
        <ServiceList filter={filter} />
      </Guarded>
    </Page>
  )
}

function ServiceList({ filter }: { filter: ServiceFilter }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(servicesQuery(filter))
  if (items.length === 0) {
    const narrowed = Object.values(filter).some(Boolean)
    return (
      <EmptyHint title={narrowed ? t('table.nothingFound') : t('services.none')}>
        <p>{narrowed ? t('table.nothingFoundHint') : t('services.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((service) => (
          <li key={service.code} className="j-row">
            <div className="j-row__words">
              <h2 className="j-row__title">
                <Link to={paths.service(service.code)}>{service.name}</Link>
              </h2>
              {service.businessOutcome && <p className="j-row__text">{service.businessOutcome}</p>}
              <DepartmentNames codes={service.owners.map((owner) => owner.department)} plain />
            </div>
            <div className="j-row__side">
              <Lifecycle state={service.lifecycle} />
            </div>
          </li>
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}
