import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyMap, JourneyStep, ValueStream } from '../../api/types'
import { CheckField, NumberField, numberFrom, TextAreaField, TextField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { journeyMapQuery, lastChangeOf, readJourneyMap, useDrawJourney } from './queries'
import { SortableList } from './SortableList'

interface StepDraft {
  id: string
  key?: string
  name: string
  description: string
  touchpoint: string
  effort: string
  answers: string
  self: string
  stages: string[]
}

let drawn = 0
const nextId = () => `step-${++drawn}`

const draftOf = (step: JourneyStep): StepDraft => ({
  id: nextId(),
  key: step.key,
  name: step.name,
  description: step.description ?? '',
  touchpoint: step.touchpoint ?? '',
  effort: step.effort == null ? '' : String(step.effort),
  answers: step.effortAnswers == null ? '' : String(step.effortAnswers),
  self: step.selfService == null ? '' : String(Math.round(step.selfService * 10_000) / 100),
  stages: step.stages,
})

const emptyStep = (): StepDraft => ({ id: nextId(), name: '', description: '', touchpoint: '', effort: '', answers: '', self: '', stages: [] })

/** Empty is fine where nobody asked; a number has to be one, and within its scale. */
function within(text: string, least: number, most: number) {
  if (text.trim() === '') return true
  const number = numberFrom(text)
  return number !== undefined && number >= least && number <= most
}

const faultsOf = (step: StepDraft) => ({
  name: step.name.trim() === '',
  effort: !within(step.effort, 1, 7),
  answers: !within(step.answers, 1, 1_000_000) || (step.answers.trim() !== '' && step.effort.trim() === ''),
  self: !within(step.self, 0, 100),
})

const stepOf = (step: StepDraft) => ({
  ...(step.key && { key: step.key }),
  name: step.name.trim(),
  ...(step.description.trim() && { description: step.description.trim() }),
  ...(step.touchpoint.trim() && { touchpoint: step.touchpoint.trim() }),
  ...(step.effort.trim() && { effort: Math.round(numberFrom(step.effort)! * 100) / 100 }),
  ...(step.answers.trim() && { effortAnswers: Math.round(numberFrom(step.answers)!) }),
  ...(step.self.trim() && { selfService: Math.round(numberFrom(step.self)! * 100) / 10_000 }),
  stages: step.stages,
})

export function JourneyEditor({ stream, onClose }: { stream: ValueStream; onClose: () => void }) {
  const { data: map } = useSuspenseQuery(journeyMapQuery(stream.code))
  return <Editor stream={stream} map={map} onClose={onClose} />
}

function Editor({ stream, map, onClose }: { stream: ValueStream; map: JourneyMap; onClose: () => void }) {
  const { t } = useTranslation()
  // Moving and removing change no field, so the form would not notice: what was there at the beginning counts.
  const [seen] = useState(map)
  const [steps, setSteps] = useState(() => map.steps.map(draftOf))
  const [tried, setTried] = useState(false)
  const act = useDrawJourney(stream.code, onClose)
  const faulty = steps.some((step) => Object.values(faultsOf(step)).some(Boolean))
  return (
    <div className="j-formpart j-formpart--wide">
      <p className="j-quiet">{t('edit.keys')}</p>
      <RecordForm
        label={t('customers.draw')}
        submit={t('map.save')}
        record={seen}
        queryKey={['journey-map', stream.code]}
        read={() => readJourneyMap(stream.code)}
        lastChange={() => lastChangeOf(`journey-map:${stream.code}`)}
        act={act}
        input={() => {
          setTried(true)
          return faulty ? undefined : { steps: steps.map(stepOf) }
        }}
        fields={[]}
        onCancel={onClose}
      >
        <SortableList
          title={t('customers.steps')}
          hint={t('customers.stepsHint')}
          items={steps}
          nameOf={(step, index) => step.name || t('customers.stepNumber', { number: index + 1 })}
          onChange={setSteps}
          add={t('customers.addStep')}
          onAdd={emptyStep}
          render={(step, change) => <StepFields step={step} stream={stream} onChange={change} faults={tried ? faultsOf(step) : undefined} />}
        />
        {tried && faulty && (
          <p role="alert" className="j-fault">
            {t('edit.faulty')}
          </p>
        )}
      </RecordForm>
    </div>
  )
}

interface StepFieldsProps {
  step: StepDraft
  stream: ValueStream
  onChange: (step: StepDraft) => void
  faults?: ReturnType<typeof faultsOf>
}

function StepFields({ step, stream, onChange, faults }: StepFieldsProps) {
  const { t } = useTranslation()
  const set = (field: keyof StepDraft) => (value: string | string[]) => onChange({ ...step, [field]: value })
  return (
    <>
      <div className="j-columns">
        <TextField label={t('customers.stepName')} required value={step.name} error={faults?.name ? t('form.required') : undefined} onChange={set('name')} />
        <TextField label={t('customers.touchpoint')} value={step.touchpoint} onChange={set('touchpoint')} />
        <NumberField label={t('customers.effortField')} hint={t('customers.effortHint')} value={step.effort} error={faults?.effort ? t('customers.effortFault') : undefined} onChange={set('effort')} />
        <NumberField label={t('customers.answersField')} value={step.answers} error={faults?.answers ? t('customers.answersFault') : undefined} onChange={set('answers')} />
        <NumberField label={t('customers.selfField')} unit="%" value={step.self} error={faults?.self ? t('form.percent') : undefined} onChange={set('self')} />
      </div>
      <TextAreaField label={t('customers.description')} rows={2} value={step.description} onChange={set('description')} />
      {stream.stages.length > 0 && (
        <CheckField
          label={t('customers.behindField')}
          values={step.stages}
          onChange={set('stages')}
          choices={stream.stages.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
    </>
  )
}
