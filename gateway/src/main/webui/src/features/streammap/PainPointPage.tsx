import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useSession } from '../../api/session'
import type { PainPoint, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { Due, When } from '../../ui/Clock'
import { required, TextAreaField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { RecordForm } from '../../ui/RecordForm'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { useDepartmentName } from '../departments/queries'
import { streamQuery } from '../streams/queries'
import { painTones } from './PainPointInbox'
import { journeyMapQuery, lastChangeOf, painPointQuery, readPainPoint, useAcknowledgePain, useAnswerPain, useImprovePain } from './queries'

export function PainPointPage() {
  const { ref = '' } = useParams()
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const session = useSession()
  const { data: point } = useSuspenseQuery(painPointQuery(ref))
  const { data: stream } = useSuspenseQuery(streamQuery(point.stream))
  const acting = stream.owners.find((owner) => session.heads(owner))
  return (
    <Page
      title={point.title}
      eyebrow={`${point.ref} · ${t('pain.one')}`}
      trail={[
        { name: t('nav.streams'), to: paths.streams() },
        { name: stream.name, to: paths.streamCustomers(stream.code) },
      ]}
      lead={
        <p className="j-row__meta">
          <Tag tone={painTones[point.state]}>{t(`pain.state.${point.state}`)}</Tag>
          {!point.answer && <Due at={point.state === 'open' ? point.respondBy : point.answerBy} />}
        </p>
      }
    >
      <Section title={t('pain.happened')}>
        <p className="j-prose">{point.description}</p>
        <dl className="j-facts j-facts--inline">
          <Fact name={t('pain.by')}>
            {point.reportedBy}
            {point.department && `, ${nameOf(point.department)}`}, <When at={point.createdAt} />
          </Fact>
          <Where point={point} stream={stream} />
        </dl>
      </Section>
      <Section title={t('pain.answerTitle')}>
        <dl className="j-facts">
          {point.acknowledgement && (
            <Fact name={t('pain.acknowledged')}>
              {t('pain.actBy', { who: point.acknowledgement.by, department: nameOf(point.acknowledgement.department), time: format.duration(point.timeToFirstResponse) })}
            </Fact>
          )}
          {point.answer && (
            <Fact name={t('field.answer')}>
              <span className="j-prose">{point.answer.text}</span>
              <span className="j-quiet j-small j-block">
                {t('pain.actBy', { who: point.answer.by, department: nameOf(point.answer.department), time: format.duration(point.timeToAnswer) })}
              </span>
            </Fact>
          )}
          {point.improvement && (
            <Fact name={t('field.improvement')}>
              {point.improvement.title}
              <span className="j-quiet j-small j-block">
                {[point.improvement.owner, point.improvement.due && t('gap.by', { when: format.day(point.improvement.due) }), point.improvement.link].filter(Boolean).join(', ')}
              </span>
            </Fact>
          )}
        </dl>
        {acting ? (
          <Acts point={point} department={acting} />
        ) : (
          !point.answer && <p className="j-quiet">{t('pain.ownersAnswer', { owners: format.list(stream.owners.map(nameOf)) })}</p>
        )}
      </Section>
    </Page>
  )
}

function Where({ point, stream }: { point: PainPoint; stream: ValueStream }) {
  const { t } = useTranslation()
  const { data: map } = useSuspenseQuery(journeyMapQuery(stream.code))
  const stage = [...stream.stages, ...stream.futureStages].find(({ key }) => key === point.stage)
  const step = map.steps.find(({ key }) => key === point.journeyStep)
  return (
    <>
      {point.stage && <Fact name={t('pain.stage')}>{stage?.name ?? point.stage}</Fact>}
      {point.journeyStep && <Fact name={t('pain.step')}>{step?.name ?? point.journeyStep}</Fact>}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Acts({ point, department }: { point: PainPoint; department: string }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<'answer' | 'improve'>()
  const acknowledge = useAcknowledgePain(point)
  const close = () => setDoing(undefined)
  if (doing === 'answer' && !point.answer) return <AnswerForm point={point} department={department} onClose={close} />
  if (doing === 'improve') return <ImproveForm point={point} department={department} onClose={close} />
  return (
    <>
      {acknowledge.error && <ProblemAlert error={acknowledge.error} takesFocus />}
      <div className="j-actions">
        {!point.answer && (
          <Button variant="primary" onClick={() => setDoing('answer')}>
            {t('pain.answer')}
          </Button>
        )}
        {point.state === 'open' && (
          <Button
            variant="secondary"
            isLoading={acknowledge.isPending}
            isAriaDisabled={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ input: { department }, version: point.version })}
          >
            {t('pain.acknowledge')}
          </Button>
        )}
        {point.answer && (
          <Button variant={point.improvement ? 'link' : 'primary'} onClick={() => setDoing('improve')}>
            {point.improvement ? t('pain.changeImprovement') : t('pain.improve')}
          </Button>
        )}
      </div>
    </>
  )
}

interface ActFormProps {
  point: PainPoint
  department: string
  onClose: () => void
}

function AnswerForm({ point, department, onClose }: ActFormProps) {
  const { t } = useTranslation()
  const act = useAnswerPain(point, onClose)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const missing = required(text, t)
  return (
    <div className="j-formpart">
      <RecordForm
        label={t('pain.answer')}
        submit={t('pain.sendAnswer')}
        record={point}
        queryKey={['pain-point', point.ref]}
        read={() => readPainPoint(point.ref)}
        lastChange={() => lastChangeOf(`pain-point:${point.ref}`)}
        act={act}
        input={() => {
          setTried(true)
          return missing ? undefined : { department, text: text.trim() }
        }}
        fields={['text']}
        onCancel={onClose}
      >
        <TextAreaField label={t('pain.answerText')} hint={t('pain.answerHint')} required value={text} error={act.error?.about('text') ?? (tried ? missing : undefined)} onChange={setText} />
      </RecordForm>
    </div>
  )
}

function ImproveForm({ point, department, onClose }: ActFormProps) {
  const { t } = useTranslation()
  const act = useImprovePain(point, onClose)
  const [values, setValues] = useState({
    title: point.improvement?.title ?? '',
    owner: point.improvement?.owner ?? '',
    due: point.improvement?.due ?? '',
  })
  const [tried, setTried] = useState(false)
  const set = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value })
  const missing = { title: required(values.title, t), owner: required(values.owner, t) }
  return (
    <div className="j-formpart">
      <RecordForm
        label={t('pain.improve')}
        submit={t('map.save')}
        record={point}
        queryKey={['pain-point', point.ref]}
        read={() => readPainPoint(point.ref)}
        lastChange={() => lastChangeOf(`pain-point:${point.ref}`)}
        act={act}
        input={() => {
          setTried(true)
          if (missing.title || missing.owner) return undefined
          return {
            department,
            title: values.title.trim(),
            owner: values.owner.trim(),
            ...(values.due && { due: values.due }),
            ...(point.improvement?.link && { link: point.improvement.link }),
          }
        }}
        fields={['title', 'owner', 'due']}
        onCancel={onClose}
      >
        <TextField label={t('pain.better')} required value={values.title} error={act.error?.about('title') ?? (tried ? missing.title : undefined)} onChange={set('title')} />
        <div className="j-columns">
          <TextField label={t('gap.owner')} required value={values.owner} error={act.error?.about('owner') ?? (tried ? missing.owner : undefined)} onChange={set('owner')} />
          <TextField label={t('gap.due')} type="date" value={values.due} error={act.error?.about('due')} onChange={set('due')} />
        </div>
      </RecordForm>
    </div>
  )
}
