import type { Cycle, Objective } from '../api/types'
import { ago, day, today } from './time'

const quarter = Math.floor(today.getMonth() / 3)

export const cycles: Cycle[] = [
  {
    code: `${today.getFullYear()}-q${quarter + 1}`,
    name: `Quarter ${quarter + 1}, ${today.getFullYear()}`,
    start: day(quarter * 3, 1),
    end: day(quarter * 3 + 3, 0),
    version: 1,
    createdAt: ago(900),
    updatedAt: ago(900),
  },
]

export const objectives: Objective[] = [
  {
    ref: 'OBJ-1',
    cycle: cycles[0]!.code,
    title: 'New colleagues can work from their first hour',
    why: 'A first day spent waiting tells people that we did not. Three departments each do their part well; nobody owned the whole.',
    kind: 'committed',
    joint: true,
    state: 'agreed',
    completeness: { sharedGoal: true, sharedAccountability: true, sharedValue: true },
    owners: [
      {
        department: 'hr', verified: true, accepted: true, acceptedAt: ago(400), acceptedBy: 'Hannah Reuter',
        commitment: 'The start date stands ten working days ahead and does not move.',
        contribution: 'One person who follows each newcomer through all departments.',
        whatIsInItForUs: 'Fewer people who leave within the first half year.',
        riskShare: 40, rewardShare: 40,
      },
      {
        department: 'it', verified: true, accepted: true, acceptedAt: ago(390), acceptedBy: 'Ines Torvald',
        commitment: 'Every laptop stands ready the evening before.',
        contribution: 'Two people of the desk, and the imaging line.',
        whatIsInItForUs: 'No more emergency orders on Monday mornings.',
        riskShare: 35, rewardShare: 30,
      },
      {
        department: 'facilities', verified: true, accepted: true, acceptedAt: ago(380), acceptedBy: 'Farid Lindqvist',
        commitment: 'Desk, badge and key on the first morning.',
        contribution: 'A small stock of furniture.',
        whatIsInItForUs: 'Moves that can be planned.',
        riskShare: 25, rewardShare: 30,
      },
    ],
    links: [{ link: 'value-stream:joining-us', verified: true, missing: false }, { link: 'decision:DEC-1', verified: true, missing: false }],
    keyResults: [
      {
        ref: 'KR-1', objective: 'OBJ-1', title: 'Share of newcomers who can work on day one', kind: 'metric',
        baseline: 48, target: 90, stretch: 97, unit: '%', weight: 2, direction: 'up', binding: null,
        latest: { value: 71, confidence: 7, comment: 'The stock of laptops carries us through the autumn. Badges are still late in the south.', at: ago(60), by: 'Hannah Reuter', source: 'person' },
        progress: 0.548, version: 4, createdAt: ago(420), updatedAt: ago(60),
      },
      {
        ref: 'KR-2', objective: 'OBJ-1', title: 'Requests that bounce between departments become rare', kind: 'metric',
        baseline: 0.142, target: 0.05, stretch: null, unit: 'ratio', weight: 1, direction: 'down',
        binding: { measure: 'value-stream:joining-us/ping-pong-share' },
        latest: { value: 0.0889, confidence: null, comment: null, at: ago(20), by: 'value-stream:joining-us/ping-pong-share', source: 'measure' },
        progress: 0.577, version: 6, createdAt: ago(400), updatedAt: ago(20),
      },
    ],
    score: 0.56,
    zone: 'yellow',
    createdBy: 'head-hr',
    version: 9,
    createdAt: ago(450),
    updatedAt: ago(20),
  },
  {
    ref: 'OBJ-2',
    cycle: cycles[0]!.code,
    title: 'An interruption is over the same day',
    why: 'People do not wait for a ticket; they wait to work again.',
    kind: 'aspirational',
    joint: true,
    state: 'draft',
    completeness: { sharedGoal: false, sharedAccountability: false, sharedValue: false },
    owners: [
      {
        department: 'customer-care', verified: true, accepted: true, acceptedAt: ago(30), acceptedBy: 'Carlos Nwosu',
        commitment: 'Every call is understood before it is passed on.', contribution: 'One experienced person a shift.',
        whatIsInItForUs: 'Fewer callers who ring twice.', riskShare: 50, rewardShare: 50,
      },
      { department: 'it', verified: true, accepted: false, acceptedAt: null, acceptedBy: null, commitment: null, contribution: null, whatIsInItForUs: null, riskShare: 50, rewardShare: 50 },
    ],
    links: [{ link: 'value-stream:it-incidents', verified: false, missing: false }],
    keyResults: [],
    score: null,
    zone: null,
    createdBy: 'head-customer-care',
    version: 2,
    createdAt: ago(40),
    updatedAt: ago(30),
  },
]

export const checkIns = [48, 52, 50, 57, 63, 66, 71].map((value, index) => ({
  value,
  confidence: [4, 5, 4, 6, 6, 7, 7][index]!,
  comment: index === 2 ? 'Two weeks without a single monitor in stock.' : null,
  at: ago(60 + (6 - index) * 24 * 6),
  by: index % 2 ? 'Ines Torvald' : 'Hannah Reuter',
  source: 'person' as const,
}))
