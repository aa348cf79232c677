import { http, HttpResponse } from 'msw'
import type { FlowRule, FlowSettings } from '../api/types'
import { baselinePoint, carriersAt, distributions, enablementOf, kinds, pointsOf, togetherAt, types, type LevelName } from './analysis.data'
import { longWorkItem, stagePairs } from './flow.data'
import { streams } from './streams.data'
import { by, change, missing, nowText, one, page, paged, problem, world } from './world'

const stream = '*/api/catalog/v1/value-streams/:code'
const nothing = (code: unknown, query: URLSearchParams) => world.empty || code === 'moving-teams' || query.get('type') === 'nothing'
const levelIn = (query: URLSearchParams) => (query.get('level') ?? 'team') as LevelName
const unknownParameter = (query: URLSearchParams, ...names: string[]) => names.find((name) => query.has(name))
const notHere = (name: string) => problem(400, 'invalid', `The parameter ${name} does not go here.`)
const csv = (request: Request, line: string) =>
  request.headers.get('Accept') === 'text/csv' ? HttpResponse.text(`${line}\n`, { headers: { 'Content-Type': 'text/csv' } }) : undefined

export default [
  http.get(`${stream}/flow/carriers`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    return csv(request, 'carrier,workItems') ?? HttpResponse.json({ stream: params.code, level: levelIn(query), items: nothing(params.code, query) ? [] : carriersAt(levelIn(query)) })
  }),
  http.get(`${stream}/flow/distribution`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const measure = query.get('measure') === 'handoffs' ? 'handoffs' : 'flow-time'
    const found = distributions[measure]
    const spread = nothing(params.code, query) ? { ...found, workItems: 0, p50: null, p85: null, p95: null, items: [] } : found
    return (
      csv(request, 'from,to,workItems') ??
      HttpResponse.json({
        stream: params.code,
        level: levelIn(query),
        period: { from: null, to: null },
        type: query.get('type'),
        measure,
        ...spread,
        recalculating: world.recalculating,
      })
    )
  }),
  http.get(`${stream}/enablement`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const wrong = unknownParameter(query, 'type', 'team', 'department', 'stage', 'level')
    if (wrong) return notHere(wrong)
    return csv(request, 'score,part,value') ?? HttpResponse.json({ ...enablementOf(one(params.code), nothing(params.code, query)), recalculating: world.recalculating })
  }),
  http.get(`${stream}/flow/automation-candidates`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    if (query.has('level')) return notHere('level')
    return csv(request, 'from,to,count') ?? HttpResponse.json(candidatesOf(one(params.code), nothing(params.code, query)))
  }),
  http.get(`${stream}/flow/pairs`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const wrong = unknownParameter(query, 'type', 'team', 'department', 'stage')
    if (wrong) return notHere(wrong)
    return csv(request, 'one,other') ?? HttpResponse.json({ stream: params.code, level: levelIn(query), workItems: 24_918, handoffs: 19_087, items: nothing(params.code, query) ? [] : togetherAt(levelIn(query)) })
  }),
  http.get(`${stream}/flow/types`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const wrong = unknownParameter(query, 'team', 'department', 'stage')
    if (wrong) return notHere(wrong)
    return csv(request, 'type,workItems') ?? HttpResponse.json({ stream: params.code, level: levelIn(query), items: nothing(params.code, query) ? [] : types })
  }),
  http.get(`${stream}/flow/trend`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const wrong = unknownParameter(query, 'team', 'department', 'stage')
    if (wrong) return notHere(wrong)
    const grain = query.get('grain') ?? 'month'
    const classed = params.code !== 'it-incidents'
    return (
      csv(request, 'from,to,arrived') ??
      HttpResponse.json({
        stream: params.code,
        level: levelIn(query),
        grain,
        type: query.get('type'),
        baseline: query.has('baselineFrom') ? baselinePoint(classed) : null,
        items: nothing(params.code, query) ? [] : pointsOf(grain, classed),
      })
    )
  }),
  http.get(`${stream}/work-items/:id/events`, ({ request }) =>
    paged(
      request,
      Array.from({ length: longWorkItem.eventCount }, (_, index) => ({ ...longWorkItem.events[index % longWorkItem.events.length]!, eventId: `E${index}` })),
    ),
  ),
  http.get(`${stream}/flow-settings`, ({ params }) => HttpResponse.json(settingsOf(one(params.code)))),
  http.patch(`${stream}/flow-settings`, ({ params, request }) => {
    const code = one(params.code)
    const settings = settingsOf(code)
    if (!request.headers.get('Content-Type')?.startsWith('application/merge-patch+json')) {
      return problem(415, 'unsupported-media-type', 'Send application/merge-patch+json.')
    }
    return change(request, settings, (body: Partial<FlowSettings>) => {
      const double = (body.rules ?? []).findIndex((rule, index, all) => all.slice(0, index).some((before) => looksFor(before) === looksFor(rule)))
      if (double >= 0) {
        return problem(422, 'rules-contradict', `Rule 1 and rule ${double + 1} fit the same events and say different things of them. Keep one of them.`, [
          { pointer: `/rules/${double}`, detail: 'contradicts /rules/0' },
        ])
      }
      Object.assign(settings, body, { updatedAt: nowText() })
      settings.rules = settings.rules.map(whole)
      if (body.rules) world.recalculating = true
      world.flowSettings[code] = settings
      return { body: settings }
    })
  }),
  http.post(`${stream}/flow-settings/preview`, async ({ params, request }) => {
    const { rules } = (await request.json()) as { rules: FlowRule[] }
    const stages = streams.find(({ code }) => code === params.code)?.stages.map(({ name }) => name) ?? []
    const strange = rules.findIndex(({ stage }) => stage && !stages.includes(stage))
    if (strange >= 0) return problem(422, 'stage-not-on-map', 'The map does not have this stage.', [{ pointer: `/rules/${strange}/stage`, detail: 'is no stage of the stream' }])
    return HttpResponse.json(tried(params.code === 'moving-teams' || world.empty ? [] : kinds, rules))
  }),
  http.get(`${stream}/imports`, () => page(world.imports)),
  http.post(`${stream}/imports/:ref/reversal`, ({ params, request }) => {
    const found = world.imports.find((one) => one.import === params.ref)
    if (!found) return missing()
    return change(request, found, () => {
      if (found.reversedAt) return problem(409, 'import-reversed', 'This import was taken back already.')
      found.reversedAt = nowText()
      found.reversedBy = by()
      return { body: found }
    })
  }),
]

