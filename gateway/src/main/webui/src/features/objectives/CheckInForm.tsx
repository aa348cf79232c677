import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyResult } from '../../api/types'
import { NumberField, numberFrom, RadioField, TextAreaField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { lastChangeOf, readKeyResult, useCheckIn } from './queries'

const fields = ['value', 'confidence', 'comment']

/** Where we stand and how sure we are. A live measure gives the value itself: then only the people's part is asked. */
export function CheckInForm({ keyResult, onClose }: { keyResult: KeyResult; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const act = useCheckIn(keyResult, onClose)
  const [value, setValue] = useState('')
  const [confidence, setConfidence] = useState('')
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const bound = Boolean(keyResult.binding)
  const milestone = keyResult.kind === 'milestone'
  const valueError =
    !bound && numberFrom(value) === undefined ? t('form.number') : undefined
  const confidenceError = confidence === '' ? t('checkIn.confidenceMissing') : undefined

  function input() {
    setTried(true)
    if (valueError || confidenceError) return undefined
    return {
      ...(bound ? {} : { value: numberFrom(value) }),
      confidence: Number(confidence),
      comment: comment.trim(),
    }
  }

  return (
    <div className="j-formpart">
      <RecordForm
        label={t('checkIn.title', { title: keyResult.title })}
        submit={t('checkIn.submit')}
        record={keyResult}
        queryKey={['key-result', keyResult.ref]}
        read={() => readKeyResult(keyResult.ref)}
        lastChange={() => lastChangeOf(`key-result:${keyResult.ref}`)}
        act={act}
        input={input}
        fields={fields}
        onCancel={onClose}
      >
        {bound ? (
          <p className="j-live">
            <span className="j-quiet">{t('checkIn.live')}</span>
            <strong>{format.measured(keyResult.latest?.value, keyResult.unit)}</strong>
          </p>
        ) : milestone ? (
          <RadioField
            inline
            required
            label={t('checkIn.reached')}
            value={value}
            error={act.error?.about('value') ?? (tried ? valueError : undefined)}
            onChange={setValue}
            choices={[
              { value: '1', label: t('checkIn.yes') },
              { value: '0', label: t('checkIn.no') },
            ]}
          />
        ) : (
          <NumberField
            label={t('checkIn.value')}
            required
            unit={keyResult.unit ?? undefined}
            hint={
              keyResult.latest?.value == null
                ? undefined
                : t('checkIn.last', { value: format.measured(keyResult.latest.value, keyResult.unit) })
            }
            value={value}
            error={act.error?.about('value') ?? (tried ? valueError : undefined)}
            onChange={setValue}
          />
        )}
        <RadioField
          inline
          required
          label={t('checkIn.confidence')}
          hint={t('checkIn.confidenceHint')}
          value={confidence}
          error={act.error?.about('confidence') ?? (tried ? confidenceError : undefined)}
          onChange={setConfidence}
          choices={Array.from({ length: 11 }, (_, step) => ({
            value: String(step),
            label: format.integer(step),
          }))}
        />
        <TextAreaField
          label={t('checkIn.comment')}
          hint={t('checkIn.commentHint')}
          rows={2}
          value={comment}
          error={act.error?.about('comment')}
          onChange={setComment}
        />
      </RecordForm>
    </div>
  )
}
