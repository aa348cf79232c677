import { Alert } from '@patternfly/react-core'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Measure, ValueStream } from '../../api/types'
import { paths } from '../../paths'
import { NumberField, numberFrom, RadioField, required, SelectField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { Page } from '../../ui/Page'
import { RecordForm } from '../../ui/RecordForm'
import { useSearch } from '../../ui/useSearch'
import { allStreamsQuery, measuresQuery } from '../streams/queries'
import { lastChangeOf, objectiveQuery, readObjective, useAddKeyResult } from './queries'

const fields = ['title', 'baseline', 'target', 'stretch', 'unit', 'weight', 'binding']

export function NewKeyResultPage() {
  const { ref = '' } = useParams()
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const { data: objective } = useSuspenseQuery(objectiveQuery(ref))
  const act = useAddKeyResult(objective, () => void navigate(paths.objective(ref)))
  const [search, setSearch] = useSearch('measure')
  const [how, setHow] = useState<'live' | 'people' | 'milestone'>(search.measure ? 'live' : 'people')
  const live = how === 'live'
  const milestone = how === 'milestone'
  const measures = useMeasures()
  const chosen = live ? measures.find((one) => one.reference === search.measure) : undefined
  const [values, setValues] = useState({
    title: '',
    baseline: '',
    target: '',
    stretch: '',
    unit: '',
    weight: '1',
  })
  const [tried, setTried] = useState(false)
  const set = (field: keyof typeof values) => (value: string) =>
    setValues({ ...values, [field]: value })
  const unit = chosen ? chosen.measure.unit : values.unit
  // A share is written as people say it: 6 for six percent.
  const scale = chosen?.measure.unit === 'ratio' ? 100 : 1
  const shownUnit = scale === 100 ? '%' : unit
  const number = (text: string) => {
    const value = numberFrom(text)
    return value === undefined ? undefined : value / scale
  }
  const title = values.title || (chosen ? `${chosen.measure.name}, ${chosen.stream.name}` : '')

  const errors = {
    title: required(title, t),
    binding: live && !chosen ? t('keyResult.chooseMeasure') : undefined,
    baseline: how === 'people' && numberFrom(values.baseline) === undefined ? t('form.number') : undefined,
    target: !milestone && numberFrom(values.target) === undefined ? t('form.number') : undefined,
    stretch: values.stretch && numberFrom(values.stretch) === undefined ? t('form.number') : undefined,
    unit: how !== 'people' ? undefined : required(values.unit, t),
    weight: (numberFrom(values.weight) ?? 0) > 0 ? undefined : t('form.number'),
  }
  const errorOf = (field: keyof typeof errors) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function input() {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return undefined
    if (milestone) {
      return {
        title: title.trim(),
        kind: 'milestone' as const,
        weight: numberFrom(values.weight)!,
      }
    }
    return {
      title: title.trim(),
      kind: 'metric' as const,
      baseline: number(values.baseline),
      target: number(values.target)!,
      stretch: number(values.stretch),
      unit,
      weight: numberFrom(values.weight)!,
      binding: chosen ? { measure: chosen.reference } : undefined,
    }
  }

  return (
    <Page
      title={t('keyResult.add')}
      lead={<p>{t('keyResult.addLead')}</p>}
      trail={[
        { name: t('nav.objectives'), to: paths.objectives() },
        { name: objective.title, to: paths.objective(ref) },
      ]}
    >
      <RecordForm
        label={t('keyResult.add')}
        submit={t('keyResult.submit')}
        record={objective}
        queryKey={['objective', ref]}
        read={() => readObjective(ref)}
        lastChange={() => lastChangeOf(`objective:${ref}`)}
        act={act}
        input={input}
        fields={fields}
        onCancel={() => void navigate(paths.objective(ref))}
      >
        {objective.owners.some((owner) => owner.accepted) && (
          <Alert component="p" isInline isPlain variant="info" title={t('keyResult.asksAgain')} />
        )}
        <RadioField
          label={t('keyResult.how')}
          value={how}
          onChange={(value) => setHow(value as typeof how)}
          choices={[
            { value: 'live', label: t('keyResult.byMeasure'), hint: t('keyResult.byMeasureHint') },
            { value: 'people', label: t('keyResult.byPeople'), hint: t('keyResult.byPeopleHint') },
            {
              value: 'milestone',
              label: t('keyResult.byMilestone'),
              hint: t('keyResult.byMilestoneHint'),
            },
          ]}
        />
        {live && (
          <SelectField
            label={t('keyResult.measure')}
            required
            value={search.measure}
            error={errorOf('binding')}
            onChange={(measure) => setSearch({ measure })}
            hint={
              chosen &&
              t('keyResult.measureNow', {
                value: format.measured(chosen.measure.value, chosen.measure.unit),
                better: t(`keyResult.better.${chosen.measure.better}`),
              })
            }
            choices={[
              { value: '', label: t('keyResult.chooseMeasure') },
              ...measures.map(({ reference, measure, stream }) => ({
                value: reference,
                label: `${measure.name} (${format.measured(measure.value, measure.unit)})`,
                group: stream.name,
              })),
            ]}
          />
        )}
        <TextField
          label={t('field.title')}
          hint={t('keyResult.titleHint')}
          required
          value={values.title || title}
          error={errorOf('title')}
          onChange={set('title')}
        />
        {!milestone && <div className="j-columns">
          <NumberField
            label={t('keyResult.baseline')}
            hint={live ? t('keyResult.baselineLive') : t('keyResult.baselineHint')}
            required={!live}
            unit={shownUnit}
            value={values.baseline}
            error={errorOf('baseline')}
            onChange={set('baseline')}
          />
          <NumberField
            label={t('keyResult.target')}
            hint={t('keyResult.targetHint')}
            required
            unit={shownUnit}
            value={values.target}
            error={errorOf('target')}
            onChange={set('target')}
          />
          <NumberField
            label={t('keyResult.stretch')}
            hint={t('form.optional')}
            unit={shownUnit}
            value={values.stretch}
            error={errorOf('stretch')}
            onChange={set('stretch')}
          />
        </div>}
        <div className="j-columns">
          {how === 'people' && (
            <TextField
              label={t('field.unit')}
              hint={t('keyResult.unitHint')}
              required
              value={values.unit}
              error={errorOf('unit')}
              onChange={set('unit')}
            />
          )}
          <NumberField
            label={t('field.weight')}
            hint={t('keyResult.weightHint')}
            value={values.weight}
            error={errorOf('weight')}
            onChange={set('weight')}
          />
        </div>
      </RecordForm>
    </Page>
  )
}

interface ChoosableMeasure {
  stream: ValueStream
  measure: Measure
  reference: string
}

/** The live measures of every stream that has work items to measure. */
function useMeasures(): ChoosableMeasure[] {
  const { data: streams } = useSuspenseQuery(allStreamsQuery)
  const answers = useQueries({ queries: streams.map((stream) => measuresQuery(stream.code)) })
  return streams.flatMap((stream, index) =>
    (answers[index]?.data ?? []).map((measure) => ({
      stream,
      measure,
      reference: `value-stream:${stream.code}/${measure.code}`,
    })),
  )
}
