import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { paths } from '../../paths'

type Kept = Record<string, string | null>

interface Tab {
  name: string
  to: string
}

/** The parts of a stream in one row; those that belong together share a place in it and open a second row. */
export function StreamTabs({ code, kept, mayImport }: { code: string; kept: Kept; mayImport: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const map: Tab[] = [
    { name: t('stream.stages'), to: paths.streamMap(code) },
    { name: t('map.customersTab'), to: paths.streamCustomers(code) },
    { name: t('map.meetingsTab'), to: paths.streamMeetings(code) },
  ]
  const flow: Tab[] = [
    { name: t('trend.tab'), to: paths.streamTrends(code, kept) },
    { name: t('spread.tab'), to: paths.streamDistribution(code, kept) },
    { name: t('stream.handoffs'), to: paths.streamHandoffs(code, kept) },
    { name: t('queue.tab'), to: paths.streamQueues(code, kept) },
    { name: t('together.tab'), to: paths.streamTogether(code, kept) },
    { name: t('automate.tab'), to: paths.streamAutomation(code, kept) },
    { name: t('types.tab'), to: paths.streamTypes(code, kept) },
  ]
  const here = (tabs: Tab[]) => tabs.some(({ to }) => to.split('?')[0] === pathname)
  const overview = paths.stream(code, kept)
  // The overview shows the flow in short: its views are one step away from there.
  const below = here(map)
    ? { name: t('map.tab'), tabs: map }
    : here(flow) || here([{ name: '', to: overview }])
      ? { name: t('stream.flow'), tabs: flow }
      : undefined

  return (
    <>
      <nav className="j-tabs j-noprint" aria-label={t('stream.parts')}>
        <NavLink end to={overview}>
          {t('stream.overview')}
        </NavLink>
        <Group name={t('map.tab')} to={map[0]!.to} active={here(map)} />
        <Group name={t('stream.flow')} to={flow[0]!.to} active={here(flow)} />
        <NavLink to={paths.streamWorkItems(code, kept)}>{t('stream.workItems')}</NavLink>
        <NavLink to={paths.streamRules(code, kept)}>{t('rules.tab')}</NavLink>
        {mayImport && <NavLink to={paths.streamImport(code)}>{t('stream.import')}</NavLink>}
      </nav>
      {below && (
        <nav className="j-subtabs j-noprint" aria-label={below.name}>
          {below.tabs.map(({ name, to }) => (
            <NavLink key={name} to={to}>
              {name}
            </NavLink>
          ))}
        </nav>
      )}
    </>
  )
}

function Group({ name, to, active }: Tab & { active: boolean }) {
  return (
    <Link to={to} className={active ? 'active' : undefined} aria-current={active || undefined}>
      {name}
    </Link>
  )
}
