import { ActionGroup, Button, Form } from '@patternfly/react-core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problem'
import { ProblemAlert } from './ProblemAlert'
import { useHandedOn } from './useHandedOn'

interface ActFormProps {
  label: string
  submit: string
  busy: boolean
  problem?: Problem | null
  /** Names of the fields that show their own errors. */
  fields?: string[]
  /** Id of the words that say why it cannot be sent yet. */
  blockedBy?: string
  /** What stands in for the problem, when somebody else was faster. */
  conflict?: ReactNode
  onSubmit: () => void
  /** Something has been written or chosen. */
  onChange?: () => void
  onCancel?: () => void
  children?: ReactNode
}

/** A form that sends one act: its fields, the answer to it, and one button that says what will happen. */
export function ActForm(props: ActFormProps) {
  const { label, submit, busy, problem, fields, blockedBy, conflict, onSubmit, onChange, onCancel, children } = props
  const { t } = useTranslation()
  const form = useHandedOn<HTMLFormElement>()

  function send(event: FormEvent) {
    event.preventDefault()
    if (!busy && !blockedBy) onSubmit()
  }

  return (
    <Form ref={form} aria-label={label} onSubmit={send} onChange={onChange} className="j-form" noValidate>
      {conflict ?? (problem && <ProblemAlert error={problem} fields={fields} takesFocus />)}
      {children}
      <ActionGroup>
        <Button type="submit" variant="primary" isLoading={busy} isAriaDisabled={busy || Boolean(blockedBy)} aria-describedby={blockedBy}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="link" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        )}
      </ActionGroup>
    </Form>
  )
}
