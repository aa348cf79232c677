import { Title } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Objective, Owner } from '../../api/types'
import { required, TextAreaField } from '../../ui/fields'
import { useFormat, type Format } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { lastChangeOf, readObjective, useAccept } from './queries'

const words = ['commitment', 'contribution', 'whatIsInItForUs'] as const
const shares = ['riskShare', 'rewardShare'] as const

/** A department joins as an equal: what it promises, what it brings, what it gets. Its shares are those put to all owners. */
export function AcceptForm({
  objective,
  owner,
  onClose,
}: {
  objective: Objective
  owner: Owner
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const act = useAccept(objective, onClose)
  const [values, setValues] = useState({
    commitment: owner.commitment ?? '',
    contribution: owner.contribution ?? '',
    whatIsInItForUs: owner.whatIsInItForUs ?? '',
  })
  const [tried, setTried] = useState(false)
  const set = (field: (typeof words)[number]) => (value: string) =>
    setValues({ ...values, [field]: value })

  const errors = {
    commitment: required(values.commitment, t),
    contribution: required(values.contribution, t),
    whatIsInItForUs: required(values.whatIsInItForUs, t),
  }
  const errorOf = (field: (typeof words)[number]) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function input() {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return undefined
    return {
      department: owner.department,
      commitment: values.commitment.trim(),
      contribution: values.contribution.trim(),
      whatIsInItForUs: values.whatIsInItForUs.trim(),
      // Said again, so that nobody accepts shares that have changed since the page was read.
      riskShare: owner.riskShare,
      rewardShare: owner.rewardShare,
    }
  }

  return (
    <section className="j-formpart" aria-labelledby="accept">
      <Title headingLevel="h2" size="xl" id="accept">
        {t('accept.title', { department: nameOf(owner.department) })}
      </Title>
      <RecordForm
        label={t('objective.accept')}
        submit={t('accept.submit')}
        record={objective}
        queryKey={['objective', objective.ref]}
        read={() => readObjective(objective.ref)}
        lastChange={() => lastChangeOf(`objective:${objective.ref}`)}
        act={act}
        input={input}
        fields={[...words]}
        about={(record) => agreementIn(record, nameOf, format)}
        onCancel={onClose}
      >
        {words.map((field) => (
          <TextAreaField
            key={field}
            label={t(`field.${field}`)}
            hint={t(`accept.hint.${field}`)}
            required
            rows={2}
            value={values[field]}
            error={errorOf(field)}
            onChange={set(field)}
          />
        ))}
        {objective.joint && (
          <dl className="j-facts j-facts--inline">
            {shares.map((field) => (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>{format.percent(owner[field] / 100)}</dd>
              </div>
            ))}
          </dl>
        )}
        {objective.joint && <p className="j-quiet j-small">{t('accept.shares')}</p>}
      </RecordForm>
    </section>
  )
}

/** What an owner says yes to. How far the key results have come meanwhile is not part of it. */
export function agreementIn(objective: Objective, nameOf: (department: string) => string, format: Format) {
  const { owners, keyResults } = objective
  const lines = (values: string[]) => values.join('\n')
  const said = (field: (typeof words)[number]) =>
    lines(
      owners
        .filter((owner) => owner.accepted)
        .map((owner) => `${nameOf(owner.department)}: ${owner[field] ?? '–'}`),
    )
  // Shares are put to all owners, whether or not they have accepted.
  const proposed = (field: (typeof shares)[number]) =>
    lines(owners.map((owner) => `${nameOf(owner.department)}: ${format.percent(owner[field] / 100)}`))
  return {
    title: objective.title,
    why: objective.why,
    owners: format.list(owners.map((owner) => nameOf(owner.department))),
    keyResults: lines(
      keyResults.map(
        ({ title, baseline, target, stretch, unit, weight }) =>
          `${title}: ${[baseline, target, stretch]
            .filter((value) => value != null)
            .map((value) => format.measured(value, unit))
            .join(' → ')} (${format.decimal(weight)})`,
      ),
    ),
    ...Object.fromEntries(words.map((field) => [field, said(field)])),
    ...Object.fromEntries(shares.map((field) => [field, proposed(field)])),
  }
}
