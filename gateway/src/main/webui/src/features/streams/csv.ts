/** The names in a CSV file's first line, and the delimiter that splits it best. */
export function headerOf(text: string): { columns: string[]; delimiter: string } {
  const line = firstLine(text.replace(/^\ufeff/, ''))
  const [best] = [',', ';', '\t', '|']
    .map((delimiter) => ({ delimiter, columns: cells(line, delimiter) }))
    .sort((one, other) => other.columns.length - one.columns.length)
  return best ?? { columns: [], delimiter: ',' }
}

function firstLine(text: string) {
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') quoted = !quoted
    else if (!quoted && (text[index] === '\n' || text[index] === '\r')) return text.slice(0, index)
  }
  return text
}

function cells(line: string, delimiter: string) {
  const found: string[] = []
  let cell = ''
  let quoted = false
  for (let index = 0; index < line.length; index++) {
    const letter = line[index]
    if (letter === '"') {
      if (quoted && line[index + 1] === '"') {
        cell += '"'
        index++
      } else quoted = !quoted
    } else if (letter === delimiter && !quoted) {
      found.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  return [...found, cell.trim()]
}

export const mapped = [
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
export type Mapped = (typeof mapped)[number]
export const mustBeMapped: Mapped[] = ['workItem', 'occurredAt', 'activity']

// Names that common tools give to these columns in their exports.
const known: Record<Mapped, RegExp> = {
  workItem: /^(number|work.?item|case.?id|ticket(.?id)?|issue.?key|key|id)$/i,
  occurredAt: /^(occurred.?at|sys_updated_at|timestamp|time|date|updated(.?at)?|time:timestamp)$/i,
  activity: /^(activity|incident_state|status|action|concept:name|event)$/i,
  state: /^(state|phase)$/i,
  team: /^(team|assignment_group|assigned.?group|group|org:group)$/i,
  department: /^(department|dept|unit)$/i,
  actor: /^(actor|assigned_to|assignee|user|resource|org:resource)$/i,
  type: /^(type|category|issue.?type|kind)$/i,
  slaMet: /^(sla.?met|made_sla|sla)$/i,
  sequence: /^(sequence|sys_mod_count|seq|order)$/i,
  eventId: /^(event.?id|uuid)$/i,
}

/** A first guess, which the person sees and corrects. */
export function guessMapping(columns: string[]): Partial<Record<Mapped, string>> {
  return Object.fromEntries(
    mapped
      .map((field) => [field, columns.find((column) => known[field].test(column))])
      .filter(([, column]) => column),
  )
}
