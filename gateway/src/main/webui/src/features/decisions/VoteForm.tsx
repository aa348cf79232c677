import { Title } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../api/types'
import { RadioField, required, TextAreaField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { lastChangeOf } from '../escalations/queries'
import { readDecision, useVote } from './queries'

/** One department's voice, with its reason. An objection says what harm it sees. */
export function VoteForm({
  decision,
  department,
  onClose,
}: {
  decision: Decision
  department: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const before = decision.votes.find((vote) => vote.department === department)
  const [option, setOption] = useState(before?.option ?? decision.options[0]?.code ?? '')
  const [position, setPosition] = useState<string>(before?.position ?? '')
  const [reason, setReason] = useState(before?.reason ?? '')
  const [tried, setTried] = useState(false)
  const act = useVote(decision, onClose)
  const errors = {
    position: position ? undefined : t('vote.choose'),
    reason: required(reason, t),
  }

  function input() {
    setTried(true)
    if (errors.position || errors.reason) return undefined
    return {
      department,
      option: position === 'abstain' ? undefined : option,
      position: position as 'agree',
      reason: reason.trim(),
    }
  }

  return (
    <section className="j-formpart" aria-labelledby="vote">
      <Title headingLevel="h2" size="xl" id="vote">
        {t('vote.title', { department: nameOf(department) })}
      </Title>
      <RecordForm
        label={t('vote.one')}
        submit={t('vote.submit')}
        record={decision}
        queryKey={['decision', decision.ref]}
        read={() => readDecision(decision.ref)}
        lastChange={() => lastChangeOf(`decision:${decision.ref}`)}
        act={act}
        input={input}
        fields={['option', 'position', 'reason']}
        onCancel={onClose}
      >
        {decision.options.length > 1 && (
          <RadioField
            label={t('vote.option')}
            required
            value={option}
            error={act.error?.about('option')}
            onChange={setOption}
            choices={decision.options.map(({ code, title, description }) => ({
              value: code,
              label: `${code}: ${title}`,
              hint: description,
            }))}
          />
        )}
        <RadioField
          label={t('vote.positionName')}
          required
          value={position}
          error={act.error?.about('position') ?? (tried ? errors.position : undefined)}
          onChange={setPosition}
          choices={(['agree', 'object', 'abstain'] as const).map((one) => ({
            value: one,
            label: t(`vote.position.${one}`),
            hint: t(`vote.positionHint.${one}`),
          }))}
        />
        <TextAreaField
          label={t('field.reason')}
          hint={t('vote.reasonHint')}
          required
          rows={2}
          value={reason}
          error={act.error?.about('reason') ?? (tried ? errors.reason : undefined)}
          onChange={setReason}
        />
      </RecordForm>
    </section>
  )
}
