import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core'
import type { TFunction } from 'i18next'
import { useId, type ReactNode } from 'react'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string
  required?: boolean
}

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date' | 'datetime-local' | 'search'
  list?: string[]
}

function Help({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  if (!hint && !error) return null
  return (
    <FormHelperText>
      <HelperText id={id}>
        {hint && <HelperTextItem>{hint}</HelperTextItem>}
        {error && <HelperTextItem variant="error">{error}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  )
}

function useField({ hint, error }: FieldProps) {
  const id = useId()
  return {
    id,
    helpId: `${id}-help`,
    aria: {
      id,
      'aria-describedby': hint || error ? `${id}-help` : undefined,
      'aria-invalid': error ? true : undefined,
      validated: error ? ('error' as const) : ('default' as const),
    },
  }
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, required, value, onChange, type = 'text', list } = props
  const { id, helpId, aria } = useField(props)
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      <TextInput
        {...aria}
        type={type}
        value={value}
        isRequired={required}
        list={list ? `${id}-list` : undefined}
        onChange={(_event, text) => onChange(text)}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <Help id={helpId} hint={hint} error={error} />
    </FormGroup>
  )
}

export function TextAreaField(props: FieldProps & { value: string; onChange: (value: string) => void; rows?: number }) {
  const { label, hint, error, required, value, onChange, rows = 3 } = props
  const { id, helpId, aria } = useField(props)
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      <TextArea
        {...aria}
        value={value}
        rows={rows}
        isRequired={required}
        resizeOrientation="vertical"
        autoResize
        onChange={(_event, text) => onChange(text)}
      />
      <Help id={helpId} hint={hint} error={error} />
    </FormGroup>
  )
}

/** Numbers are typed as text, so that a comma works where people write one. */
export function NumberField(props: FieldProps & { value: string; onChange: (value: string) => void; unit?: string }) {
  const { label, hint, error, required, value, onChange, unit } = props
  const { id, helpId, aria } = useField(props)
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      <div className="j-number">
        <TextInput
          {...aria}
          type="text"
          inputMode="decimal"
          value={value}
          isRequired={required}
          onChange={(_event, text) => onChange(text)}
        />
        {unit && <span className="j-quiet">{unit}</span>}
      </div>
      <Help id={helpId} hint={hint} error={error} />
    </FormGroup>
  )
}

export function required(value: string, t: TFunction) {
  return value.trim() === '' ? t('form.required') : undefined
}

export function numberFrom(text: string): number | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.')
  if (plain === '') return undefined
  const value = Number(plain)
  return Number.isNaN(value) ? undefined : value
}

export interface Choice {
  value: string
  label: string
  group?: string
}

export function SelectField(
  props: FieldProps & { value: string; onChange: (value: string) => void; choices: Choice[] },
) {
  const { label, hint, error, required, value, onChange, choices } = props
  const { id, helpId, aria } = useField(props)
  const groups = [...new Set(choices.map((choice) => choice.group))]
  const options = (group?: string) =>
    choices
      .filter((choice) => choice.group === group)
      .map((choice) => (
        <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
      ))
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      <FormSelect
        {...aria}
        value={value}
        isRequired={required}
        onChange={(_event, chosen) => onChange(chosen)}
      >
        {groups.map((group) =>
          group ? (
            <FormSelectOptionGroup key={group} label={group}>
              {options(group)}
            </FormSelectOptionGroup>
          ) : (
            options()
          ),
        )}
      </FormSelect>
      <Help id={helpId} hint={hint} error={error} />
    </FormGroup>
  )
}

interface ChoicesProps extends FieldProps {
  choices: (Choice & { hint?: ReactNode })[]
  inline?: boolean
}

function ChoiceGroup({
  label,
  hint,
  error,
  required,
  children,
  inline,
}: FieldProps & { children: ReactNode; inline?: boolean }) {
  const id = useId()
  return (
    <fieldset className="j-choices" aria-describedby={hint || error ? id : undefined}>
      <legend>
        {label}
        {required && (
          <span className="j-required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </legend>
      <div className={inline ? 'j-choices__inline' : 'j-choices__list'}>{children}</div>
      <Help id={id} hint={hint} error={error} />
    </fieldset>
  )
}

export function RadioField(props: ChoicesProps & { value: string; onChange: (value: string) => void }) {
  const { choices, value, onChange, inline } = props
  const name = useId()
  return (
    <ChoiceGroup {...props}>
      {choices.map((choice) => (
        <label key={choice.value} className={inline ? 'j-pill' : 'j-choice'}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="j-choice__hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </ChoiceGroup>
  )
}

export function CheckField(
  props: ChoicesProps & { values: string[]; onChange: (values: string[]) => void; fixed?: string[] },
) {
  const { choices, values, onChange, fixed = [] } = props
  return (
    <ChoiceGroup {...props} inline>
      {choices.map((choice) => (
        <label key={choice.value} className="j-pill">
          <input
            type="checkbox"
            value={choice.value}
            checked={values.includes(choice.value)}
            disabled={fixed.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...values, choice.value]
                  : values.filter((value) => value !== choice.value),
              )
            }
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </ChoiceGroup>
  )
}
