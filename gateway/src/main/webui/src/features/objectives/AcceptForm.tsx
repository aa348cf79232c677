import { Title } from '@patternfly/react-core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Objective, Owner } from '../../api/types'
import { NumberField, numberFrom, required, TextAreaField } from '../../ui/fields'
import { useFormat, type Format } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { lastChangeOf, readObjective, useAccept } from './queries'

const fields = ['commitment', 'contribution', 'whatIsInItForUs', 'riskShare', 'rewardShare'] as const

/** A department joins as an equal: what it promises, what it brings, what it gets, and its part of risk and reward. */
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
  const left = {
    riskShare: shareLeft(objective, owner, 'riskShare'),
    rewardShare: shareLeft(objective, owner, 'rewardShare'),
  }
  const [values, setValues] = useState({
    commitment: owner.commitment ?? '',
    contribution: owner.contribution ?? '',
    whatIsInItForUs: owner.whatIsInItForUs ?? '',
    riskShare: String(owner.riskShare ?? suggestedShare(objective, left.riskShare)),
    rewardShare: String(owner.rewardShare ?? suggestedShare(objective, left.rewardShare)),
  })
  const [tried, setTried] = useState(false)
  const set = (field: (typeof fields)[number]) => (value: string) =>
    setValues({ ...values, [field]: value })

  const errors = {
    commitment: required(values.commitment, t),
    contribution: required(values.contribution, t),
    whatIsInItForUs: required(values.whatIsInItForUs, t),
    riskShare: shareError(values.riskShare, t),
    rewardShare: shareError(values.rewardShare, t),
  }
  const errorOf = (field: (typeof fields)[number]) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function input() {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return undefined
    return {
      department: owner.department,
      commitment: values.commitment.trim(),
      contribution: values.contribution.trim(),
      whatIsInItForUs: values.whatIsInItForUs.trim(),
      riskShare: numberFrom(values.riskShare)!,
      rewardShare: numberFrom(values.rewardShare)!,
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
        fields={[...fields]}
        about={(record) => agreementIn(record, nameOf, format)}
        onCancel={onClose}
      >
        {(['commitment', 'contribution', 'whatIsInItForUs'] as const).map((field) => (
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
        <div className="j-columns">
          {(['riskShare', 'rewardShare'] as const).map((field) => (
            <NumberField
              key={field}
              label={t(`field.${field}`)}
              hint={t('accept.left', { left: format.percent(left[field] / 100) })}
              required
              unit="%"
              value={values[field]}
              error={errorOf(field)}
              onChange={set(field)}
            />
          ))}
        </div>
      </RecordForm>
    </section>
  )
}

/** What an owner says yes to. How far the key results have come meanwhile is not part of it. */
export function agreementIn(objective: Objective, nameOf: (department: string) => string, format: Format) {
  const { owners, keyResults } = objective
  const lines = (values: string[]) => values.join('\n')
  const ofOwners = (field: (typeof fields)[number]) =>
    lines(
      owners
        .filter((owner) => owner.accepted)
        .map((owner) => {
          const value = owner[field]
          return `${nameOf(owner.department)}: ${typeof value === 'number' ? format.percent(value / 100) : (value ?? '–')}`
        }),
    )
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
    ...Object.fromEntries(fields.map((field) => [field, ofOwners(field)])),
  }
}

type T = TFunction

function shareError(value: string, t: T) {
  const share = numberFrom(value)
  return share === undefined || share < 0 || share > 100 ? t('form.percent') : undefined
}

/** What the others' accepted shares leave of the whole. */
export function shareLeft(objective: Objective, owner: Owner, field: 'riskShare' | 'rewardShare') {
  const taken = objective.owners
    .filter((other) => other.department !== owner.department && other.accepted)
    .reduce((sum, other) => sum + (other[field] ?? 0), 0)
  return Math.max(0, 100 - taken)
}

function suggestedShare(objective: Objective, left: number) {
  const open = objective.owners.filter((other) => !other.accepted).length || 1
  // Equals: an even split, and the last one takes what is left so that the whole comes to a hundred.
  return open === 1 ? left : Math.floor(left / open)
}
