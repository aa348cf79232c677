import { FormSelect, FormSelectOption } from '@patternfly/react-core'
import { useId } from 'react'
import type { Choice } from './fields'

/** One filter above a list: a label and a native choice, which every phone and screen reader knows. */
export function FilterSelect({
  label,
  all,
  value,
  choices,
  onChange,
}: {
  label: string
  all?: string
  value: string
  choices: Choice[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="j-filter">
      <label htmlFor={id}>{label}</label>
      <FormSelect id={id} value={value} onChange={(_event, chosen) => onChange(chosen)}>
        {all !== undefined && <FormSelectOption value="" label={all} />}
        {choices.map((choice) => (
          <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </FormSelect>
    </div>
  )
}
