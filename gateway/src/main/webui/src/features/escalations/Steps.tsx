import { useTranslation } from 'react-i18next'
import type { Escalation } from '../../api/types'
import { Due, useNow } from '../../ui/Clock'
import { useFormat } from '../../ui/format'

type Step = 'raised' | 'acknowledged' | 'proposed' | 'resolved'

/** The way to a resolution among equals: raised, acknowledged by all, proposed, agreed by all. */
export function Steps({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { acknowledgements, proposal, resolution, departments, raisedBy } = escalation
  // Whoever raised it knows of it: the others are asked to acknowledge.
  const asked = departments.filter((department) => department !== raisedBy.department)
  const acknowledged = asked.filter((department) =>
    acknowledgements.some((one) => one.department === department),
  ).length
  const steps: { step: Step; done: boolean; note: string }[] = [
    { step: 'raised', done: true, note: format.moment(escalation.clock.startedAt) },
    {
      step: 'acknowledged',
      done: acknowledged === asked.length,
      note: t('escalation.of', { done: acknowledged, all: asked.length }),
    },
    {
      step: 'proposed',
      done: Boolean(proposal) || Boolean(resolution),
      note: proposal
        ? t('escalation.agreedBy', { done: proposal.agreed.length, all: departments.length })
        : resolution
          ? '–'
          : t('escalation.notYet'),
    },
    {
      step: 'resolved',
      done: Boolean(resolution),
      note: resolution ? format.moment(resolution.at) : t('escalation.notYet'),
    },
  ]
  const current = steps.findIndex((step) => !step.done)
  return (
    <ol className="j-steps" aria-label={t('escalation.steps')}>
      {steps.map(({ step, done, note }, index) => (
        <li
          key={step}
          className={done ? 'j-step j-step--done' : index === current ? 'j-step j-step--now' : 'j-step'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="j-step__name">{t(`escalation.step.${step}`)}</span>
          <span className="j-step__note">{note}</span>
        </li>
      ))}
    </ol>
  )
}

/** The peers' clock, in working time, with the point at which they are warned. */
export function PeersClock({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { clock } = escalation
  const start = Date.parse(clock.startedAt)
  const due = Date.parse(clock.dueAt)
  const share = Math.max(0, Math.min(1, (now - start) / Math.max(1, due - start)))
  const late = now > due
  return (
    <div className="j-peersclock">
      <p className="j-peersclock__left">
        <Due at={clock.dueAt} />
      </p>
      <svg
        className={late ? 'j-clockbar j-clockbar--late' : share > 0.75 ? 'j-clockbar j-clockbar--warn' : 'j-clockbar'}
        viewBox="0 0 200 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('escalation.clockUsed', { share: format.percent(share) })}
      >
        <rect className="j-clockbar__whole" width="200" height="8" rx="2" />
        <rect className="j-clockbar__part" width={share * 200} height="8" rx="2" />
        <line className="j-clockbar__warn" x1="150" x2="150" y1="0" y2="8" />
      </svg>
      <p className="j-quiet j-small">
        {t(`escalation.clockNote.${escalation.level === 'peers' ? 'peers' : 'climbed'}`, {
          working: format.workingTime(clock.workingTime),
          due: format.moment(clock.dueAt),
        })}
      </p>
    </div>
  )
}
