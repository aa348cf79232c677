type Query = Record<string, string | number | undefined | null>

function to(path: string, query?: Query) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const part = encodeURIComponent

/** Every place of the portal, as a typed link. */
export const paths = {
  today: () => '/',
  streams: (query?: { q?: string; department?: string }) => to('/value-streams', query),
  stream: (code: string, query?: Query) => to(`/value-streams/${part(code)}`, query),
  streamHandoffs: (code: string, query?: Query) =>
    to(`/value-streams/${part(code)}/handoffs`, query),
  streamMap: (code: string, query?: Query) => to(`/value-streams/${part(code)}/map`, query),
  streamCustomers: (code: string, query?: Query) => to(`/value-streams/${part(code)}/customers`, query),
  streamMeetings: (code: string) => `/value-streams/${part(code)}/meetings`,
  signals: (query?: { kind?: string; department?: string; about?: string }) => to('/signals', query),
  painPoint: (ref: string) => `/pain-points/${part(ref)}`,
  streamTrends: (code: string, query?: Query) => to(`/value-streams/${part(code)}/trends`, query),
  streamDistribution: (code: string, query?: Query) => to(`/value-streams/${part(code)}/distribution`, query),
  streamQueues: (code: string, query?: Query) => to(`/value-streams/${part(code)}/queues`, query),
  streamTogether: (code: string, query?: Query) => to(`/value-streams/${part(code)}/together`, query),
  streamAutomation: (code: string, query?: Query) => to(`/value-streams/${part(code)}/automation`, query),
  streamTypes: (code: string, query?: Query) => to(`/value-streams/${part(code)}/types`, query),
  streamRules: (code: string, query?: Query) => to(`/value-streams/${part(code)}/rules`, query),
  streamWorkItems: (code: string, query?: Query) =>
    to(`/value-streams/${part(code)}/work-items`, query),
  workItem: (code: string, id: string, query?: Query) =>
    to(`/value-streams/${part(code)}/work-items/${part(id)}`, query),
  streamImport: (code: string) => `/value-streams/${part(code)}/import`,
  objectives: (query?: { cycle?: string; department?: string; state?: string }) =>
    to('/objectives', query),
  newObjective: (query?: { from?: string }) => to('/objectives/new', query),
  objective: (ref: string) => `/objectives/${part(ref)}`,
  keyResultAlone: (ref: string) => `/key-results/${part(ref)}`,
  keyResult: (objective: string, ref: string) => `${to(`/objectives/${part(objective)}`, { checkIn: ref })}#${part(ref)}`,
  newKeyResult: (objective: string, query?: { measure?: string }) =>
    to(`/objectives/${part(objective)}/key-results/new`, query),
  escalations: (query?: { state?: string; department?: string }) => to('/escalations', query),
  newEscalation: (query?: {
    stream?: string
    from?: string
    to?: string
    count?: number
    wait?: number | null
    /** The mean wait in the time before, where a queue has grown. */
    before?: number
    returns?: number
    /** Codes of the departments between which it goes, where they are known, with commas. */
    departments?: string
  }) => to('/escalations/new', query),
  escalation: (ref: string) => `/escalations/${part(ref)}`,
  decisions: (query?: { state?: string; department?: string }) => to('/decisions', query),
  newDecision: (query?: { escalation?: string }) => to('/decisions/new', query),
  decision: (ref: string) => `/decisions/${part(ref)}`,
  departments: () => '/departments',
  department: (code: string) => `/departments/${part(code)}`,
  services: (query?: { q?: string; department?: string; lifecycle?: string }) =>
    to('/services', query),
  service: (code: string, query?: { do?: string }) => to(`/services/${part(code)}`, query),
  administration: (query?: { do?: string; code?: string }) => to('/administration', query),
  adminCycles: (query?: { do?: string }) => to('/administration/cycles', query),
  adminAudit: (query?: { service?: string; subject?: string }) => to('/administration/audit', query),
  reports: () => '/reports',
  report: (id: string, query?: Query) => to(`/reports/${part(id)}`, query),
}

/** Where a typed link of the API, such as `decision:DEC-1`, is at home in the portal. */
export function placeOf(link: string): string | undefined {
  const [kind, ...rest] = link.split(':')
  const reference = rest.join(':')
  switch (kind) {
    case 'value-stream':
      return paths.stream(reference)
    case 'objective':
      return paths.objective(reference)
    case 'key-result':
      return paths.keyResultAlone(reference)
    case 'escalation':
      return paths.escalation(reference)
    case 'pain-point':
      return paths.painPoint(reference)
    case 'journey-map':
      return paths.streamCustomers(reference)
    case 'decision':
      return paths.decision(reference)
    case 'department':
      return paths.department(reference)
    case 'service':
      return paths.service(reference)
    default:
      return undefined
  }
}
