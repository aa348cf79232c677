import { useTranslation } from 'react-i18next'
import type { Stage } from '../../api/types'
import { secondsOf, useFormat } from '../../ui/format'
import { DepartmentName } from '../departments/DepartmentName'

interface StageMapProps {
  stages: Stage[]
  own?: string[]
  compact?: boolean
}

/** The stream from left to right: who does what, how long it takes, and how much of that time it waits. */
export function StageMap({ stages, own = [], compact }: StageMapProps) {
  const { t } = useTranslation()
  return (
    <ol className={compact ? 'j-stages j-stages--compact' : 'j-stages'} aria-label={t('stage.map')}>
      {stages.map((stage, index) => (
        <StageStep
          key={`${index} ${stage.name}`}
          stage={stage}
          own={own.includes(stage.department)}
          compact={compact}
          handoff={index > 0 && stages[index - 1]?.department !== stage.department}
        />
      ))}
    </ol>
  )
}

function StageStep({
  stage,
  own,
  compact,
  handoff,
}: {
  stage: Stage
  own: boolean
  compact?: boolean
  handoff: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li className={own ? 'j-stage j-stage--own' : 'j-stage'}>
      {handoff && (
        <span className="j-stage__handoff">
          <span className="j-hidden">{t('stage.handoff')}</span>
        </span>
      )}
      <div className="j-stage__box">
        <p className="j-stage__name">{stage.name}</p>
        <p className="j-stage__who">
          {compact ? (
            <DepartmentName code={stage.department} plain />
          ) : (
            <DepartmentName code={stage.department} />
          )}
        </p>
        {!compact && (
          <>
            <WorkShare stage={stage} />
            <dl className="j-stage__times">
              <div>
                <dt>{t('stage.processTime')}</dt>
                <dd>{format.duration(stage.processTime)}</dd>
              </div>
              <div>
                <dt>{t('stage.leadTime')}</dt>
                <dd>{format.duration(stage.leadTime)}</dd>
              </div>
              <div>
                <dt>{t('stage.completeAndAccurate')}</dt>
                <dd>{format.percent(stage.completeAndAccurate)}</dd>
              </div>
            </dl>
          </>
        )}
        {compact && <p className="j-stage__lead">{format.duration(stage.leadTime)}</p>}
      </div>
    </li>
  )
}

/** The part of a stage's lead time in which somebody works on it: a thin bar says it before the numbers do. */
function WorkShare({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const work = secondsOf(stage.processTime)
  const lead = secondsOf(stage.leadTime)
  if (work === undefined || !lead) return null
  const share = Math.min(1, work / lead)
  return (
    <svg
      className="j-workshare"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('stage.workShare', { share: format.percent(share, share < 0.1 ? 1 : 0) })}
    >
      <rect className="j-workshare__wait" width="100" height="6" rx="3" />
      <rect className="j-workshare__work" width={Math.max(2, share * 100)} height="6" rx="3" />
    </svg>
  )
}
