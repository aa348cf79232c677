import { Alert, Title } from '@patternfly/react-core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../ui/DataTable'
import { Figures } from '../../ui/Figures'
import { useFormat, type Format } from '../../ui/format'
import { headingOf, labelOf, type JsonSchema, type Report } from './catalogue'

type Fields = Record<string, unknown>
type Label = (value: string) => string

interface ReportBodyProps {
  report?: Report
  data: unknown
  schema?: JsonSchema
  level?: 2 | 3 | 4
}

/**
 * Any report: plain values become figures, objects become groups of figures, lists of objects become tables. What a
 * service could not deliver is named before anything else.
 */
export function ReportBody({ report, data, schema, level = 2 }: ReportBodyProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const label = (value: string) => labelOf(report, i18n.language, value)
  if (Array.isArray(data)) return <Rows rows={data} schema={schema?.items} name="" label={label} />
  if (!isFields(data)) return null
  const missing = level === 2 ? missingIn(data, schema, t, label) : []
  const entries = Object.entries(data).filter(
    ([name, value]) =>
      !hidden.includes(name) && value !== null && value !== undefined && !isShownByAnother(name, data, schema),
  )
  const plain = entries.filter(([, value]) => typeof value !== 'object' || isPlainList(value))
  const isFigure = ([name, value]: [string, unknown]) =>
    typeof value === 'number' || (typeof value === 'string' && isMeasured(name, value, format))
  const figures = plain.filter(isFigure)
  const facts = plain.filter((entry) => !isFigure(entry))
  const nested = entries.filter(([, value]) => typeof value === 'object' && !isPlainList(value))
  return (
    <>
      {missing.length > 0 && (
        <Alert
component="p"
          isInline
          variant="warning"
          title={t('report.partial', { parts: format.list(missing) })}
        />
      )}
      {facts.length > 0 && (
        <dl className="j-facts j-facts--compact">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{headingOf(name, schema?.properties?.[name])}</dt>
              <dd>{inWords(name, value, format, schema?.properties?.[name], label)}</dd>
            </div>
          ))}
        </dl>
      )}
      {figures.length > 0 && (
        <Figures
          compact
          items={figures.map(([name, value]) => ({
            label: headingOf(name, schema?.properties?.[name]),
            value: inWords(name, value, format, schema?.properties?.[name], label),
          }))}
        />
      )}
      {nested.map(([name, value]) => (
        <section key={name} className="j-section">
          <Title headingLevel={`h${level}`} size={level === 2 ? 'xl' : 'lg'}>
            {headingOf(name, schema?.properties?.[name])}
          </Title>
          {Array.isArray(value) ? (
            <Rows
              rows={value}
              schema={schema?.properties?.[name]?.items}
              name={headingOf(name, schema?.properties?.[name])}
              label={label}
            />
          ) : (
            <ReportBody
              report={report}
              data={value}
              schema={schema?.properties?.[name]}
              level={Math.min(4, level + 1) as 3}
            />
          )}
        </section>
      ))}
    </>
  )
}

function Rows({ rows, schema, name, label }: { rows: unknown[]; schema?: JsonSchema; name: string; label: Label }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (rows.length === 0) return <p className="j-quiet">{t('report.noRows')}</p>
  const flat = rows.filter(isFields).map((row) => flatten(shown(row, schema)))
  // An absent value leaves its column out, unless another row has it.
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return (
    <DataTable<Fields & { row?: number }>
      label={name || t('report.rows')}
      rows={flat.map((row, index) => ({ ...row, row: index }))}
      keyOf={(row) => String(row.row)}
      columns={columns.map((column, index) => ({
        name: column
          .split('.')
          .map((part) => headingOf(part, schema?.properties?.[part]))
          .join(', '),
        main: index === 0,
        numeric: flat.some(
          (row) => typeof row[column] === 'number' || isDuration(row[column]),
        ),
        cell: (row) => inWords(column, row[column], format, schema?.properties?.[column], label),
      }))}
    />
  )
}

const hidden = ['self', 'next', 'partial']

/** Whether another field says to people what this one says to programs. */
function isShownByAnother(name: string, data: Fields, schema?: JsonSchema) {
  const other = schema?.properties?.[name]?.['x-shown-by']
  return other !== undefined && data[other] !== null && data[other] !== undefined
}

/** The same for the rows of a table, where the code takes the column of a name that one row lacks. */
function shown(row: Fields, schema?: JsonSchema): Fields {
  const cells: Fields = {}
  for (const [name, value] of Object.entries(row)) {
    const other = schema?.properties?.[name]?.['x-shown-by']
    if (other === undefined) cells[name] = value ?? cells[name]
    else cells[other] = row[other] ?? value
  }
  return cells
}

// What can keep a part away is known here by its code, so that it is said in the reader's language.
const reasons = ['no-answer-in-time', 'left-alone', 'unreachable', 'refused'] as const

function missingIn(data: Fields, schema: JsonSchema | undefined, t: TFunction, label: Label): string[] {
  const named = data.partial
  if (!Array.isArray(named)) return []
  return named.map((part) => {
    if (!isFields(part)) return String(part)
    const name = String(part.part ?? '')
    const reason = reasons.find((one) => one === part.code)
    return [
      schema?.properties?.[name]?.title ?? label(name),
      reason ? t(`report.reason.${reason}`) : part.reason,
    ]
      .filter(Boolean)
      .map(String)
      .join(': ')
  })
}

function flatten(row: Fields, prefix = ''): Fields {
  return Object.assign(
    {},
    ...Object.entries(row).map(([name, value]) =>
      isFields(value)
        ? flatten(value, `${prefix}${name}.`)
        : value === null || value === undefined
          ? {}
          : { [`${prefix}${name}`]: value },
    ),
  ) as Fields
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlainList = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one !== 'object')

/** A duration is a figure; a word, a date or a name is a fact. */
function isMeasured(name: string, value: string, format: Format) {
  return isDuration(value) && inWords(name, value, format) !== value
}

const isDuration = (value: unknown) => typeof value === 'string' && /^-?P(?=\d|T\d)/.test(value)

export function inWords(
  name: string,
  value: unknown,
  format: Format,
  schema?: JsonSchema,
  label: Label = headingOf,
): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return format.list(value.map((one) => inWords(name, one, format)))
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'number') {
    if (/hours$/i.test(name)) return format.hours(value)
    if (/(share|ratio|efficiency|accurate)$/i.test(name)) return format.percent(value, 1)
    return format.decimal(value, 2)
  }
  const text = String(value)
  if (schema?.enum?.includes(value)) return label(text)
  if (schema?.format === 'date-time' || /^\d{4}-\d{2}-\d{2}T/.test(text)) return format.moment(text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text)
  if (/^-?P(?=\d|T\d)/.test(text)) return format.duration(text)
  return text
}
