import { useTranslation } from 'react-i18next'
import type { Department } from '../../api/types'
import { NumberField, SelectField, TextField } from '../../ui/fields'
import type { Draft, faultsOf } from './drafts'
import { units, type Unit, type WrittenTime } from './times'

interface StageFieldsProps {
  draft: Draft
  onChange: (draft: Draft) => void
  departments: Department[]
  /** Stages of today that this one can follow from; absent for a stage of today. */
  followable?: Draft[]
  /** How many rules place work on it. */
  rules?: number
  faults: ReturnType<typeof faultsOf>
}

export function StageFields({ draft, onChange, departments, followable, rules = 0, faults }: StageFieldsProps) {
  const { t } = useTranslation()
  const set = (changes: Partial<Draft>) => onChange({ ...draft, ...changes })
  const fault = (field: keyof typeof faults) => faults[field] && t(`edit.fault.${faults[field]}`)
  return (
    <div className="j-columns">
      <TextField label={t('edit.name')} required value={draft.name} error={fault('name')} onChange={(name) => set({ name })} />
      <SelectField
        label={t('edit.department')}
        required
        value={draft.department}
        onChange={(department) => set({ department })}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {followable && (
        <SelectField
          label={t('edit.follows')}
          value={draft.follows}
          onChange={(follows) => set({ follows })}
          choices={[
            { value: '', label: t('edit.new') },
            ...followable.map(({ key, name }) => ({ value: key!, label: name })),
          ]}
        />
      )}
      <TimeField label={t('stage.processTime')} value={draft.process} error={fault('processTime')} onChange={(process) => set({ process })} />
      <TimeField label={t('stage.leadTime')} value={draft.lead} error={fault('leadTime')} onChange={(lead) => set({ lead })} />
      <NumberField
        label={t('stage.completeAndAccurate')}
        unit="%"
        required
        value={draft.accurate}
        error={fault('completeAndAccurate')}
        onChange={(accurate) => set({ accurate })}
      />
      <SelectField
        label={t('edit.handoff')}
        hint={t('edit.handoffHint')}
        value={draft.handoff}
        onChange={(handoff) => set({ handoff: handoff as Draft['handoff'] })}
        choices={[
          { value: 'manual', label: t('edit.handedBy.manual') },
          { value: 'automated', label: t('edit.handedBy.automated') },
        ]}
      />
      {rules > 0 && <p className="j-quiet j-small">{t('edit.rulesPlace', { count: rules })}</p>}
    </div>
  )
}

/** A number and the unit that it is meant in. */
export function TimeField({
  label,
  value,
  error,
  onChange,
}: {
  label: string
  value: WrittenTime
  error?: string
  onChange: (value: WrittenTime) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="j-time">
      <NumberField label={label} required value={value.amount} error={error} onChange={(amount) => onChange({ ...value, amount })} />
      <SelectField
        label={t('edit.unitOf', { what: label })}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit as Unit })}
        choices={units.map((unit) => ({ value: unit, label: t(`edit.unit.${unit}`) }))}
      />
    </div>
  )
}
