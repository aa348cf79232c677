import { Alert, Title } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../api/types'
import { RadioField, required, TextAreaField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { useFormat } from '../../ui/format'
import { lastChangeOf } from '../escalations/queries'
import { missingIn } from './DecisionsPage'
import { readDecision, useDecide } from './queries'

/** The driver writes down what was decided. Who has not taken part yet is named before the service refuses. */
export function DecideForm({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const act = useDecide(decision, onClose)
  const [option, setOption] = useState(mostAgreed(decision))
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(decision)

  function input() {
    setTried(true)
    return text.trim() ? { option, text: text.trim() } : undefined
  }

  return (
    <section className="j-formpart" aria-labelledby="decide">
      <Title headingLevel="h2" size="xl" id="decide">
        {t('decide.title')}
      </Title>
      {missing.length > 0 && (
        <Alert
          component="p"
          id="decide-missing"
          isInline
          variant="warning"
          title={t('decide.missing', { departments: format.list(missing.map(nameOf)) })}
        >
          {t('decide.missingHint')}
        </Alert>
      )}
      <RecordForm
        label={t('decide.title')}
        submit={t('decide.submit')}
        blockedBy={missing.length > 0 ? 'decide-missing' : undefined}
        record={decision}
        queryKey={['decision', decision.ref]}
        read={() => readDecision(decision.ref)}
        lastChange={() => lastChangeOf(`decision:${decision.ref}`)}
        act={act}
        input={input}
        fields={['option', 'text']}
        onCancel={onClose}
      >
        <RadioField
          label={t('vote.option')}
          required
          value={option}
          error={act.error?.about('option')}
          onChange={setOption}
          choices={decision.options.map(({ code, title }) => ({
            value: code,
            label: `${code}: ${title}`,
            hint: t('decide.agreed', {
              count: decision.votes.filter(
                (vote) => vote.position === 'agree' && vote.option === code,
              ).length,
            }),
          }))}
        />
        <TextAreaField
          label={t('decide.text')}
          hint={t('decide.textHint')}
          required
          value={text}
          error={act.error?.about('text') ?? (tried ? required(text, t) : undefined)}
          onChange={setText}
        />
      </RecordForm>
    </section>
  )
}

export function mostAgreed(decision: Decision) {
  const votes = (code: string) =>
    decision.votes.filter((vote) => vote.position === 'agree' && vote.option === code).length
  return (
    [...decision.options].sort((one, other) => votes(other.code) - votes(one.code))[0]?.code ?? ''
  )
}
