import type { Signal } from '../../api/types'
import { paths } from '../../paths'
import { codeOf, figureOf, type MeasureOf } from './words'

/** Where the portal shows what a figure counts, with the filters under which it comes out the same. */
export function placeOfFigure(signal: Signal, measure: MeasureOf): string | undefined {
  if (!signal.subject) return measure === 'streams-measured' ? paths.streams() : undefined
  const code = codeOf(signal.subject)
  const { from, to } = signal
  switch (measure) {
    case 'value-streams':
    case 'consumers':
      return paths.service(code)
    case 'owners':
    case 'work-items':
      return paths.stream(code)
    case 'departments-on-map':
      return paths.streamMap(code)
    case 'mean-wait-before':
      return paths.streamQueues(code, before(signal))
    case 'mean-wait':
      return from ? handoffs(signal) : paths.streamQueues(code, during(signal))
    case 'return-share':
    case 'returns':
      return handoffs(signal)
    case 'handoffs':
      return from && to
        ? paths.streamWorkItems(code, { ...during(signal), handedFrom: from, handedTo: to })
        : paths.streamQueues(code, during(signal))
    default:
      return undefined
  }
}

const handoffs = (signal: Signal) =>
  paths.streamHandoffs(codeOf(signal.subject ?? ''), {
    ...during(signal),
    sort: '-returns',
    pair: JSON.stringify([signal.from, signal.to]),
  })

const levelOf = ({ level }: Signal) => (level === 'department' ? level : '')

/** The portal's days are whole and both count; the day after the last one is the service's end. */
export const during = (signal: Signal) => ({
  level: levelOf(signal),
  from: signal.since,
  to: signal.until && shifted(signal.until, -1),
})

const before = (signal: Signal) => ({
  level: levelOf(signal),
  from: signal.since && shifted(signal.since, -90),
  to: signal.since && shifted(signal.since, -1),
})

export function shifted(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The form to raise an escalation about a handoff, with everything that is known of it. */
export function raiseAbout(signal: Signal, nameOf: (signal: Signal, carrier: string | null) => string) {
  const wait = figureOf(signal, 'mean-wait')
  return paths.newEscalation({
    stream: codeOf(signal.subject ?? ''),
    from: signal.from ? nameOf(signal, signal.from) : '',
    to: nameOf(signal, signal.to),
    departments: [...new Set([signal.fromDepartment, signal.toDepartment])].filter(Boolean).join(','),
    count: figureOf(signal, 'handoffs') ?? undefined,
    returns: figureOf(signal, 'returns') ?? undefined,
    wait: wait == null ? undefined : rounded(wait),
    before: signal.kind === 'growing-queue' ? rounded(figureOf(signal, 'mean-wait-before') ?? 0) : undefined,
  })
}

const rounded = (hours: number) => Math.round(hours * 10) / 10
