import { Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSession } from '../../api/session'
import type { Escalation } from '../../api/types'
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
import { Waiting } from '../../ui/Guarded'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { useSearch } from '../../ui/useSearch'
import { useDepartments } from '../departments/queries'
import { escalationQuery } from '../escalations/queries'
import { LinkTo } from '../links/Links'
import { useOpenDecision } from './queries'

const fields = ['question', 'whyNow', 'options', 'departments', 'driver', 'method', 'threshold', 'quorum', 'closesAt', 'reviewOn']
const letters = 'ABCDEFGH'

export function OpenDecisionPage() {
  const { t } = useTranslation()
  const session = useSession()
  const [{ escalation: ref }] = useSearch('escalation')
  const origin = useQuery({ ...escalationQuery(ref), enabled: ref !== '' })
  return (
    <Page
      title={t('decision.open')}
      lead={<p>{t('decision.openLead')}</p>}
      trail={[{ name: t('nav.decisions'), to: paths.decisions() }]}
    >
      {!session.isHead ? (
        <EmptyHint title={t('form.headsOnly')}>
          <p>{t('form.headsOnlyHint')}</p>
        </EmptyHint>
      ) : origin.error ? (
        <ProblemAlert error={origin.error} onRetry={() => void origin.refetch()} />
      ) : ref && !origin.data ? (
        <Waiting />
      ) : (
        <OpenForm escalation={origin.data} />
      )}
    </Page>
  )
}

function OpenForm({ escalation }: { escalation?: Escalation }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const session = useSession()
  const departments = useDepartments()
  const driver =
    escalation?.departments.find((department) => session.heads(department)) ?? session.headOf[0] ?? ''
  // The version seen when the form was opened goes along, so that nothing that has changed since is overlooked.
  const [seen] = useState(escalation)
  const act = useOpenDecision(seen, (ref) =>
    void navigate(ref ? paths.decision(ref) : paths.escalation(seen?.ref ?? '')),
  )
  const [values, setValues] = useState({
    question: '',
    whyNow: escalation?.concern ?? '',
    departments: escalation?.departments ?? [driver],
    driver,
    method: 'consent',
    threshold: '50',
    closesAt: defaultClosing(),
    reviewOn: '',
  })
  const [options, setOptions] = useState([
    { title: '', description: '' },
    { title: '', description: '' },
  ])
  const [tried, setTried] = useState(false)
  const affected = [...new Set([values.driver, ...values.departments])].filter(Boolean)
  const share = numberFrom(values.threshold)
  const errors = {
    question: required(values.question, t),
    whyNow: required(values.whyNow, t),
    options:
      options.filter((option) => option.title.trim()).length >= 1 ? undefined : t('decision.oneOption'),
    departments: affected.length >= 2 ? undefined : t('decision.twoDepartments'),
    threshold:
      values.method === 'majority' && (share === undefined || share < 0 || share >= 100)
        ? t('form.percent')
        : undefined,
    closesAt: values.closesAt ? undefined : t('form.required'),
  }
  const errorOf = (field: keyof typeof errors) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function submit(version = seen?.version) {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return
    act.mutate({
      version,
      input: {
        question: values.question.trim(),
        whyNow: values.whyNow.trim(),
        options: options
          .filter((option) => option.title.trim())
          .map((option, index) => ({
            code: letters[index] ?? String(index + 1),
            title: option.title.trim(),
            description: option.description.trim() || undefined,
          })),
        departments: affected,
        driver: { department: values.driver },
        method: values.method as 'consent',
        threshold: values.method === 'majority' ? (share ?? 50) / 100 : undefined,
        closesAt: values.closesAt ? new Date(values.closesAt).toISOString() : undefined,
        reviewOn: values.reviewOn || undefined,
      },
    })
  }

  return (
    <ActForm
      label={t('decision.open')}
      submit={t('decision.openNow')}
      busy={act.isPending}
      problem={act.error}
      fields={fields}
      onSubmit={() => submit()}
      onCancel={() => void navigate(-1)}
    >
      {escalation && (
        <p className="j-from">
          {t('decision.fromEscalation')} <LinkTo bare link={`escalation:${escalation.ref}`} />
          <span className="j-from__what">{escalation.title}</span>
        </p>
      )}
      <TextField
        label={t('field.question')}
        hint={t('decision.questionHint')}
        required
        value={values.question}
        error={errorOf('question')}
        onChange={(question) => setValues({ ...values, question })}
      />
      <TextAreaField
        label={t('field.whyNow')}
        required
        value={values.whyNow}
        error={errorOf('whyNow')}
        onChange={(whyNow) => setValues({ ...values, whyNow })}
      />
      <fieldset className="j-mapping">
        <legend>{t('decision.options')}</legend>
        {options.map((option, index) => (
          <div key={index} className="j-optionform">
            <span className="j-option__code" aria-hidden="true">
              {letters[index]}
            </span>
            <div>
              <TextField
                label={t('decision.optionTitle', { code: letters[index] })}
                required={index === 0}
                value={option.title}
                error={index === 0 ? errorOf('options') : undefined}
                onChange={(title) => setOptions(changed(options, index, { ...option, title }))}
              />
              <TextAreaField
                label={t('decision.optionDescription', { code: letters[index] })}
                rows={2}
                value={option.description}
                onChange={(description) =>
                  setOptions(changed(options, index, { ...option, description }))
                }
              />
            </div>
          </div>
        ))}
        {options.length < letters.length && (
          <Button
            variant="link"
            onClick={() => setOptions([...options, { title: '', description: '' }])}
          >
            {t('decision.addOption')}
          </Button>
        )}
      </fieldset>
      <CheckField
        label={t('decision.affected')}
        hint={t('decision.affectedHint')}
        required
        values={affected}
        fixed={[values.driver]}
        error={errorOf('departments')}
        onChange={(chosen) => setValues({ ...values, departments: chosen })}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {session.headOf.length > 1 && (
        <SelectField
          label={t('decision.driver')}
          value={values.driver}
          error={act.error?.about('driver')}
          onChange={(code) => setValues({ ...values, driver: code })}
          choices={departments
            .filter(({ code }) => session.heads(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <RadioField
        label={t('decision.methodName')}
        required
        value={values.method}
        error={act.error?.about('method')}
        onChange={(method) => setValues({ ...values, method })}
        choices={(['consent', 'majority'] as const).map((method) => ({
          value: method,
          label: t(`decision.method.${method}`),
          hint: t(`decision.methodHint.${method}`, { threshold: `${values.threshold || '50'} %` }),
        }))}
      />
      {values.method === 'majority' && (
        <NumberField
          label={t('field.threshold')}
          unit="%"
          value={values.threshold}
          error={errorOf('threshold')}
          onChange={(threshold) => setValues({ ...values, threshold })}
        />
      )}
      <div className="j-columns">
        <TextField
          type="datetime-local"
          label={t('field.closesAt')}
          required
          value={values.closesAt}
          error={errorOf('closesAt')}
          onChange={(closesAt) => setValues({ ...values, closesAt })}
        />
        <TextField
          type="date"
          label={t('decision.reviewOn')}
          hint={t('decision.reviewHint')}
          value={values.reviewOn}
          error={act.error?.about('reviewOn')}
          onChange={(reviewOn) => setValues({ ...values, reviewOn })}
        />
      </div>
    </ActForm>
  )
}

function changed<T>(items: T[], index: number, item: T) {
  return items.map((one, place) => (place === index ? item : one))
}

/** Ten days from now at noon: long enough to ask everybody, short enough to be remembered. */
function defaultClosing(now = new Date()) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 10, 12)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T12:00`
}
