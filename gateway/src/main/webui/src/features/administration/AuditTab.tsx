import { Alert, Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePaged } from '../../api/paging'
import type { TrailEntry } from '../../api/types'
import { placeOf } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { SearchBox } from '../../ui/SearchBox'
import { useSearch } from '../../ui/useSearch'
import { changesIn } from './changes'
import { services, trailAddress, trailQuery, verificationQuery, type Service } from './queries'

/** Who changed what, service by service: each keeps the trail of its own writes. */
export function AuditTab() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearch('service', 'subject')
  const service = services.find((one) => one === search.service) ?? 'catalog'
  return (
    <section className="j-section">
      <p className="j-quiet">{t('admin.auditHint')}</p>
      <div className="j-filters" role="search">
        <FilterSelect
          label={t('admin.service')}
          value={service}
          onChange={(value) => setSearch({ service: value === 'catalog' ? '' : value })}
          choices={services.map((one) => ({ value: one, label: t(`admin.keeps.${one}`) }))}
        />
        <SearchBox
          value={search.subject}
          onSearch={(subject) => setSearch({ subject })}
          label={t('admin.subject')}
        />
        <CsvButton name={`audit-${service}`} href={trailAddress(service, search.subject)} />
      </div>
      <Verification key={service} service={service} />
      <Guarded key={`${service} ${search.subject}`} lines={8}>
        <Trail service={service} subject={search.subject} />
      </Guarded>
    </section>
  )
}

function Verification({ service }: { service: Service }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, isFetching, refetch } = useQuery(verificationQuery(service))
  return (
    <div aria-live="polite">
      <p className="j-actions">
        <Button variant="secondary" isLoading={isFetching} isAriaDisabled={isFetching} onClick={() => void (isFetching || refetch())}>
          {t('admin.verify')}
        </Button>
      </p>
      {error && <ProblemAlert error={error} />}
      {data && (
        <Alert
          component="p"
          isInline
          variant={data.intact ? 'success' : 'danger'}
          title={
            data.intact
              ? t('admin.intact', { entries: format.integer(data.entries) })
              : t('admin.broken', { position: format.integer(data.firstBroken ?? 0) })
          }
        />
      )}
    </div>
  )
}

function Trail({ service, subject }: { service: Service; subject: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { items, more, busy } = usePaged(trailQuery(service, subject))
  if (items.length === 0) {
    return (
      <EmptyHint title={t('admin.noEntries')}>
        <p>{t('admin.noEntriesHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <DataTable<TrailEntry>
        label={t('admin.audit')}
        rows={items}
        keyOf={({ position }) => String(position)}
        columns={[
          { name: t('admin.at'), cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time> },
          {
            name: t('admin.actor'),
            cell: ({ actor, onBehalfOf }) =>
              onBehalfOf ? t('admin.onBehalfOf', { actor, other: onBehalfOf }) : actor,
          },
          { name: t('admin.action'), cell: ({ action }) => action },
          { name: t('admin.record'), main: true, cell: (entry) => <Subject subject={entry.subject} /> },
          { name: t('admin.changes'), cell: (entry) => <Changes entry={entry} /> },
          { name: t('admin.position'), numeric: true, cell: ({ position }) => format.integer(position) },
        ]}
      />
      <More more={more} busy={busy} />
    </>
  )
}

function Subject({ subject }: { subject: string }) {
  const place = placeOf(subject)
  return place ? <Link to={place}>{subject}</Link> : <>{subject}</>
}

/** What differs between the views before and after, in the words of the API: this is for those who answer for the trail. */
function Changes({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation()
  const changes = changesIn(entry)
  if (changes.length === 0) return <>–</>
  return (
    <details>
      <summary>{t('admin.fields', { count: changes.length })}</summary>
      <dl className="j-changes">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
