/** The reports that the merged OpenAPI document names, read from it alone: a new one needs no portal code. */
export interface ReportParameter {
  name: string
  description?: string
  required: boolean
  heading?: string
  choices?: string[]
  format?: string
  initial?: string
}

export interface Report {
  id: string
  path: string
  title: string
  description?: string
  audience?: string
  question?: string
  decision?: string
  parameters: ReportParameter[]
  csv: boolean
  schema?: JsonSchema
  translations: Record<string, Translation>
}

/** A report in another language. Labels are found by their English title, or by the value that they stand for. */
export interface Translation {
  title?: string
  description?: string
  audience?: string
  question?: string
  decision?: string
  labels?: Record<string, string>
}

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  format?: string
  title?: string
  description?: string
  enum?: unknown[]
  default?: unknown
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  allOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  /** Another field that people are shown in place of this one: a name in place of a code. */
  'x-shown-by'?: string
}

interface Operation {
  operationId?: string
  summary?: string
  description?: string
  parameters?: (Parameter | { $ref: string })[]
  responses?: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>
  'x-report'?: {
    title?: unknown
    audience?: unknown
    question?: unknown
    decision?: unknown
    translations?: Record<string, Translation>
  }
}

interface Parameter {
  name: string
  in: string
  description?: string
  required?: boolean
  schema?: JsonSchema
  translations: Record<string, Translation>
}

/** A report in another language. Labels are found by their English title, or by the value that they stand for. */
export interface Translation {
  title?: string
  description?: string
  audience?: string
  question?: string
  decision?: string
  labels?: Record<string, string>
}

export interface OpenApi {
  paths?: Record<string, { get?: Operation }>
  components?: { schemas?: Record<string, JsonSchema>; parameters?: Record<string, Parameter> }
}

export function reportsIn(document: OpenApi): Report[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, { get }]) => {
    const meant = get?.['x-report']
    if (!get || !meant) return []
    const content = get.responses?.['200']?.content ?? {}
    return [
      {
        id: path.split('/').filter(Boolean).at(-1) ?? path,
        path,
        title: words(meant.title) ?? get.summary ?? get.operationId ?? path,
        description: get.description,
        audience: words(meant.audience),
        question: words(meant.question),
        decision: words(meant.decision),
        parameters: (get.parameters ?? [])
          .map((parameter) => resolveParameter(document, parameter))
          .filter((parameter) => parameter?.in === 'query')
          .map((parameter) => toParameter(document, parameter!)),
        csv: 'text/csv' in content,
        schema: resolve(document, content['application/json']?.schema),
        translations: meant.translations ?? {},
      },
    ]
  })
}

function toParameter(document: OpenApi, parameter: Parameter): ReportParameter {
  const schema = resolve(document, parameter.schema)
  return {
    name: parameter.name,
    description: parameter.description,
    required: parameter.required ?? false,
    heading: schema?.title,
    choices: schema?.enum?.filter((value) => value !== null).map(String),
    format: schema?.format,
    initial: schema?.default === undefined ? undefined : String(schema.default),
  }
}

function resolveParameter(document: OpenApi, parameter: Parameter | { $ref: string }) {
  if (!('$ref' in parameter)) return parameter
  return document.components?.parameters?.[parameter.$ref.split('/').at(-1) ?? '']
}

export function resolve(document: OpenApi, schema?: JsonSchema, depth = 0): JsonSchema | undefined {
  if (!schema || depth > 8) return schema
  if (schema.$ref) {
    const { $ref, ...own } = schema
    // What stands beside a reference says more of this field than what it refers to.
    return { ...resolve(document, document.components?.schemas?.[$ref.split('/').at(-1) ?? ''], depth + 1), ...own }
  }
  const one = schema.allOf?.[0] ?? schema.anyOf?.find((choice) => choice.type !== 'null')
  if (one) {
    const whole = resolve(document, one, depth + 1)
    return { ...whole, ...schema, title: schema.title ?? whole?.title, allOf: undefined, anyOf: undefined }
  }
  return {
    ...schema,
    items: resolve(document, schema.items, depth + 1),
    properties:
      schema.properties &&
      Object.fromEntries(
        Object.entries(schema.properties).map(([name, property]) => [
          name,
          resolve(document, property, depth + 1) ?? {},
        ]),
      ),
  }
}

/** The report as a reader of a language sees it; what has no translation stays as the document has it. */
export function spoken(report: Report, language: string): Report {
  const translation = report.translations[language]
  if (!translation) return report
  const { labels = {}, ...texts } = translation
  return {
    ...report,
    ...texts,
    parameters: report.parameters.map((parameter) => ({
      ...parameter,
      heading: labelled(labels, headingOf(parameter.name, { title: parameter.heading })),
    })),
    schema: spokenSchema(report.schema, labels),
  }
}

const labelled = (labels: Record<string, string>, text: string) => labels[text] ?? text

function spokenSchema(schema: JsonSchema | undefined, labels: Record<string, string>): JsonSchema | undefined {
  if (!schema) return undefined
  return {
    ...schema,
    title: schema.title && labelled(labels, schema.title),
    items: spokenSchema(schema.items, labels),
    properties:
      schema.properties &&
      Object.fromEntries(
        Object.entries(schema.properties).map(([name, property]) => [
          name,
          spokenSchema({ ...property, title: headingOf(name, property) }, labels)!,
        ]),
      ),
  }
}

/** What stands for a value of a fixed set, or for a part that the schema does not name. */
export function labelOf(report: Report | undefined, language: string, value: string): string {
  return report?.translations[language]?.labels?.[value] ?? headingOf(value)
}

const words = (value: unknown) =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : undefined

/** A heading for a property: its title if it has one, otherwise its name, taken apart. */
export function headingOf(name: string, schema?: JsonSchema): string {
  if (schema?.title) return schema.title
  const apart = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase()
  return apart.charAt(0).toUpperCase() + apart.slice(1)
}
