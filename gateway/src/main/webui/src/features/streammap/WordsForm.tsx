import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueStream } from '../../api/types'
import { required, TextAreaField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { lastChangeOf, readStream, useChangeStream } from './queries'

const fields = ['purpose', 'outcome', 'themes', 'triggers', 'customers'] as const

/** Purpose, outcome and what surrounds them. A new purpose or outcome asks every department again, and says so. */
export function WordsForm({ stream, onClose }: { stream: ValueStream; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useChangeStream(stream.code, onClose)
  const [values, setValues] = useState({
    purpose: stream.purpose,
    outcome: stream.outcome,
    themes: stream.themes.join('\n'),
    triggers: stream.triggers.join('\n'),
    customers: stream.customers ?? '',
  })
  const [tried, setTried] = useState(false)
  const set = (field: (typeof fields)[number]) => (value: string) => setValues({ ...values, [field]: value })
  const missing = { purpose: required(values.purpose, t), outcome: required(values.outcome, t) }
  const errorOf = (field: (typeof fields)[number]) =>
    act.error?.about(field) ?? (tried && (field === 'purpose' || field === 'outcome') ? missing[field] : undefined)

  function input() {
    setTried(true)
    if (missing.purpose || missing.outcome) return undefined
    return {
      purpose: values.purpose.trim(),
      outcome: values.outcome.trim(),
      themes: lines(values.themes),
      triggers: lines(values.triggers),
      customers: values.customers.trim() || null,
    }
  }

  return (
    <div className="j-formpart">
      <RecordForm
        label={t('map.editWords')}
        submit={t('map.save')}
        record={stream}
        queryKey={['stream', stream.code]}
        read={() => readStream(stream.code)}
        lastChange={() => lastChangeOf(`value-stream:${stream.code}`)}
        act={act}
        input={input}
        fields={[...fields]}
        onCancel={onClose}
      >
        <p className="j-quiet">{t('map.voids')}</p>
        <TextAreaField label={t('field.purpose')} required rows={2} value={values.purpose} error={errorOf('purpose')} onChange={set('purpose')} />
        <TextAreaField label={t('map.outcome')} required rows={2} value={values.outcome} error={errorOf('outcome')} onChange={set('outcome')} />
        <TextAreaField label={t('field.themes')} hint={t('map.oneALine')} rows={2} value={values.themes} error={errorOf('themes')} onChange={set('themes')} />
        <TextAreaField label={t('field.triggers')} hint={t('map.oneALine')} rows={2} value={values.triggers} error={errorOf('triggers')} onChange={set('triggers')} />
        <TextAreaField label={t('stream.customers')} rows={1} value={values.customers} error={errorOf('customers')} onChange={set('customers')} />
      </RecordForm>
    </div>
  )
}

const lines = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
