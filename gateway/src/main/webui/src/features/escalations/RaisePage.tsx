import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { ActForm } from '../../ui/ActForm'
import { EmptyHint } from '../../ui/EmptyHint'
import {
  CheckField,
  NumberField,
  numberFrom,
  RadioField,
  required,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { Page } from '../../ui/Page'
import { useSearch } from '../../ui/useSearch'
import { useDepartments } from '../departments/queries'
import { allStreamsQuery } from '../streams/queries'
import { useRaise } from './queries'

const fields = ['title', 'concern', 'kind', 'department', 'departments', 'about', 'peersStep']

export function RaisePage() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Page
      title={t('escalation.raise')}
      lead={<p>{t('escalation.raiseLead')}</p>}
      trail={[{ name: t('nav.escalations'), to: paths.escalations() }]}
    >
      {session.isHead ? (
        <RaiseForm />
      ) : (
        <EmptyHint title={t('form.headsOnly')}>
          <p>{t('form.headsOnlyHint')}</p>
        </EmptyHint>
      )}
    </Page>
  )
}

function RaiseForm() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const session = useSession()
  const departments = useDepartments()
  const { data: streams } = useSuspenseQuery(allStreamsQuery)
  // What the address brings along: the stream, and the handoff that it is about.
  const [given] = useSearch('stream', 'from', 'to', 'count', 'wait')
  const stream = streams.find((one) => one.code === given.stream)
  const wait = Number(given.wait)
  const [values, setValues] = useState(() => ({
    title:
      given.from && given.to
        ? t('raise.title', { from: given.from, to: given.to })
        : '',
    concern:
      given.from && given.to
        ? t('raise.concern', {
            stream: stream?.name ?? given.stream,
            from: given.from,
            to: given.to,
            number: format.integer(Number(given.count)),
            wait: Number.isFinite(wait) && given.wait ? format.hours(wait) : '–',
          })
        : '',
    kind: 'functional',
    department: session.headOf[0] ?? '',
    departments: involved(stream?.owners ?? [], session.headOf[0] ?? ''),
    stream: given.stream,
    peersStep: '16',
  }))
  const [tried, setTried] = useState(false)
  const act = useRaise((escalation) => void navigate(paths.escalation(escalation.ref)))
  const named = [...new Set([values.department, ...values.departments])].filter(Boolean)
  const hours = numberFrom(values.peersStep)
  const errors = {
    title: required(values.title, t),
    concern: required(values.concern, t),
    departments: named.length >= 2 ? undefined : t('raise.twoPeers'),
    peersStep: hours !== undefined && hours > 0 ? undefined : t('form.number'),
  }
  const errorOf = (field: keyof typeof errors) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function submit() {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return
    act.mutate({
      input: {
        title: values.title.trim(),
        concern: values.concern.trim(),
        kind: values.kind as 'functional',
        department: values.department,
        departments: named,
        about: values.stream ? [`value-stream:${values.stream}`] : [],
        peersStep: `PT${Math.round((hours ?? 16) * 60)}M`,
      },
    })
  }

  return (
    <ActForm
      label={t('escalation.raise')}
      submit={t('raise.submit')}
      busy={act.isPending}
      problem={act.error}
      fields={fields}
      onSubmit={submit}
      onCancel={() => void navigate(-1)}
    >
      <TextField
        label={t('field.title')}
        required
        value={values.title}
        error={errorOf('title')}
        onChange={(title) => setValues({ ...values, title })}
      />
      <TextAreaField
        label={t('field.concern')}
        hint={t('raise.concernHint')}
        required
        rows={4}
        value={values.concern}
        error={errorOf('concern')}
        onChange={(concern) => setValues({ ...values, concern })}
      />
      <SelectField
        label={t('raise.about')}
        hint={t('raise.aboutHint')}
        value={values.stream}
        error={act.error?.about('about')}
        onChange={(code) =>
          setValues({
            ...values,
            stream: code,
            departments: involved(
              streams.find((one) => one.code === code)?.owners ?? values.departments,
              values.department,
            ),
          })
        }
        choices={[
          { value: '', label: t('raise.aboutNothing') },
          ...streams.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {session.headOf.length > 1 && (
        <SelectField
          label={t('raise.department')}
          required
          value={values.department}
          error={act.error?.about('department')}
          onChange={(department) => setValues({ ...values, department })}
          choices={departments
            .filter(({ code }) => session.heads(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <CheckField
        label={t('raise.peers')}
        hint={t('raise.peersHint')}
        required
        values={named}
        fixed={[values.department]}
        error={errorOf('departments')}
        onChange={(chosen) => setValues({ ...values, departments: chosen })}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <RadioField
        label={t('field.kind')}
        required
        value={values.kind}
        error={act.error?.about('kind')}
        onChange={(kind) => setValues({ ...values, kind })}
        choices={(['functional', 'hierarchic'] as const).map((kind) => ({
          value: kind,
          label: t(`escalation.kind.${kind}`),
          hint: t(`escalation.kindHint.${kind}`),
        }))}
      />
      <NumberField
        label={t('raise.peersStep')}
        hint={t('raise.peersStepHint')}
        unit={t('raise.workingHours')}
        required
        value={values.peersStep}
        error={errorOf('peersStep')}
        onChange={(peersStep) => setValues({ ...values, peersStep })}
      />
    </ActForm>
  )
}

const involved = (owners: string[], raising: string) => [...new Set([raising, ...owners])].filter(Boolean)
