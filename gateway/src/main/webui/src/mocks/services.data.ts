import type { Service } from '../api/types'
import { ago } from './time'

export const services: Service[] = [
  {
    code: 'first-day',
    name: 'Ready on the first day',
    what: 'A workplace, an account and a contract, ready when somebody starts.',
    why: 'People who can work on their first day stay longer.',
    businessOutcome: 'New colleagues are productive in their first week.',
    lifecycle: 'live',
    owners: [
      { department: 'hr', contribution: 'Contract, welcome and the date that everyone plans by' },
      { department: 'it', contribution: 'Account, laptop and access' },
      { department: 'facilities', contribution: 'Desk, badge and keys' },
    ],
    consumers: ['sales', 'operations', 'plant-north'],
    accountable: 'Claire Dumont, head of people',
    version: 2,
    createdAt: ago(800),
    updatedAt: ago(300),
  },
  {
    code: 'working-again',
    name: 'Working again',
    what: 'Whoever cannot work because a tool fails can work again.',
    why: 'Every hour of standstill is felt by a customer.',
    businessOutcome: 'Interruptions cost us less than an hour a person and month.',
    lifecycle: 'live',
    owners: [
      { department: 'it', contribution: 'Diagnosis and repair' },
      { department: 'customer-care', contribution: 'The voice of those who wait' },
    ],
    consumers: ['sales', 'logistics', 'plant-south'],
    accountable: null,
    version: 1,
    createdAt: ago(700),
    updatedAt: ago(700),
  },
  {
    code: 'moving-house',
    name: 'Moving a team',
    what: 'A whole team moves to another place and loses no day.',
    why: 'Moves are when good habits break.',
    businessOutcome: 'Teams that move keep their promises to customers.',
    lifecycle: 'designed',
    owners: [{ department: 'facilities', contribution: 'The plan' }],
    consumers: [],
    accountable: null,
    version: 1,
    createdAt: ago(100),
    updatedAt: ago(100),
  },
]
