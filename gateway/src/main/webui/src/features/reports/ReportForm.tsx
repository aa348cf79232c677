import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Choice } from '../../ui/fields'
import { SelectField, TextField } from '../../ui/fields'
import { useDepartments } from '../departments/queries'
import { allStreamsQuery } from '../streams/queries'
import { headingOf, labelOf, type Report, type ReportParameter } from './catalogue'

/** What the report asks for, as fields. Its parameters are the page's address, so a report can be sent as a link. */
export function ReportForm({ report, values }: { report: Report; values: Record<string, string> }) {
  const { t } = useTranslation()
  const [, setParams] = useSearchParams()
  const [draft, setDraft] = useState(values)
  if (report.parameters.length === 0) return null
  return (
    <form
      className="j-filters j-noprint"
      onSubmit={(event) => {
        event.preventDefault()
        setParams(Object.fromEntries(Object.entries(draft).filter(([, value]) => value)))
      }}
    >
      {report.parameters.map((parameter) => (
        <Parameter
          key={parameter.name}
          report={report}
          parameter={parameter}
          value={draft[parameter.name] ?? ''}
          onChange={(value) => setDraft({ ...draft, [parameter.name]: value })}
        />
      ))}
      <Button type="submit" variant="secondary">
        {t('report.show')}
      </Button>
    </form>
  )
}

function Parameter({
  report,
  parameter,
  value,
  onChange,
}: {
  report: Report
  parameter: ReportParameter
  value: string
  onChange: (value: string) => void
}) {
  const choices = useChoices(report, parameter)
  const label = headingOf(parameter.name, { title: parameter.heading })
  if (choices) {
    return (
      <SelectField
        label={label}
        required={parameter.required}
        value={value}
        onChange={onChange}
        choices={[{ value: '', label: '–' }, ...choices]}
      />
    )
  }
  return (
    <TextField
      label={label}
      required={parameter.required}
      type={isDate(parameter) ? 'date' : 'text'}
      value={parameter.format === 'date-time' ? value.slice(0, 10) : value}
      onChange={(text) =>
        onChange(parameter.format === 'date-time' && text ? `${text}T00:00:00Z` : text)
      }
    />
  )
}

// A period is asked for in days, whichever way its document writes instants.
const isDate = ({ name, format }: ReportParameter) =>
  format?.startsWith('date') === true || name === 'from' || name === 'to'

/** Parameters that name reference data are chosen from it. */
function useChoices(report: Report, { name, choices }: ReportParameter): Choice[] | undefined {
  const { i18n } = useTranslation()
  const { data: streams } = useSuspenseQuery(allStreamsQuery)
  const departments = useDepartments()
  if (choices) return choices.map((choice) => ({ value: choice, label: labelOf(report, i18n.language, choice) }))
  if (name === 'stream') return streams.map(({ code, name: label }) => ({ value: code, label }))
  if (name === 'department') return departments.map(({ code, name: label }) => ({ value: code, label }))
  return undefined
}
