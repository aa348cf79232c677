import { matchRoutes, type RouteObject } from 'react-router'
import { describe, expect, it } from 'vitest'
import { paths, placeOf } from './paths'
import { routes } from './routes'
import { pages } from '../walk/pages'

const samples: Record<keyof typeof paths, string> = {
  today: paths.today(),
  streams: paths.streams({ q: 'a b' }),
  stream: paths.stream('it-incidents', { level: 'team' }),
  streamHandoffs: paths.streamHandoffs('it-incidents'),
  streamMap: paths.streamMap('it-incidents', { edit: 'map' }),
  streamCustomers: paths.streamCustomers('it-incidents'),
  streamMeetings: paths.streamMeetings('it-incidents'),
  signals: paths.signals({ about: 'value-stream:it-incidents' }),
  painPoint: paths.painPoint('PAIN-1'),
  streamTrends: paths.streamTrends('it-incidents'),
  streamDistribution: paths.streamDistribution('it-incidents'),
  streamQueues: paths.streamQueues('it-incidents'),
  streamTogether: paths.streamTogether('it-incidents'),
  streamAutomation: paths.streamAutomation('it-incidents'),
  streamTypes: paths.streamTypes('it-incidents'),
  streamRules: paths.streamRules('it-incidents'),
  streamWorkItems: paths.streamWorkItems('it-incidents'),
  workItem: paths.workItem('it-incidents', 'INC/1 2'),
  streamImport: paths.streamImport('it-incidents'),
  objectives: paths.objectives({ state: 'draft' }),
  newObjective: paths.newObjective({ from: 'decision:DEC-1' }),
  objective: paths.objective('OBJ-1'),
  keyResultAlone: paths.keyResultAlone('KR-1'),
  keyResult: paths.keyResult('OBJ-1', 'KR-1'),
  newKeyResult: paths.newKeyResult('OBJ-1'),
  escalations: paths.escalations(),
  newEscalation: paths.newEscalation({ from: 'Group 20', to: 'Group 70' }),
  escalation: paths.escalation('ESC-1'),
  decisions: paths.decisions(),
  newDecision: paths.newDecision({ escalation: 'ESC-1' }),
  decision: paths.decision('DEC-1'),
  departments: paths.departments(),
  department: paths.department('hr'),
  services: paths.services(),
  service: paths.service('first-day'),
  administration: paths.administration({ do: 'change', code: 'hr' }),
  adminCycles: paths.adminCycles(),
  adminAudit: paths.adminAudit({ service: 'okr' }),
  reports: paths.reports(),
  report: paths.report('flow-and-handoffs'),
}

function patternAt(path: string) {
  const { pathname } = new URL(path, 'http://localhost')
  const matches = matchRoutes(routes, pathname) ?? []
  return matches.map(({ route }) => route.path).filter(Boolean).join('/')
}

function patternsOf(list: RouteObject[], above = ''): string[] {
  return list.flatMap((route) => {
    const pattern = [above, route.path].filter(Boolean).join('/')
    return route.children ? patternsOf(route.children, pattern) : [pattern]
  })
}

describe('links and routes', () => {
  it.each(Object.entries(samples))('%s leads to a page', (_name, path) => {
    expect(patternAt(path)).not.toBe('*')
  })

  it('leave no page without a link', () => {
    const reached = new Set(Object.values(samples).map(patternAt))
    expect(patternsOf(routes).filter((pattern) => pattern !== '*' && !reached.has(pattern))).toEqual([])
  })

  it('are all visited by the walks', () => {
    const visited = new Set(pages.map(([path]) => patternAt(path)))
    expect(patternsOf(routes).filter((pattern) => !visited.has(pattern))).toEqual([])
  })

  it('bring every kind of record to its page', () => {
    for (const link of ['value-stream:a', 'objective:OBJ-1', 'key-result:KR-1', 'escalation:ESC-1', 'decision:DEC-1', 'department:hr', 'service:s', 'pain-point:PAIN-1', 'journey-map:a']) {
      expect(patternAt(placeOf(link) ?? '/nowhere')).not.toBe('*')
    }
    expect(placeOf('theme:growth')).toBeUndefined()
  })
})
