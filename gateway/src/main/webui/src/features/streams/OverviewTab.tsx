import { useSuspenseQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Flow, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { Figures } from '../../ui/Figures'
import { secondsOf, useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { Course } from '../flow/Course'
import { Readiness } from '../flow/Readiness'
import { Recalculating } from '../flow/Recalculating'
import { TopQueues } from '../flow/TopQueues'
import { SignalsAbout } from '../signals/SignalsAbout'
import { ServiceName } from '../services/ServiceName'
import { FlowFilters, useFlowFilters } from './FlowFilters'
import { flowQuery } from './queries'
import { StageMap } from './StageMap'
import { useStream } from './StreamPage'
import { TwoClocks } from './TwoClocks'

export function OverviewTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  return (
    <>
      <Section
        title={t('flow.title')}
        hint={t('flow.hint')}
        lines={4}
        actions={<FlowFilters />}
      >
        <Recalculating />
        <FlowFigures stream={stream} />
      </Section>
      <SignalsAbout about={`value-stream:${stream.code}`} />
      <TopQueues />
      <Section title={t('stage.title')} hint={stream.purpose ?? undefined}>
        {stream.stages.length > 0 ? (
          <>
            <StageMap stages={stream.stages} own={session.departments} />
            <Estimated stream={stream} />
          </>
        ) : (
          <EmptyHint title={t('stage.none')}>
            <p>{t('stage.noneHint')}</p>
          </EmptyHint>
        )}
      </Section>
      <Readiness />
      {(stream.customers || stream.services.length > 0) && (
        <Section title={t('stream.about')}>
          <dl className="j-facts">
            {stream.customers && (
              <div>
                <dt>{t('stream.customers')}</dt>
                <dd>{stream.customers}</dd>
              </div>
            )}
            {stream.services.length > 0 && (
              <div>
                <dt>{t('nav.services')}</dt>
                <dd>
                  <ul className="j-inline">
                    {stream.services.map((code) => (
                      <li key={code}>
                        <ServiceName code={code} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
        </Section>
      )}
    </>
  )
}

/** What people have put on the map. It is no measurement and may well say something else than the figures above. */
function Estimated({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { derived } = stream
  if (!derived) return null
  return (
    <>
      <h3 className="j-subtitle">{t('stage.estimated')}</h3>
      <p className="j-quiet j-small">{t('stage.estimatedHint')}</p>
      <Figures
        compact
        items={[
          {
            label: t('stage.sumProcess'),
            value: format.duration(derived.processTime),
            note: t('stage.estimate'),
          },
          { label: t('stage.sumLead'), value: format.duration(derived.leadTime), note: t('stage.estimate') },
          {
            label: t('stage.activityRatio'),
            value: format.percent(derived.activityRatio, 1),
            note: t('stage.activityRatioNote'),
          },
          {
            label: t('stage.rolled'),
            value: format.percent(derived.rolledCompleteAndAccurate),
            note: t('stage.rolledNote'),
          },
        ]}
      />
    </>
  )
}

function FlowFigures({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { level, period, narrowed } = useFlowFilters()
  const { data: flow } = useSuspenseQuery(flowQuery(stream.code, level, period))
  const session = useSession()
  const mayImport = stream.owners.some((owner) => session.heads(owner))

  if (flow.workItems === 0) {
    return narrowed ? (
      <EmptyHint title={t('flow.noneHere')}>
        <p>{t('flow.noneHereHint')}</p>
      </EmptyHint>
    ) : (
      <EmptyHint
        title={t('flow.noneYet')}
        action={mayImport && <Link to={paths.streamImport(stream.code)}>{t('flow.importAction')}</Link>}
      >
        <p>{mayImport ? t('flow.noneYetOwner') : t('flow.noneYetHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <div className="j-split">
        <TwoClocks flow={flow} />
        <Figures
          items={[
            {
              label: t('flow.handoffs'),
              value: format.integer(flow.handoffs.total),
              note: (
                <>
                  {t('flow.handoffsNote', {
                    mean: format.fixed(flow.handoffs.mean, 2),
                    max: format.integer(flow.handoffs.max),
                  })}
                  <Course of="handoffs" />
                </>
              ),
            },
            {
              label: t('flow.pingPong'),
              value: format.percent(flow.pingPong.share, 1),
              note: (
                <>
                  {t('flow.pingPongLong', {
                    items: format.integer(flow.pingPong.items),
                    occurrences: format.integer(flow.pingPong.occurrences),
                  })}
                  <Course of="pingPong" />
                  <span className="j-block">{t('pingPong.explained')}</span>
                </>
              ),
            },
            {
              label: t('flow.workItems'),
              value: format.integer(flow.workItems),
              note: (
                <>
                  {t('flow.workItemsNote', {
                    done: format.integer(flow.done),
                    open: format.integer(flow.open),
                  })}
                  <Course of="velocity" />
                </>
              ),
            },
            efficiencyFigure(flow, t, format),
          ]}
        />
      </div>
      <p className="j-quiet j-small">
        {t('flow.withHandoff', {
          items: format.integer(flow.handoffs.items),
          share: format.percent(flow.handoffs.items / flow.workItems),
          events: format.integer(flow.events),
        })}
        {flow.asOf && ` ${t('flow.asOf', { when: format.moment(flow.asOf) })}`}
      </p>
    </>
  )
}

type T = TFunction

/** No classes, no figure: an unknown efficiency is neither nought nor whole. */
function efficiencyFigure(flow: Flow, t: T, format: ReturnType<typeof useFormat>) {
  if (flow.efficiency == null) {
    return {
      label: t('flow.efficiency'),
      value: <span className="j-unknown">{t('flow.unknown')}</span>,
      note: t('flow.notClassed'),
    }
  }
  return {
    label: t('flow.efficiency'),
    value: format.percent(flow.efficiency, 1),
    note: (
      <>
        {t('flow.measured')}{' '}
        {secondsOf(flow.waitingTime) !== undefined &&
          t('flow.efficiencyNote', { waiting: format.duration(flow.waitingTime) })}
        <Course of="efficiency" />
      </>
    ),
  }
}
