import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { usePaged } from '../../api/paging'
import type { Signal } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { EmptyHint } from '../../ui/EmptyHint'
import { FilterSelect } from '../../ui/FilterSelect'
import { Guarded } from '../../ui/Guarded'
import { More } from '../../ui/More'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { DepartmentFilter } from '../departments/DepartmentFilter'
import { serviceQuery } from '../services/queries'
import { allStreamsQuery } from '../streams/queries'
import { csvOfSignals, kindsOf, risks, signalsQuery, type SignalFilter } from './queries'
import { SignalRow } from './SignalRow'
import { codeOf } from './words'

/** What Jointly has noticed by itself, by the risk that it points to, the gravest first. */
export function SignalsPage() {
  const { t } = useTranslation()
  const [filter, setFilter] = useSearch('kind', 'department', 'about')
  return (
    <Page wide title={t('nav.signals')} lead={<p>{t('signals.lead')}</p>}>
      <div className="j-filters" role="search">
        <FilterSelect
          label={t('signals.kind')}
          all={t('signals.allKinds')}
          value={filter.kind}
          onChange={(kind) => setFilter({ kind })}
          choices={risks.flatMap((risk) => kindsOf[risk]).map((kind) => ({ value: kind, label: t(`signal.kind.${kind}`) }))}
        />
        <Guarded lines={1}>
          <DepartmentFilter value={filter.department} onChange={(department) => setFilter({ department })} />
        </Guarded>
        <AboutFilter value={filter.about} onChange={(about) => setFilter({ about })} />
      </div>
      {risks
        .filter((risk) => !isKind(filter.kind) || (kindsOf[risk] as readonly string[]).includes(filter.kind))
        .map((risk) => (
          <Section
            key={`${risk} ${JSON.stringify(filter)}`}
            title={t(`signals.risk.${risk}`)}
            hint={t(`signals.riskHint.${risk}`)}
            lines={6}
            className="j-signals"
            actions={<CsvButton name={`signals-${risk}`} href={csvOfSignals({ ...filter, risk })} />}
          >
            <SignalList filter={filter} risk={risk} />
          </Section>
        ))}
    </Page>
  )
}

/** An address that names no kind that there is gets both parts, and the service's refusal in them. */
const isKind = (kind: string) => risks.some((risk) => (kindsOf[risk] as readonly string[]).includes(kind))

function SignalList({ filter, risk }: { filter: SignalFilter; risk: Signal['risk'] }) {
  const { t } = useTranslation()
  const { items, more, busy } = usePaged(signalsQuery({ ...filter, risk }))
  if (items.length === 0) {
    const narrowed = Boolean(filter.kind || filter.department || filter.about)
    return (
      <EmptyHint title={t(narrowed ? 'signals.noneHere' : 'signals.none')}>
        <p>{t(narrowed ? 'signals.noneHereHint' : `signals.noneHint.${risk}`)}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <ul className="j-list">
        {items.map((signal) => (
          <SignalRow key={signal.id} signal={signal} />
        ))}
      </ul>
      <More more={more} busy={busy} />
    </>
  )
}

/** Streams are offered; a service comes with the address from its own page. */
function AboutFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const { data: streams = [] } = useQuery(allStreamsQuery)
  const choices = streams.map(({ code, name }) => ({ value: `value-stream:${code}`, label: name }))
  const offered = !value || choices.some((choice) => choice.value === value)
  const service = useQuery({ ...serviceQuery(codeOf(value)), enabled: value.startsWith('service:') })
  return (
    <FilterSelect
      label={t('signals.about')}
      all={t('signals.allAbout')}
      value={value}
      onChange={onChange}
      choices={offered ? choices : [...choices, { value, label: service.data?.name ?? codeOf(value) }]}
    />
  )
}
