import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../api/types'
import { ActForm } from '../../ui/ActForm'
import { CheckField, NumberField, numberFrom, required, SelectField, TextAreaField, TextField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartments } from '../departments/queries'
import { lastChangeOf, readMeeting, useAgreeMeeting, useChangeMeeting, type MeetingWish } from './queries'

const kinds = ['review', 'planning', 'pain-points', 'retrospective', 'other'] as const
const repeats = ['weekly', 'monthly-by-weekday', 'monthly-by-date', 'once'] as const
const fields = ['title', 'kind', 'agenda', 'participants', 'firstOn', 'startsAt', 'minutes', 'timeZone', 'repeats', 'every', 'until']

interface MeetingFormProps {
  stream: string
  owners: string[]
  meeting?: Meeting
  onClose: () => void
}

/** A regular meeting: what for, who, and when it comes again. */
export function MeetingForm({ stream, owners, meeting, onClose }: MeetingFormProps) {
  const { t } = useTranslation()
  const agree = useAgreeMeeting(stream, onClose)
  const [values, setValues] = useState(() => valuesOf(meeting, owners))
  const [tried, setTried] = useState(false)
  const missing = {
    title: required(values.title, t),
    firstOn: required(values.firstOn, t),
    startsAt: /^([01]\d|2[0-3]):[0-5]\d$/.test(values.startsAt) ? undefined : t('meeting.fault.time'),
    minutes: whole(values.minutes) ? undefined : t('form.number'),
    every: whole(values.every) ? undefined : t('form.number'),
    participants: values.participants.length < 2 ? t('meeting.fault.two') : undefined,
  }

  function input(): MeetingWish | undefined {
    setTried(true)
    if (Object.values(missing).some(Boolean)) return undefined
    return {
      title: values.title.trim(),
      kind: values.kind,
      participants: values.participants,
      firstOn: values.firstOn,
      startsAt: values.startsAt,
      minutes: whole(values.minutes)!,
      timeZone: values.timeZone,
      repeats: values.repeats,
      every: whole(values.every)!,
      ...(values.agenda.trim() && { agenda: values.agenda.trim() }),
      ...((values.until || meeting) && { until: values.until || null }),
    }
  }

  return (
    <div className="j-formpart">
      {meeting ? (
        <ChangeForm meeting={meeting} input={input} onClose={onClose}>
          {(errorOf) => <Fields values={values} setValues={setValues} errorOf={(field) => errorOf(field) ?? (tried ? missing[field as keyof typeof missing] : undefined)} />}
        </ChangeForm>
      ) : (
        <ActForm
          label={t('meeting.agree')}
          submit={t('meeting.agree')}
          busy={agree.isPending}
          problem={agree.error}
          fields={fields}
          onCancel={onClose}
          onSubmit={() => {
            const wish = input()
            if (wish) agree.mutate({ input: wish })
          }}
        >
          <Fields
            values={values}
            setValues={setValues}
            errorOf={(field) => agree.error?.about(field) ?? (tried ? missing[field as keyof typeof missing] : undefined)}
          />
        </ActForm>
      )}
    </div>
  )
}

function ChangeForm({
  meeting,
  input,
  onClose,
  children,
}: {
  meeting: Meeting
  input: () => MeetingWish | undefined
  onClose: () => void
  children: (errorOf: (field: string) => string | undefined) => ReactNode
}) {
  const { t } = useTranslation()
  const act = useChangeMeeting(meeting, onClose)
  return (
    <RecordForm
      label={t('meeting.changeNamed', { title: meeting.title })}
      submit={t('map.save')}
      record={meeting}
      queryKey={['meeting', meeting.ref]}
      read={() => readMeeting(meeting.ref)}
      lastChange={() => lastChangeOf(`meeting:${meeting.ref}`)}
      act={act}
      input={input}
      fields={fields}
      onCancel={onClose}
    >
      {children((field) => act.error?.about(field))}
    </RecordForm>
  )
}

type Values = ReturnType<typeof valuesOf>

function Fields({ values, setValues, errorOf }: { values: Values; setValues: (values: Values) => void; errorOf: (field: keyof Values) => string | undefined }) {
  const { t } = useTranslation()
  const departments = useDepartments()
  const set = <Field extends keyof Values>(field: Field) => (value: Values[Field]) => setValues({ ...values, [field]: value })
  return (
    <>
      <TextField label={t('field.title')} required value={values.title} error={errorOf('title')} onChange={set('title')} />
      <CheckField
        label={t('meeting.who')}
        required
        values={values.participants}
        onChange={set('participants')}
        error={errorOf('participants')}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div className="j-columns">
        <SelectField
          label={t('meeting.what')}
          value={values.kind}
          onChange={set('kind')}
          choices={kinds.map((kind) => ({ value: kind, label: t(`meeting.kind.${kind}`) }))}
        />
        <TextField label={t('meeting.firstOn')} type="date" required value={values.firstOn} error={errorOf('firstOn')} onChange={set('firstOn')} />
        <TextField label={t('meeting.startsAt')} hint={t('meeting.startsAtHint', { zone: values.timeZone })} required value={values.startsAt} error={errorOf('startsAt')} onChange={set('startsAt')} />
        <NumberField label={t('meeting.minutes')} unit={t('edit.unit.minutes')} required value={values.minutes} error={errorOf('minutes')} onChange={set('minutes')} />
        <SelectField
          label={t('meeting.repeats')}
          value={values.repeats}
          onChange={set('repeats')}
          choices={repeats.map((one) => ({ value: one, label: t(`meeting.repeat.${one}`) }))}
        />
        {values.repeats !== 'once' && (
          <>
            <NumberField label={t('meeting.every')} hint={t('meeting.everyHint')} required value={values.every} error={errorOf('every')} onChange={set('every')} />
            <TextField label={t('meeting.lastOn')} type="date" value={values.until} error={errorOf('until')} onChange={set('until')} />
          </>
        )}
      </div>
      <TextAreaField label={t('meeting.agenda')} rows={2} value={values.agenda} error={errorOf('agenda')} onChange={set('agenda')} />
    </>
  )
}

function valuesOf(meeting: Meeting | undefined, owners: string[]) {
  return {
    title: meeting?.title ?? '',
    kind: meeting?.kind ?? ('review' as string),
    agenda: meeting?.agenda ?? '',
    participants: meeting?.participants ?? owners,
    firstOn: meeting?.firstOn ?? '',
    startsAt: meeting?.startsAt ?? '09:00',
    minutes: String(meeting?.minutes ?? 30),
    timeZone: meeting?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    repeats: meeting?.repeats ?? ('weekly' as string),
    every: String(meeting?.every ?? 1),
    until: meeting?.until ?? '',
  }
}

function whole(text: string) {
  const number = numberFrom(text)
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined
}
