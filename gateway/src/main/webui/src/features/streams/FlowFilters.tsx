import { Button } from '@patternfly/react-core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../api/types'
import { FilterSelect } from '../../ui/FilterSelect'
import { useHandedOn } from '../../ui/useHandedOn'
import { useSearch } from '../../ui/useSearch'

export function useFlowFilters() {
  const [values, set] = useSearch('level', 'from', 'to', 'type')
  const level: Level = values.level === 'department' ? 'department' : 'team'
  const period = { from: values.from, to: values.to, type: values.type }
  return { level, period, set, narrowed: Boolean(values.from || values.to || values.type) }
}

/** Which work items count: the period in which they last moved, their type, and whether teams or departments carry them. */
export function FlowFilters() {
  const { t } = useTranslation()
  const { level, period, set, narrowed } = useFlowFilters()
  return (
    <div className="j-filters" role="search" aria-label={t('flow.filters')}>
      <FilterSelect
        label={t('flow.level')}
        value={level}
        onChange={(chosen) => set({ level: chosen === 'team' ? '' : chosen })}
        choices={[
          { value: 'team', label: t('level.team') },
          { value: 'department', label: t('level.department') },
        ]}
      />
      <DateFilter label={t('flow.from')} value={period.from} onChange={(from) => set({ from })} />
      <DateFilter label={t('flow.to')} value={period.to} onChange={(to) => set({ to })} />
      <TypeFilter key={period.type} value={period.type} onChange={(type) => set({ type })} />
      {narrowed && <Clear onClear={() => set({ from: '', to: '', type: '' })} />}
    </div>
  )
}

function Clear({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  const button = useHandedOn<HTMLButtonElement>()
  return (
    <Button ref={button} variant="link" onClick={onClear}>
      {t('flow.clear')}
    </Button>
  )
}

function DateFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="j-filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="j-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

function TypeFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(value)
  return (
    <form
      className="j-filter"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <label htmlFor={id}>{t('flow.type')}</label>
      <input
        id={id}
        type="text"
        className="j-input"
        placeholder={t('flow.anyType')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== value && onChange(text.trim())}
      />
    </form>
  )
}
