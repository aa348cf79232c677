import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { JourneyMap, PainPointFigures, ValueStream } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { EmptyHint } from '../../ui/EmptyHint'
import { Figures } from '../../ui/Figures'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { useSearch } from '../../ui/useSearch'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { JourneyEditor } from './JourneyEditor'
import { PainPointInbox } from './PainPointInbox'
import { journeyMapQuery, painFiguresQuery } from './queries'
import { ReportForm } from './ReportForm'

/** The stream from outside: what customers go through, and what hurts. */
export function CustomersTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const [{ do: doing, edit }, set] = useSearch('do', 'edit')
  const mayEdit = stream.owners.some((owner) => session.heads(owner))
  const editing = mayEdit && edit === 'journey'
  return (
    <>
      <Section
        title={t('customers.journey')}
        hint={t('customers.journeyHint')}
        lines={5}
        actions={
          mayEdit &&
          !editing && (
            <Button variant="secondary" onClick={() => set({ edit: 'journey' })}>
              {t('customers.draw')}
            </Button>
          )
        }
      >
        {editing ? (
          <JourneyEditor stream={stream} onClose={() => set({ edit: '' })} />
        ) : (
          <Journey stream={stream} />
        )}
      </Section>
      <Section
        title={t('pain.title')}
        hint={t('pain.hint')}
        lines={5}
        actions={
          doing !== 'report' && (
            <Button variant="primary" onClick={() => set({ do: 'report' })}>
              {t('pain.report')}
            </Button>
          )
        }
      >
        {doing === 'report' && <ReportForm stream={stream} onClose={() => set({ do: '' })} />}
        <Answers stream={stream} />
        <PainPointInbox stream={stream} />
      </Section>
    </>
  )
}

function Journey({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: map } = useSuspenseQuery(journeyMapQuery(stream.code))
  const { data: figures } = useSuspenseQuery(painFiguresQuery(stream.code))
  if (map.steps.length === 0) {
    return (
      <EmptyHint title={t('customers.none')}>
        <p>{t('customers.noneHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <Steps map={map} stream={stream} figures={figures} />
      <Figures
        compact
        items={[
          { label: t('customers.meanEffort'), value: format.fixed(map.derived.meanEffort, 1), note: t('customers.effortScale') },
          { label: t('customers.meanSelf'), value: format.percent(map.derived.meanSelfService), note: t('customers.selfHint') },
        ]}
      />
      <CsvButton href={csvAddress(stream.code, 'journey-map', {})} name={`${stream.code}-journey`} />
    </>
  )
}

function Steps({ map, stream, figures }: { map: JourneyMap; stream: ValueStream; figures: PainPointFigures }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = new Map([...stream.futureStages, ...stream.stages].map(({ key, name }) => [key, name]))
  return (
    <ol className="j-path" aria-label={t('customers.journey')}>
      {map.steps.map((step) => {
        const pain = figures.byJourneyStep.find(({ key }) => key === step.key)
        return (
          <li key={step.key} className="j-path__step">
            <p className="j-path__name">
              {step.name}{' '}
              {step.key === map.derived.hardestStep && <Tag tone="bad">{t('customers.hardest')}</Tag>}
            </p>
            {step.touchpoint && <p className="j-quiet j-small">{step.touchpoint}</p>}
            {step.description && <p className="j-small">{step.description}</p>}
            {step.effort == null ? (
              <p className="j-quiet j-small">{t('customers.notAsked')}</p>
            ) : (
              <>
                <Effort value={step.effort} />
                <p className="j-small">
                  {t('customers.effort', { value: format.fixed(step.effort, 1) })}
                  {step.effortAnswers != null && (
                    <span className="j-quiet"> {t('customers.answers', { count: step.effortAnswers })}</span>
                  )}
                </p>
              </>
            )}
            <p className="j-small">
              {step.selfService == null
                ? t('customers.selfUnknown')
                : t('customers.self', { share: format.percent(step.selfService) })}
            </p>
            {step.stages.length > 0 && (
              <p className="j-quiet j-small">
                {t('customers.behind', { stages: format.list(step.stages.map((key) => names.get(key) ?? key)) })}
              </p>
            )}
            {pain && (
              <p className="j-small">
                <Tag tone={pain.unanswered > 0 ? 'warn' : 'calm'}>{t('customers.pain', { count: pain.reported })}</Tag>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Seven marks, as many filled as the step is hard; the words below say it too. */
function Effort({ value }: { value: number }) {
  const tone = value >= 5 ? 'bad' : value >= 3.5 ? 'warn' : 'good'
  return (
    <svg className={`j-effort j-effort--${tone}`} viewBox="0 0 70 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {Array.from({ length: 7 }, (_, mark) => (
        <g key={mark}>
          <rect className="j-effort__empty" x={mark * 10} width="9" height="8" />
          <rect className="j-effort__full" x={mark * 10} width={9 * Math.min(1, Math.max(0, value - mark))} height="8" />
        </g>
      ))}
    </svg>
  )
}

function Answers({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: figures } = useSuspenseQuery(painFiguresQuery(stream.code))
  if (figures.reported === 0) return null
  const note = (times: PainPointFigures['answer'], promise: string) =>
    t('pain.promise', { promise: format.duration(promise), share: format.percent(times.withinPromise) })
  return (
    <Figures
      compact
      items={[
        {
          label: t('pain.reported'),
          value: format.integer(figures.reported),
          note: t('pain.unanswered', { number: format.integer(figures.open + figures.acknowledged) }),
        },
        { label: t('pain.firstResponse'), value: format.duration(figures.firstResponse.median), note: note(figures.firstResponse, stream.respondWithin) },
        { label: t('pain.answered'), value: format.duration(figures.answer.median), note: note(figures.answer, stream.answerWithin) },
        { label: t('pain.improvements'), value: format.integer(figures.improvements) },
      ]}
    />
  )
}