function candidatesOf(code: string, none: boolean) {
  const stages = streams.find((stream) => stream.code === code)?.stages ?? []
  const whose = (name: string) => stages.find((stage) => stage.name === name)?.department ?? null
  const pairs = none ? [] : stagePairs
  const manual = pairs
    .filter(({ to }) => stages.find(({ name }) => name === to)?.handoff !== 'automated')
    .sort((one, other) => other.totalWaitHours - one.totalWaitHours)
  const wait = manual.reduce((sum, { totalWaitHours }) => sum + totalWaitHours, 0)
  const count = (some: typeof pairs) => some.reduce((sum, pair) => sum + pair.count, 0)
  return {
    stream: code,
    period: { from: null, to: null },
    type: null,
    manualHandoffs: count(manual),
    automatedHandoffs: count(pairs) - count(manual),
    manualWaitHours: wait,
    items: manual.map(({ from, to, count, meanWaitHours, p85WaitHours, totalWaitHours }) => ({
      from,
      to,
      fromDepartment: whose(from),
      toDepartment: whose(to),
      count,
      meanWaitHours,
      p85WaitHours,
      totalWaitHours,
      waitShare: totalWaitHours / wait,
    })),
    recalculating: world.recalculating,
  }
}

function settingsOf(code: string): FlowSettings {
  return (world.flowSettings[code] ??= { stream: code, rules: [], keepFor: null, baseline: null, version: 0, updatedAt: null })
}

const names = ['activity', 'state', 'team', 'department'] as const
const looksFor = (rule: Partial<FlowRule>) => JSON.stringify(names.map((name) => rule[name]?.toLowerCase() ?? null))
const whole = (rule: Partial<FlowRule>): FlowRule => ({ stage: null, class: null, activity: null, state: null, team: null, department: null, ...rule }) as FlowRule

/** As the service does it: the first rule that fits and names a stage places, the first that names a class classes. */
function tried(all: typeof kinds, rules: FlowRule[]) {
  const decides = rules.map((_rule, rule) => ({ rule, placed: 0, classed: 0 }))
  const seen = all.map((kind) => {
    const fitting = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => names.every((name) => fits(rule[name], kind[name])))
    const places = fitting.find(({ rule }) => rule.stage)
    const says = fitting.find(({ rule }) => rule.class)
    if (places) decides[places.index]!.placed += kind.events
    if (says) decides[says.index]!.classed += kind.events
    return { ...kind, stage: places?.rule.stage ?? null, class: says?.rule.class ?? null }
  })
  const sum = (some: typeof seen) => some.reduce((total, { events }) => total + events, 0)
  return { events: sum(seen), placed: sum(seen.filter(({ stage }) => stage)), classed: sum(seen.filter((one) => one.class)), rules: decides, kinds: seen }
}

function fits(pattern: string | null | undefined, value: string | null) {
  if (pattern == null) return true
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return value !== null && new RegExp(`^${parts.join('.*')}$`, 'i').test(value)
}
