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
  const [given] = useSearch('stream', 'from', 'to', 'count', 'wait', 'returns', 'before', 'departments')
  const stream = streams.find((one) => one.code === given.stream)
  const wait = Number(given.wait)
  const handoff = Boolean(given.to)

  /** Of a handoff the two between which it goes, where that is known: the others have nothing to solve in it. */
  function concerned() {
    const owners = stream?.owners ?? []
    if (given.departments) {
      const known = departments.map(({ code }) => code)
      return given.departments.split(',').filter((code) => known.includes(code)).slice(0, 2)
    }
    return handoff && owners.length > 2 ? [] : owners
  }

  function concernIn() {
    if (!given.to) return ''
    const words = {
      stream: stream?.name ?? given.stream,
      from: given.from,
      to: given.to,
      number: format.integer(Number(given.count)),
      returns: format.integer(Number(given.returns)),
      wait: Number.isFinite(wait) && given.wait ? format.hours(wait) : '–',
      before: format.hours(Number(given.before)),
    }
    if (!given.from) return t('raise.queueConcern', words)
    return given.returns ? t('raise.returnsConcern', words) : t('raise.concern', words)
  }

  const [values, setValues] = useState(() => ({
    title: !given.to ? '' : given.from ? t('raise.title', { from: given.from, to: given.to }) : t('raise.queueTitle', { to: given.to }),
    concern: concernIn(),
    kind: 'functional',
    department: session.headOf[0] ?? '',
    departments: involved(concerned(), session.headOf[0] ?? ''),
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
      <TextAreaField
        label={t('field.concern')}
        hint={t('raise.concernHint')}
        required
        rows={4}
        value={values.concern}
        error={errorOf('concern')}
        onChange={(concern) => setValues({ ...values, concern })}
      />
      <TextField
        label={t('field.title')}
        required
        value={values.title}
        error={errorOf('title')}
        onChange={(title) => setValues({ ...values, title })}
      />
      <SelectField
        label={t('raise.about')}
        hint={handoff ? undefined : t('raise.aboutHint')}
        value={values.stream}
        error={act.error?.about('about')}
        onChange={(code) =>
          setValues({
            ...values,
            stream: code,
            // Who is concerned by a handoff does not change with what it is filed under.
            departments: handoff
              ? values.departments
              : involved(streams.find((one) => one.code === code)?.owners ?? values.departments, values.department),
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
        hint={t(handoff ? 'raise.peersOfHandoff' : 'raise.peersHint')}
        required
        values={named}
        fixed={[values.department]}
        error={errorOf('departments')}
        onChange={(chosen) => setValues({ ...values, departments: chosen })}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
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
      <RadioField
        label={t('raise.kind')}
        hint={t('raise.kindHint')}
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
    </ActForm>
  )
}

const involved = (owners: string[], raising: string) => [...new Set([raising, ...owners])].filter(Boolean)
