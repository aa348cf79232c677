import { http, HttpResponse } from 'msw'
import type { Gap, GapSide, Meeting, Occurrence, PainPoint, Stage, StreamSums, ValueStream } from '../api/types'
import { secondsOf } from '../ui/format'
import { by, change, missing, nowText, one, page, paged, problem, ref, world } from './world'

const catalog = '*/api/catalog/v1'
const streamOf = (code: unknown) => world.streams.find((stream) => stream.code === one(code as string))
const text = (seconds: number) => (seconds < 0 ? `-PT${-seconds}S` : `PT${seconds}S`)
const sum = (stages: Stage[], field: 'processTime' | 'leadTime') =>
  stages.reduce((total, stage) => total + (secondsOf(stage[field]) ?? 0), 0)
const rounded = (value: number) => Math.round(value * 10_000) / 10_000

export function sumsOf(stages: Stage[]): StreamSums {
  const lead = sum(stages, 'leadTime')
  return {
    processTime: text(sum(stages, 'processTime')),
    leadTime: text(lead),
    activityRatio: lead === 0 ? null : rounded(sum(stages, 'processTime') / lead),
    rolledCompleteAndAccurate: stages.length === 0 ? null : rounded(stages.reduce((all, stage) => all * stage.completeAndAccurate, 1)),
    handoffs: stages.filter((stage, index) => index > 0 && stages[index - 1]!.department !== stage.department).length,
  }
}

function side(stages: Stage[]): GapSide {
  const sums = sumsOf(stages)
  return {
    stages: stages.map(({ name }) => name),
    departments: [...new Set(stages.map(({ department }) => department))],
    processTime: sums.processTime,
    leadTime: sums.leadTime,
    completeAndAccurate: sums.rolledCompleteAndAccurate!,
  }
}

function gap(stage: Stage, current: Stage[], future: Stage[], stream: ValueStream): Gap {
  const same = JSON.stringify(side(current)) === JSON.stringify(side(future))
  return {
    stage: stage.key,
    name: stage.name,
    kind: current.length === 0 ? 'added' : future.length === 0 ? 'dropped' : same ? 'unchanged' : 'changed',
    current: current.length > 0 ? side(current) : null,
    future: future.length > 0 ? side(future) : null,
    difference: {
      processTime: text(sum(future, 'processTime') - sum(current, 'processTime')),
      leadTime: text(sum(future, 'leadTime') - sum(current, 'leadTime')),
      completeAndAccurate: (current.length > 0 && future.length > 0 ? rounded(side(future).completeAndAccurate - side(current).completeAndAccurate) : null) as number,
      department: current.length > 0 && future.length > 0 && side(current).departments.join() !== side(future).departments.join(),
    },
    improvement: stream.improvements[stage.key] ?? null,
  }
}

function gapsOf(stream: ValueStream) {
  const { stages, futureStages } = stream
  if (futureStages.length === 0) return { stream: stream.code, current: stream.derived, future: null, difference: null, items: [], next: null, self: '' }
  const current = sumsOf(stages)
  const future = sumsOf(futureStages)
  return {
    stream: stream.code,
    current,
    future,
    difference: {
      processTime: text(sum(futureStages, 'processTime') - sum(stages, 'processTime')),
      leadTime: text(sum(futureStages, 'leadTime') - sum(stages, 'leadTime')),
      activityRatio: rounded((future.activityRatio ?? 0) - (current.activityRatio ?? 0)),
      rolledCompleteAndAccurate: rounded((future.rolledCompleteAndAccurate ?? 0) - (current.rolledCompleteAndAccurate ?? 0)),
      handoffs: future.handoffs - current.handoffs,
    },
    items: [
      ...stages.map((stage) => gap(stage, [stage], futureStages.filter(({ follows }) => follows === stage.key), stream)),
      ...futureStages.filter(({ follows }) => !follows).map((stage) => gap(stage, [], [stage], stream)),
    ],
    next: null,
    self: '',
  }
}

/** Every week or month from the first day on; the mock keeps to whole weeks for both. */
function occurrences(meeting: Meeting, from: string, to: string): Occurrence[] {
  const step = meeting.repeats === 'weekly' ? 7 * meeting.every : 28 * meeting.every
  const days: Occurrence[] = []
  for (let at = Date.parse(`${meeting.firstOn}T${meeting.startsAt}:00Z`); at < Date.parse(to); at += step * 86_400_000) {
    const on = new Date(at).toISOString().slice(0, 10)
    if (on < from) continue
    days.push({
      meeting: meeting.ref,
      title: meeting.title,
      kind: meeting.kind,
      on,
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(at + meeting.minutes * 60_000).toISOString(),
      timeZone: meeting.timeZone,
      participants: meeting.participants,
      attendance: world.attendances.get(`${meeting.ref}@${on}`) ?? null,
    })
  }
  return days
}

