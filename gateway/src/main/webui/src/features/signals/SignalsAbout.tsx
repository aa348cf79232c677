import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Signal } from '../../api/types'
import { paths } from '../../paths'
import { Guarded } from '../../ui/Guarded'
import { Section } from '../../ui/Section'
import { few, gravestQuery, risks, type SignalFilter } from './queries'
import { SignalRow } from './SignalRow'

/** On the page of a stream or a service: what points to a risk in it. Where nothing does, there is nothing to say. */
export function SignalsAbout({ about }: { about: string }) {
  return (
    <Guarded lines={3}>
      <About about={about} />
    </Guarded>
  )
}

function About({ about }: { about: string }) {
  const { t } = useTranslation()
  const gravest = useGravest([{ about }])
  if (gravest.length === 0) return null
  return (
    <Section
      title={t('signals.aboutThis')}
      hint={t('signals.aboutThisHint')}
      actions={<Link to={paths.signals({ about })}>{t('signals.seeAllOfThis')}</Link>}
    >
      <Short signals={gravest} />
    </Section>
  )
}

/** On Today: the gravest that concern the reader's own departments, or anybody where the reader belongs to none. */
export function SignalsOfMine() {
  const { t } = useTranslation()
  const { departments } = useSession()
  return (
    <Section
      title={t(departments.length > 0 ? 'signals.mine' : 'signals.all')}
      hint={t('signals.mineHint')}
      actions={
        <Link to={paths.signals(departments.length === 1 ? { department: departments[0] } : {})}>
          {t('signals.seeAll')}
        </Link>
      }
    >
      <Mine departments={departments} />
    </Section>
  )
}

function Mine({ departments }: { departments: string[] }) {
  const { t } = useTranslation()
  const gravest = useGravest(departments.length > 0 ? departments.map((department) => ({ department })) : [{}])
  if (gravest.length === 0) return <p className="j-quiet">{t('signals.noneOfMine')}</p>
  return <Short signals={gravest} />
}

/** The gravest of both risks, so that one of them does not hide the other. */
function useGravest(filters: SignalFilter[]) {
  const found = useSuspenseQueries({
    queries: filters.flatMap((filter) => risks.map((risk) => gravestQuery({ ...filter, risk }))),
  })
  return inTurn(found.map(({ data }) => data.items)).slice(0, few)
}

/** The high ones first, both risks in turn; what goes on between two departments is told once, not again for each of their teams. */
export function inTurn(lists: Signal[][]) {
  const ranked = lists.flatMap((list) => list.map((signal, place) => ({ signal, place })))
  const grave = ({ severity }: Signal) => (severity === 'high' ? 0 : 1)
  ranked.sort((one, other) => grave(one.signal) - grave(other.signal) || one.place - other.place)
  const told = new Map<string, Signal>()
  for (const { signal } of ranked) {
    const between = signal.fromDepartment || signal.toDepartment
    const what = between ? [signal.kind, signal.subject, signal.fromDepartment, signal.toDepartment].join(' ') : signal.id
    if (!told.has(what)) told.set(what, signal)
  }
  return [...told.values()]
}

function Short({ signals }: { signals: Signal[] }) {
  return (
    <ul className="j-list">
      {signals.map((signal) => (
        <SignalRow key={signal.id} signal={signal} short />
      ))}
    </ul>
  )
}
