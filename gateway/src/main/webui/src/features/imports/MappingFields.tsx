import { useTranslation } from 'react-i18next'
import type { EventPreview, FieldMapping, ValueStream } from '../../api/types'
import { CheckField, SelectField, TextField, type Choice } from '../../ui/fields'
import { fields, needed, standardKeys, type Field } from './mapping'
import type { LogFormat } from './upload'

interface MappingFieldsProps {
  stream: ValueStream
  format: LogFormat
  columns: EventPreview['columns']
  mapping: FieldMapping
  onChange: (mapping: FieldMapping) => void
}

const leftOut = '-'

/** Which column or attribute is which field, and what else has to be known to read the file. */
export function MappingFields({ stream, format, columns, mapping, onChange }: MappingFieldsProps) {
  const { t } = useTranslation()
  const done = doneStates(stream)
  const set = (change: FieldMapping) => onChange({ ...mapping, ...change })
  const xes = format === 'xes'
  if (format === 'ndjson') return <p className="j-quiet">{t('import.ndjsonHint')}</p>

  function choicesFor(field: Field): Choice[] {
    const standard = xes ? standardKeys[field] : undefined
    return [
      { value: '', label: standard ? t('import.standard', { key: standard }) : t('import.notMapped') },
      ...(standard && !needed.includes(field) ? [{ value: leftOut, label: t('import.leftOut') }] : []),
      ...columns
        .filter(({ name }) => name)
        .map(({ name, samples }) => ({
          value: name,
          label: samples[0] ? t('import.column.sample', { name, sample: cut(samples[0]) }) : name,
        })),
    ]
  }

  return (
    <>
      <p className="j-quiet">{xes ? t('import.xesHint') : t('import.mappingHint', { count: columns.length })}</p>
      <div className="j-mapping__fields">
        {fields.map((field) => (
          <SelectField
            key={field}
            label={t(`import.field.${field}`)}
            required={!xes && needed.includes(field)}
            value={mapping[field] === '' ? leftOut : (mapping[field] ?? '')}
            onChange={(column) => set({ [field]: column === leftOut ? '' : column || undefined })}
            choices={choicesFor(field)}
          />
        ))}
      </div>
      <h3 className="j-mapping__more">{t('import.options')}</h3>
      <div className="j-mapping__fields">
        {!xes && (
          <TextField
            label={t('import.timeFormat')}
            hint={t('import.timeFormatHint')}
            value={mapping.timeFormat ?? ''}
            onChange={(text) => set({ timeFormat: text || undefined })}
          />
        )}
        <TextField
          label={t('import.timeZone')}
          hint={t('import.timeZoneHint')}
          value={mapping.timeZone ?? ''}
          onChange={(text) => set({ timeZone: text || undefined })}
        />
        <TextField
          label={t('import.noValue')}
          hint={t('import.noValueHint')}
          value={mapping.noValue?.join(' ') ?? ''}
          onChange={(text) => set({ noValue: text ? text.split(' ').filter(Boolean) : undefined })}
        />
        {xes ? (
          <>
            <SelectField
              label={t('import.ended')}
              hint={t(done.length > 0 ? 'import.endedHint' : 'import.endedUnknown')}
              value={mapping.endState ?? ''}
              onChange={(state) => set({ endState: state || undefined })}
              choices={[{ value: '', label: t('import.endedNone') }, ...done]}
            />
            <CheckField
              label={t('import.onlyComplete')}
              hint={t('import.onlyCompleteHint')}
              choices={[{ value: 'complete', label: t('import.onlyComplete') }]}
              values={mapping.lifecycle ?? []}
              onChange={(values) => set({ lifecycle: values.length > 0 ? values : undefined })}
            />
          </>
        ) : (
          <SelectField
            label={t('import.charset')}
            value={mapping.charset ?? ''}
            onChange={(charset) => set({ charset: (charset || undefined) as FieldMapping['charset'] })}
            choices={[
              { value: '', label: t('import.charsetUsual') },
              ...['UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'].map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
      </div>
    </>
  )
}

function doneStates(stream: ValueStream): Choice[] {
  return Object.entries(stream.states)
    .filter(([, meaning]) => String(meaning) === 'done')
    .map(([state]) => ({ value: state, label: state }))
}

const cut = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
