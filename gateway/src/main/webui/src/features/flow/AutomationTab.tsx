import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AutomationCandidate } from '../../api/types'
import { paths } from '../../paths'
import { Bars } from '../../ui/Bars'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { useDepartmentName } from '../departments/queries'
import { FlowFilters, useFlowFilters } from '../streams/FlowFilters'
import { csvAddress, periodQuery } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { candidatesQuery } from './queries'
import { Recalculating } from './Recalculating'

/** Handoffs between stages that somebody makes by hand, by what automating each could save at most. */
export function AutomationTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const { period } = useFlowFilters()
  return (
    <>
      <FlowFilters withoutLevel />
      <Recalculating />
      <Section
        title={t('automate.title')}
        hint={t('automate.hint')}
        actions={
          <>
            <Link to={paths.streamMap(stream.code)}>{t('automate.toMap')}</Link>
            <CsvButton
              name={`${stream.code}-automation-candidates`}
              href={csvAddress(stream.code, 'flow/automation-candidates', { ...periodQuery(period), limit: 10_000 })}
            />
          </>
        }
      >
        <Candidates />
      </Section>
    </>
  )
}

const drawn = 5

function Candidates() {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const nameOf = useDepartmentName()
  const { period } = useFlowFilters()
  const wanted = useDeferredValue(period)
  const { data } = useSuspenseQuery(candidatesQuery(stream.code, wanted))
  if (data.manualHandoffs + data.automatedHandoffs === 0) {
    return (
      <EmptyHint title={t('automate.none')} action={<Link to={paths.streamRules(stream.code)}>{t('automate.toRules')}</Link>}>
        <p>{t('automate.noneHint')}</p>
      </EmptyHint>
    )
  }
  if (data.manualHandoffs === 0) {
    return (
      <EmptyHint title={t('automate.allAutomated')}>
        <p>{t('automate.allAutomatedHint', { number: format.integer(data.automatedHandoffs) })}</p>
      </EmptyHint>
    )
  }
  const whose = (one: AutomationCandidate, side: 'from' | 'to') => {
    const department = side === 'from' ? one.fromDepartment : one.toDepartment
    return (
      <>
        {one[side]} {department && <span className="j-quiet j-small">{nameOf(department)}</span>}
      </>
    )
  }
  return (
    <>
      <p className="j-automate__sum">
        {t('automate.sum', {
          manual: format.integer(data.manualHandoffs),
          share: format.percent(data.manualHandoffs / (data.manualHandoffs + data.automatedHandoffs)),
          days: format.integer(data.manualWaitHours / 24),
        })}
      </p>
      <Bars
        label={t('automate.title')}
        bars={data.items.slice(0, drawn).map((one) => ({
          key: `${one.from} ${one.to}`,
          name: t('automate.pair', { from: one.from, to: one.to }),
          value: one.totalWaitHours,
          shown: t('queue.waitDays', { days: format.integer(one.totalWaitHours / 24) }),
          note: t('queue.eachWaits', { number: format.integer(one.count), wait: format.hours(one.meanWaitHours) }),
        }))}
      />
      <div className="j-pairs">
        <DataTable
          label={t('automate.all')}
          rows={data.items}
          keyOf={(one) => `${one.from} ${one.to}`}
          columns={[
            { name: t('automate.from'), main: true, cell: (one) => whose(one, 'from') },
            { name: t('automate.to'), cell: (one) => whose(one, 'to') },
            {
              name: t('flow.handoffs'),
              numeric: true,
              cell: (one) => (
                <Link to={paths.streamWorkItems(stream.code, { ...period, level: 'stage', handedFrom: one.from, handedTo: one.to })}>
                  {format.integer(one.count)}
                </Link>
              ),
            },
            { name: t('queue.meanWait'), numeric: true, cell: (one) => format.shortHours(one.meanWaitHours) },
            { name: t('automate.p85'), numeric: true, cell: (one) => format.shortHours(one.p85WaitHours) },
            { name: t('queue.totalWait'), numeric: true, cell: (one) => format.shortHours(one.totalWaitHours) },
            { name: t('automate.share'), numeric: true, cell: (one) => format.percent(one.waitShare, 1) },
          ]}
        />
      </div>
    </>
  )
}
