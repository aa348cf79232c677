import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { Stage, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { Figures } from '../../ui/Figures'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { useDepartmentName } from '../departments/queries'
import { flowQuery } from '../streams/queries'
import { StageMap } from '../streams/StageMap'

/** A stream seen whole: what it serves, how it does from end to end, and the part of one's own, or of the department looked at, last. */
export function StreamWhole({
  stream,
  departments,
}: {
  stream: ValueStream
  departments: string[]
}) {
  const { t } = useTranslation()
  const session = useSession()
  const own = stream.stages.filter((stage) => departments.includes(stage.department))
  return (
    <section className="j-whole" aria-labelledby={`whole-${stream.code}`}>
      {stream.theme && <p className="j-eyebrow">{t('stream.theme', { theme: stream.theme })}</p>}
      <h3 id={`whole-${stream.code}`} className="j-whole__name">
        <Link to={paths.stream(stream.code)}>{stream.name}</Link>
      </h3>
      {stream.outcome && <p className="j-whole__outcome">{stream.outcome}</p>}
      <Guarded lines={2}>
        <FlowInShort code={stream.code} />
      </Guarded>
      {stream.stages.length > 0 && <StageMap stages={stream.stages} own={departments} compact />}
      {own.length > 0 && (
        <div className="j-ownpart">
          <h4>{departments.some((code) => session.departments.includes(code)) ? t('today.ourPart') : t('department.itsPart')}</h4>
          <ul>
            {own.map((stage) => (
              <OwnStage key={stage.name} stage={stage} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function FlowInShort({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: flow } = useSuspenseQuery(flowQuery(code))
  if (flow.workItems === 0) return <p className="j-quiet">{t('flow.noneYet')}</p>
  return (
    <Figures
      items={[
        {
          label: t('flow.p85'),
          value: format.duration(flow.flowTime?.p85),
          note: t('flow.p50Note', { p50: format.duration(flow.flowTime?.p50) }),
          main: true,
        },
        {
          label: t('flow.handoffsPerItem'),
          value: format.fixed(flow.handoffs.mean, 2),
          note: t('flow.handoffsTotal', { total: format.integer(flow.handoffs.total) }),
        },
        {
          label: t('flow.pingPong'),
          value: format.percent(flow.pingPong.share, 1),
          note: t('flow.pingPongNote', { items: format.integer(flow.pingPong.items) }),
        },
        ...(flow.sla && flow.sla.measured > 0
          ? [
              {
                label: t('flow.sla'),
                value: format.percent(flow.sla.share, 0),
                note: t('flow.slaNote', { count: flow.sla.measured, measured: format.integer(flow.sla.measured) }),
              },
            ]
          : []),
      ]}
    />
  )
}

function OwnStage({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  return (
    <li>
      <strong>{stage.name}</strong> <span className="j-quiet">{nameOf(stage.department)}</span>
      <span className="j-ownpart__numbers">
        <span>
          {t('stage.processTime')} <b>{format.duration(stage.processTime)}</b>
        </span>
        <span>
          {t('stage.leadTime')} <b>{format.duration(stage.leadTime)}</b>
        </span>
        <span>
          {t('stage.completeAndAccurate')} <b>{format.percent(stage.completeAndAccurate)}</b>
        </span>
      </span>
    </li>
  )
}
