import type { EventSource, FieldMapping } from '../../api/types'
import type { LogFormat } from './upload'

export const fields = [
  'workItem',
  'occurredAt',
  'activity',
  'state',
  'team',
  'department',
  'actor',
  'type',
  'slaMet',
  'sequence',
  'eventId',
] as const
export type Field = (typeof fields)[number]
export const needed: Field[] = ['workItem', 'occurredAt', 'activity']

/** What a XES log holds these fields in, unless somebody says otherwise. */
export const standardKeys: Partial<Record<Field, string>> = {
  workItem: 'trace:concept:name',
  occurredAt: 'time:timestamp',
  activity: 'concept:name',
  team: 'org:group',
  actor: 'org:resource',
}

const mostDetails = 100

/** The mapping as it is sent: of CSV, what stands for no field is kept as a detail. */
export function asSent(mapping: FieldMapping, format: LogFormat, columns: string[]): FieldMapping | undefined {
  if (format === 'ndjson') return undefined
  const said = Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined && value !== null))
  if (format === 'xes') return Object.keys(said).length > 0 ? said : undefined
  const used = fields.map((field) => mapping[field])
  const attributes = columns
    .filter((column) => column && !used.includes(column))
    .filter((column) => columns.indexOf(column) === columns.lastIndexOf(column))
    .slice(0, mostDetails)
  return { ...said, attributes }
}

export type Kept = 'nothing' | 'same' | 'different'

/** What a source keeps, compared with how a file of it is read. Which columns are details follows from the file. */
export function keptBy(source: EventSource | undefined, format: LogFormat, mapping: FieldMapping | undefined): Kept {
  if (!source?.format) return 'nothing'
  return source.format === format && wordsOf(source.mapping) === wordsOf(mapping) ? 'same' : 'different'
}

const wordsOf = (mapping: FieldMapping | null | undefined) =>
  JSON.stringify(
    Object.entries(mapping ?? {})
      .filter(([name, value]) => name !== 'attributes' && value != null && !(Array.isArray(value) && value.length === 0))
      .sort(([one], [other]) => one.localeCompare(other)),
  )

export const missingOf = (mapping: FieldMapping, format: LogFormat) =>
  format === 'csv' ? needed.filter((field) => !mapping[field]) : []

/** A name for the source after the file's, of the letters that a source's name may have. */
export const sourceNamed = (file: string) =>
  file
    .replace(/(\.[a-z]+)+$/i, '')
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 60)
