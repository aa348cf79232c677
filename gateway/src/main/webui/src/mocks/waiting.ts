import { http } from 'msw'
import { decisions } from './decisions.data'
import { escalations } from './escalations.data'
import { ago } from './time'
import { page, world } from './world'

export default [
  http.get('*/api/catalog/v1/waiting', () =>
    page(
      world.who === 'head-it'
        ? [
            { kind: 'confirm-stream', subject: 'value-stream:joining-us', title: 'Joining us', department: 'it', since: ago(60), due: null },
            { kind: 'acknowledge-pain-point', subject: 'pain-point:PAIN-3', title: world.painPoints[0]!.title, department: 'it', since: ago(28), due: world.painPoints[0]!.respondBy },
          ]
        : [],
    ),
  ),
  http.get('*/api/okr/v1/waiting', () =>
    page(
      world.who === 'head-it'
        ? [
            { kind: 'accept-objective', subject: 'objective:OBJ-2', title: 'An interruption is over the same day', department: 'it', since: ago(40), due: null },
            { kind: 'check-in', subject: 'objective:OBJ-1', title: 'New colleagues can work from their first hour', department: 'it', since: ago(100), due: ago(-50) },
          ]
        : [],
    ),
  ),
  http.get('*/api/governance/v1/waiting', () =>
    page(
      world.who === 'head-it'
        ? [
            { kind: 'acknowledge-escalation', subject: 'escalation:ESC-1', title: world.escalations[0]!.title, department: 'it', since: ago(5), due: escalations[0]!.clock.dueAt },
            { kind: 'agree-resolution', subject: 'escalation:ESC-1', title: world.escalations[0]!.title, department: 'it', since: ago(5), due: escalations[0]!.clock.dueAt },
            { kind: 'vote', subject: 'decision:DEC-2', title: world.decisions[1]!.question, department: 'it', since: ago(30), due: decisions[1]!.closesAt },
          ]
        : world.who === 'sponsor'
          ? [{ kind: 'resolve-escalation', subject: 'escalation:ESC-2', title: world.escalations[1]!.title, department: null, since: ago(30), due: null }]
          : [],
    ),
  ),
]
