import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { ValueStream } from '../../api/types'
import { ActForm } from '../../ui/ActForm'
import { required, SelectField, TextAreaField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { useDepartmentName } from '../departments/queries'
import { journeyMapQuery, useReport } from './queries'

/** Anybody says what hurts; where it hurts is a choice, not a duty. */
export function ReportForm({ stream, onClose }: { stream: ValueStream; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const { departments } = useSession()
  const { data: map } = useSuspenseQuery(journeyMapQuery(stream.code))
  const act = useReport(onClose)
  const [values, setValues] = useState({ title: '', description: '', stage: '', journeyStep: '', department: departments[0] ?? '' })
  const [tried, setTried] = useState(false)
  const set = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value })
  const missing = { title: required(values.title, t), description: required(values.description, t) }

  function send() {
    setTried(true)
    if (missing.title || missing.description) return
    const { title, description, ...where } = values
    const said = Object.fromEntries(Object.entries(where).filter(([, value]) => value))
    act.mutate({ input: { stream: stream.code, title: title.trim(), description: description.trim(), ...said } })
  }

  return (
    <div className="j-formpart">
      <ActForm
        label={t('pain.report')}
        submit={t('pain.send')}
        busy={act.isPending}
        problem={act.error}
        fields={Object.keys(values)}
        onSubmit={send}
        onCancel={onClose}
      >
        <p className="j-quiet">
          {t('pain.promised', { respond: format.duration(stream.respondWithin), answer: format.duration(stream.answerWithin) })}
        </p>
        <TextField label={t('pain.what')} required value={values.title} error={act.error?.about('title') ?? (tried ? missing.title : undefined)} onChange={set('title')} />
        <TextAreaField label={t('pain.more')} hint={t('pain.moreHint')} required value={values.description} error={act.error?.about('description') ?? (tried ? missing.description : undefined)} onChange={set('description')} />
        <div className="j-columns">
          <SelectField
            label={t('pain.stage')}
            value={values.stage}
            onChange={set('stage')}
            error={act.error?.about('stage')}
            choices={[{ value: '', label: t('pain.anywhere') }, ...stream.stages.map(({ key, name }) => ({ value: key, label: name }))]}
          />
          {map.steps.length > 0 && (
            <SelectField
              label={t('pain.step')}
              value={values.journeyStep}
              onChange={set('journeyStep')}
              error={act.error?.about('journeyStep')}
              choices={[{ value: '', label: t('pain.anywhere') }, ...map.steps.map(({ key, name }) => ({ value: key, label: name }))]}
            />
          )}
          {departments.length > 1 && (
            <SelectField
              label={t('pain.for')}
              value={values.department}
              onChange={set('department')}
              choices={departments.map((code) => ({ value: code, label: nameOf(code) }))}
            />
          )}
        </div>
      </ActForm>
    </div>
  )
}
