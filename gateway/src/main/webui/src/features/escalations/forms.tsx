import { Button } from '@patternfly/react-core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problem'
import type { Escalation } from '../../api/types'
import { required, TextAreaField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import {
  lastChangeOf,
  readEscalation,
  useAcknowledge,
  useAgree,
  useHandBack,
  usePropose,
  useResolve,
} from './queries'

interface ActProps {
  escalation: Escalation
  department: string
}

type Act<Body extends object> = UseMutationResult<
  Escalation,
  Problem,
  { input: Body; version?: number }
>

/** What the forms on an escalation share: which record they act on, and how to read it again. */
function EscalationForm<Body extends object>({
  escalation,
  ...form
}: {
  escalation: Escalation
  label: string
  submit: string
  act: Act<Body>
  input: () => Body | undefined
  fields?: string[]
  onCancel?: () => void
  children?: ReactNode
}) {
  return (
    <RecordForm
      {...form}
      record={escalation}
      queryKey={['escalation', escalation.ref]}
      read={() => readEscalation(escalation.ref)}
      lastChange={() => lastChangeOf(`escalation:${escalation.ref}`)}
    />
  )
}

export function AckForm({ escalation, department }: ActProps) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const act = useAcknowledge(escalation)
  return (
    <EscalationForm
      escalation={escalation}
      label={t('escalation.acknowledge')}
      submit={t('escalation.acknowledgeFor', { department: nameOf(department) })}
      act={act}
      input={() => ({ department })}
    >
      <p>{t('escalation.acknowledgeHint')}</p>
    </EscalationForm>
  )
}

export function AgreeForm({ escalation, department }: ActProps) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const act = useAgree(escalation)
  return (
    <EscalationForm
      escalation={escalation}
      label={t('escalation.agree')}
      submit={t('escalation.agreeFor', { department: nameOf(department) })}
      act={act}
      input={() => ({ department })}
    />
  )
}

/** A form with one text in it, which opens when it is asked for; which one is open is part of the address. */
function TextAct<Body extends object>({
  name,
  escalation,
  act,
  body,
  words,
}: {
  name: string
  escalation: Escalation
  act: Act<Body>
  body: (text: string) => Body
  words: { open: string; label: string; hint: string; submit: string }
}) {
  const { t } = useTranslation()
  const [search, setSearch] = useSearch('do')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const close = () => setSearch({ do: '' })
  if (search.do !== name) {
    return (
      <Button variant="secondary" className="j-noprint" onClick={() => setSearch({ do: name })}>
        {words.open}
      </Button>
    )
  }
  return (
    <EscalationForm
      escalation={escalation}
      label={words.open}
      submit={words.submit}
      act={act}
      fields={['text']}
      onCancel={close}
      input={() => {
        setTried(true)
        return text.trim() ? body(text.trim()) : undefined
      }}
    >
      <TextAreaField
        label={words.label}
        hint={words.hint}
        required
        value={text}
        error={act.error?.about('text') ?? (tried ? required(text, t) : undefined)}
        onChange={setText}
      />
    </EscalationForm>
  )
}

function useClosing() {
  const [, setSearch] = useSearch('do')
  return () => setSearch({ do: '' })
}

export function ProposeForm({ escalation, department }: ActProps) {
  const { t } = useTranslation()
  const act = usePropose(escalation, useClosing())
  return (
    <TextAct
      name="propose"
      escalation={escalation}
      act={act}
      body={(text) => ({ department, text })}
      words={{
        open: escalation.proposal ? t('escalation.proposeOther') : t('escalation.propose'),
        label: t('escalation.proposal'),
        hint: t('escalation.proposalHint'),
        submit: t('escalation.proposeNow'),
      }}
    />
  )
}

export function ResolveForm({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const act = useResolve(escalation, useClosing())
  return (
    <TextAct
      name="resolve"
      escalation={escalation}
      act={act}
      body={(text) => ({ text })}
      words={{
        open: t('escalation.resolveAbove'),
        label: t('escalation.resolutionText'),
        hint: t('escalation.resolutionHint'),
        submit: t('escalation.resolveNow'),
      }}
    />
  )
}

export function HandBackForm({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const act = useHandBack(escalation, useClosing())
  return (
    <TextAct
      name="hand-back"
      escalation={escalation}
      act={act}
      body={(text) => ({ text })}
      words={{
        open: t('escalation.handBack'),
        label: t('escalation.handBackText'),
        hint: t('escalation.handBackHint'),
        submit: t('escalation.handBackNow'),
      }}
    />
  )
}