const painOf = (reference: string) => world.painPoints.find((point) => point.ref === reference)

function painAct(act: (point: PainPoint, body: { [field: string]: string }) => void) {
  return async ({ request, params }: { request: Request; params: { [name: string]: string | readonly string[] | undefined } }) => {
    const point = painOf(ref(params as never))
    if (!point) return missing()
    return change(request as never, point, (body) => {
      act(point, body)
      point.updatedAt = nowText()
      return { body: { ...point, version: point.version + 1 } }
    })
  }
}

export default [
  http.get(`${catalog}/value-streams/:code/gaps`, ({ params }) => {
    const stream = streamOf(params.code)
    return stream ? HttpResponse.json(gapsOf(stream)) : missing()
  }),
  http.patch(`${catalog}/value-streams/:code`, async ({ request, params }) => {
    const stream = streamOf(params.code)
    if (!stream) return missing()
    if (request.headers.get('Content-Type') !== 'application/merge-patch+json') return problem(415, 'http-415', 'Not a merge patch.')
    return change(request, stream, (patch: Partial<ValueStream>) => {
      const words = [stream.purpose, stream.outcome].join()
      const { improvements, ...rest } = patch
      Object.assign(stream, rest)
      Object.assign(stream.improvements, improvements ?? {})
      stream.theme = stream.themes[0] ?? null
      for (const stage of [...stream.stages, ...stream.futureStages]) {
        stage.key ??= stage.name.toLowerCase().replaceAll(' ', '-')
        stage.handoff ??= 'manual'
      }
      stream.derived = sumsOf(stream.stages)
      stream.futureDerived = stream.futureStages.length > 0 ? sumsOf(stream.futureStages) : null
      stream.updatedAt = nowText()
      if (words !== [stream.purpose, stream.outcome].join()) {
        for (const confirmation of world.confirmations) {
          if (confirmation.stream === stream.code && confirmation.at) Object.assign(confirmation, { state: 'voided', dueAt: null })
        }
      }
      return { body: { ...stream, version: stream.version + 1 } }
    })
  }),
  http.get(`${catalog}/value-streams/:code/confirmations`, ({ params }) => page(world.confirmations.filter(({ stream }) => stream === params.code))),
  http.post(`${catalog}/value-streams/:code/confirmations`, async ({ request, params }) => {
    const stream = streamOf(params.code)
    if (!stream) return missing()
    const version = stream.version
    const answer = await change(request, stream, (body: { department?: string }) => {
      const found = world.confirmations.find(({ department }) => department === body.department)
      if (!found) return problem(422, 'department-not-in-stream', 'This department takes no part in the stream.')
      Object.assign(found, { state: 'confirmed', by: by(), at: nowText(), dueAt: new Date(Date.now() + 180 * 86_400_000).toISOString() })
      return { body: found }
    })
    stream.version = version
    return answer
  }),
  http.get(`${catalog}/meetings`, ({ request }) => {
    const stream = new URL(request.url).searchParams.get('stream')
    return paged(request, world.meetings.filter((meeting) => !stream || meeting.stream === stream))
  }),
  http.get(`${catalog}/meetings/:ref`, ({ params }) => {
    const meeting = world.meetings.find((one) => one.ref === ref(params))
    return meeting ? HttpResponse.json(meeting) : missing()
  }),
  http.post(`${catalog}/meetings`, ({ request }) =>
    change(request, undefined, (body: Partial<Meeting>) => {
      const meeting = { agenda: null, until: null, ...body, ref: `MTG-${world.meetings.length + 1}`, version: 0, createdAt: nowText(), updatedAt: nowText() } as Meeting
      world.meetings.push(meeting)
      return { status: 201, body: meeting }
    }),
  ),
  http.patch(`${catalog}/meetings/:ref`, ({ request, params }) => {
    const meeting = world.meetings.find((one) => one.ref === ref(params))
    if (!meeting) return missing()
    return change(request, meeting, (body: Partial<Meeting>) => ({ body: Object.assign(meeting, body, { updatedAt: nowText() }) }))
  }),
  http.post(`${catalog}/meetings/:ref/attendances`, ({ request, params }) => {
    const meeting = world.meetings.find((one) => one.ref === ref(params))
    if (!meeting) return missing()
    return change(request, meeting, (body: { on?: string; departments?: string[]; note?: string }) => {
      world.attendances.set(`${meeting.ref}@${body.on}`, { departments: body.departments ?? [], note: body.note ?? null, by: by(), at: nowText() } as Occurrence['attendance'])
      return { body: meeting }
    })
  }),
  http.get(`${catalog}/value-streams/:code/calendar`, ({ request, params }) => {
    const query = new URL(request.url).searchParams
    return paged(
      request,
      world.meetings
        .filter(({ stream }) => stream === params.code)
        .flatMap((meeting) => occurrences(meeting, query.get('from')!, query.get('to')!))
        .sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    )
  }),
  http.get(`${catalog}/pain-points`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const fits = (name: 'stream' | 'state' | 'stage' | 'journeyStep') => (point: PainPoint) => !query.get(name) || point[name] === query.get(name)
    return paged(request, world.painPoints.filter(fits('stream')).filter(fits('state')).filter(fits('stage')).filter(fits('journeyStep')))
  }),
  http.get(`${catalog}/pain-points/:ref`, ({ params }) => {
    const point = painOf(ref(params))
    return point ? HttpResponse.json(point) : missing()
  }),
  http.post(`${catalog}/pain-points`, ({ request }) =>
    change(request, undefined, (body: Partial<PainPoint>) => {
      const point = {
        stage: null, journeyStep: null, department: null, ...body, ref: `PAIN-${world.painPoints.length + 1}`, reportedBy: by(), state: 'open',
        respondBy: new Date(Date.now() + 48 * 3_600_000).toISOString(), answerBy: new Date(Date.now() + 240 * 3_600_000).toISOString(),
        timeToFirstResponse: null, timeToAnswer: null, acknowledgement: null, answer: null, improvement: null, version: 0, createdAt: nowText(), updatedAt: nowText(),
      } as unknown as PainPoint
      world.painPoints.unshift(point)
      return { status: 201, body: point }
    }),
  ),
  http.post(
    `${catalog}/pain-points/:ref/acknowledgement`,
    painAct((point, { department }) => {
      point.state = 'acknowledged'
      point.timeToFirstResponse = 'PT28H'
      point.acknowledgement = { department: department!, by: by(), at: nowText() }
    }),
  ),
  http.post(
    `${catalog}/pain-points/:ref/answer`,
    painAct((point, { department, text: words }) => {
      point.state = 'answered'
      point.timeToFirstResponse ??= 'PT28H'
      point.timeToAnswer = 'PT28H'
      point.answer = { text: words!, department: department!, by: by(), at: nowText() }
    }),
  ),
  http.post(
    `${catalog}/pain-points/:ref/improvement`,
    painAct((point, { title, owner, due }) => {
      point.state = 'improvement'
      point.improvement = { title: title!, owner: owner!, due: (due ?? null) as string, link: null as unknown as string }
    }),
  ),
  http.get(`${catalog}/value-streams/:code/pain-point-figures`, ({ params }) => {
    const points = world.painPoints.filter(({ stream }) => stream === params.code)
    const count = (state: PainPoint['state']) => points.filter((point) => point.state === state).length
    const places = (field: 'stage' | 'journeyStep') =>
      [...new Set(points.map((point) => point[field]).filter(Boolean))].map((key) => ({
        key,
        reported: points.filter((point) => point[field] === key).length,
        unanswered: points.filter((point) => point[field] === key && !point.answer).length,
      }))
    const measured = points.length > 0
    return HttpResponse.json({
      stream: params.code, reported: points.length, open: count('open'), acknowledged: count('acknowledged'), answered: count('answered'), improvements: count('improvement'),
      firstResponse: { given: measured ? 2 : 0, overdue: 0, median: measured ? 'PT25H' : null, withinPromise: measured ? 1 : null },
      answer: { given: measured ? 1 : 0, overdue: measured ? 1 : 0, median: measured ? 'PT75H' : null, withinPromise: measured ? 0.5 : null },
      byStage: places('stage'), byJourneyStep: places('journeyStep'), asOf: nowText(),
    })
  }),
  http.get(`${catalog}/value-streams/:code/journey-map`, ({ params }) =>
    HttpResponse.json(
      world.journeyMaps.find(({ stream }) => stream === params.code) ?? {
        stream: params.code, steps: [], derived: { meanEffort: null, hardestStep: null, meanSelfService: null }, version: 0, updatedAt: null,
      },
    ),
  ),
  http.put(`${catalog}/value-streams/:code/journey-map`, ({ request, params }) => {
    let map = world.journeyMaps.find(({ stream }) => stream === params.code)
    if (!map) {
      map = { stream: one(params.code), steps: [], derived: { meanEffort: null, hardestStep: null, meanSelfService: null }, version: 0, updatedAt: null } as never
      world.journeyMaps.push(map!)
    }
    return change(request, map!, (body: { steps?: never[] }) => {
      map!.steps = (body.steps ?? []).map((step: object, index) => ({ key: `step-${index}`, description: null, touchpoint: null, effort: null, effortAnswers: null, selfService: null, ...step })) as never
      return { body: map }
    })
  }),
]
