import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { FutureStage, Stage, StreamSums, ValueStream } from '../../api/types'
import { Figures } from '../../ui/Figures'
import { secondsOf, useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'
import { useDepartmentName } from '../departments/queries'

/** Both states side by side, on one scale of time: what each stage takes, what of it is work, and where it changes hands. */
export function TwoStates({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const longest = Math.max(
    1,
    ...[...stream.stages, ...stream.futureStages].map((stage) => secondsOf(stage.leadTime) ?? 0),
  )
  const followed = new Set(stream.futureStages.map((stage) => stage.follows))
  const drawn = stream.futureStages.length > 0
  return (
    <div className={drawn ? 'j-states j-states--two' : 'j-states'}>
      <State
        title={t('map.today')}
        stages={stream.stages}
        sums={stream.derived}
        longest={longest}
        tagOf={(stage) => (drawn && !followed.has(stage.key) ? <Tag tone="warn">{t('map.dropped')}</Tag> : undefined)}
      />
      {drawn && (
        <State
          title={t('map.future')}
          stages={stream.futureStages}
          sums={stream.futureDerived}
          longest={longest}
          tagOf={(stage) =>
            'follows' in stage && !stage.follows ? <Tag tone="good">{t('map.added')}</Tag> : undefined
          }
        />
      )}
    </div>
  )
}

interface StateProps {
  title: string
  stages: (Stage | FutureStage)[]
  sums: StreamSums | null
  longest: number
  tagOf: (stage: Stage | FutureStage) => ReactNode
}

function State({ title, stages, sums, longest, tagOf }: StateProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className="j-state" aria-label={title}>
      <h3 className="j-state__title">{title}</h3>
      <ol className="j-ladder">
        {stages.map((stage, index) => (
          <Rung
            key={stage.key}
            stage={stage}
            longest={longest}
            tag={tagOf(stage)}
            handoff={index > 0 && stages[index - 1]!.department !== stage.department}
            automated={index > 0 && stage.handoff === 'automated'}
          />
        ))}
      </ol>
      {sums && (
        <Figures
          compact
          items={[
            { label: t('stage.sumProcess'), value: format.duration(sums.processTime) },
            { label: t('stage.sumLead'), value: format.duration(sums.leadTime) },
            { label: t('stage.activityRatio'), value: format.percent(sums.activityRatio, 1) },
            { label: t('stage.rolled'), value: format.percent(sums.rolledCompleteAndAccurate) },
            { label: t('map.handoffs'), value: format.integer(sums.handoffs) },
          ]}
        />
      )}
    </section>
  )
}

function Rung({
  stage,
  longest,
  tag,
  handoff,
  automated,
}: {
  stage: Stage | FutureStage
  longest: number
  tag: ReactNode
  handoff: boolean
  automated: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const { departments } = useSession()
  const own = departments.includes(stage.department)
  return (
    <li className={own ? 'j-rung j-rung--own' : 'j-rung'}>
      {handoff && (
        <p className="j-rung__handoff">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path d="M6 1v8M2.5 6 6 9.8 9.5 6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
          {t('map.handedTo', { department: nameOf(stage.department) })}
        </p>
      )}
      <p className="j-rung__name">
        {stage.name} {tag} {automated && <Tag tone="calm">{t('map.automated')}</Tag>}
      </p>
      <p className="j-rung__who">
        {nameOf(stage.department)}
        {own && <span className="j-own">{t('department.ours')}</span>}
      </p>
      <TimeBar stage={stage} longest={longest} />
      <p className="j-rung__times">
        <strong>{format.duration(stage.leadTime)}</strong>{' '}
        {t('map.ofWhich', { work: format.duration(stage.processTime) })}
        {' · '}
        {t('map.right', { share: format.percent(stage.completeAndAccurate) })}
      </p>
    </li>
  )
}

/** The words below say the same, so the drawing is for the eye alone. */
function TimeBar({ stage, longest }: { stage: Stage | FutureStage; longest: number }) {
  const lead = secondsOf(stage.leadTime) ?? 0
  const process = secondsOf(stage.processTime) ?? 0
  const width = (100 * lead) / longest
  return (
    <svg className="j-timebar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="j-timebar__rest" width="100" height="8" />
      <rect className="j-timebar__wait" width={Math.max(0.6, width)} height="8" />
      <rect className="j-timebar__work" width={Math.max(process > 0 ? 0.6 : 0, (100 * process) / longest)} height="8" />
    </svg>
  )
}
