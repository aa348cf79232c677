import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { RunningOrChanging } from '../../api/types'
import { Length } from '../../ui/Bars'
import { CsvButton } from '../../ui/CsvButton'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { runningParameters, runningQuery } from './queries'

/** How much of the work runs the organisation, and how much changes how it works. */
export function RunningAndChanging() {
  const { t } = useTranslation()
  const stream = useStream()
  const { period } = useFlowFilters()
  return (
    <Section
      title={t('running.title')}
      hint={t('running.hint')}
      lines={4}
      actions={
        <CsvButton
          name={`${stream.code}-running-and-changing`}
          href={csvAddress(stream.code, 'flow/running-and-changing', runningParameters(period))}
        />
      }
    >
      <Split />
    </Section>
  )
}

/** Heads of the owner departments may say what a type does for the organisation. */
export function useMaySay() {
  const stream = useStream()
  const session = useSession()
  return stream.owners.some((code) => session.heads(code))
}

function Split() {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const maySay = useMaySay()
  const { period } = useFlowFilters()
  const wanted = useDeferredValue(period)
  const { data } = useSuspenseQuery(runningQuery(stream.code, wanted))
  const [running, changing] = data.items
  if (!running || !changing) {
    return (
      <p className="j-quiet">
        {t('running.notSaid')} {maySay ? t('running.sayIt') : t('running.ownersSay')}
      </p>
    )
  }
  if (running.workItems + changing.workItems === 0) return <p className="j-quiet">{t('flow.noneHere')}</p>
  const effort = running.activeTimeShare !== null && changing.activeTimeShare !== null
  const share = ({ activeTimeShare, workItemsShare }: RunningOrChanging) => (effort ? activeTimeShare : workItemsShare)
  const shares = { running: format.percent(share(running)), changing: format.percent(share(changing)) }
  return (
    <>
      <p>{effort ? t('running.ofEffort', shares) : `${t('running.ofItems', shares)} ${t('running.noEffort')}`}</p>
      <div className="j-scores">
        <Side one={running} share={share(running)} />
        <Side one={changing} share={share(changing)} />
      </div>
    </>
  )
}

function Side({ one, share }: { one: RunningOrChanging; share: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = t(`running.kind.${one.kind}`)
  const more = one.typeCount - one.types.length
  const types = [
    ...one.types,
    ...(more > 0 ? [t('running.moreTypes', { number: format.integer(more) })] : []),
    ...(one.withoutType > 0 ? [t('types.none')] : []),
  ]
  return (
    <section className="j-score" aria-label={name}>
      <h3 className="j-trend__name">{name}</h3>
      <p className="j-score__value">
        <strong>{format.percent(share)}</strong>
      </p>
      <Length share={share ?? 0} tone={one.kind === 'running' ? 'one' : 'other'} />
      <dl className="j-facts">
        <div>
          <dt>{t('flow.workItems')}</dt>
          <dd>{t('running.items', { number: format.integer(one.workItems), share: format.percent(one.workItemsShare), done: format.integer(one.done) })}</dd>
        </div>
        <div>
          <dt>{t('types.flowTime')}</dt>
          <dd>{one.meanFlowTimeHours === null ? t('running.nothingDone') : format.hours(one.meanFlowTimeHours)}</dd>
        </div>
        <div>
          <dt>{t('running.effort')}</dt>
          <dd>{one.activeTimeHours === null ? <span className="j-unknown">{t('ready.unknown')}</span> : format.hours(one.activeTimeHours)}</dd>
        </div>
        <div>
          <dt>{t('types.tab')}</dt>
          <dd>{types.length > 0 ? format.list(types) : '–'}</dd>
        </div>
      </dl>
    </section>
  )
}
