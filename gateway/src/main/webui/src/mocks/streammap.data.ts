import type { Confirmation, JourneyMap, Meeting, PainPoint } from '../api/types'
import { ago, ahead } from './time'

export const confirmations: Confirmation[] = [
  { stream: 'joining-us', department: 'facilities', owner: true, state: 'confirmed', by: 'Femke de Wit', at: ago(900), dueAt: ahead(3400) },
  { stream: 'joining-us', department: 'hr', owner: true, state: 'due', by: 'Hannah Reuter', at: ago(4500), dueAt: ago(180) },
  { stream: 'joining-us', department: 'it', owner: true, state: 'voided', by: 'Ines Torvald', at: ago(2000), dueAt: null },
  { stream: 'joining-us', department: 'procurement', owner: false, state: 'missing', by: null, at: null, dueAt: null },
]

const weekday = (days: number) => ago(-24 * days).slice(0, 10)

export const meetings: Meeting[] = [
  {
    ref: 'MTG-1', stream: 'joining-us', title: 'The joiners’ half-hour', kind: 'pain-points', agenda: 'Requests that came back last week',
    participants: ['facilities', 'hr', 'it'], firstOn: weekday(-14), startsAt: '09:30', minutes: 30, timeZone: 'Europe/Amsterdam',
    repeats: 'weekly', every: 1, until: null, version: 2, createdAt: ago(500), updatedAt: ago(100),
  },
  {
    ref: 'MTG-2', stream: 'joining-us', title: 'Joining us, seen whole', kind: 'review', agenda: null,
    participants: ['hr', 'it'], firstOn: weekday(-10), startsAt: '14:00', minutes: 60, timeZone: 'Europe/Amsterdam',
    repeats: 'monthly-by-weekday', every: 1, until: null, version: 0, createdAt: ago(500), updatedAt: ago(500),
  },
]

export const painPoints: PainPoint[] = [
  {
    ref: 'PAIN-3', stream: 'joining-us', title: 'The badge opens the canteen, and not the hall',
    description: 'Warehouse joiners stand at the gate until somebody lets them in.', stage: 'workplace-ready', journeyStep: 'first-hour',
    department: 'legal', reportedBy: 'Lea Moreau', state: 'open', respondBy: ahead(20), answerBy: ahead(200), timeToFirstResponse: null,
    timeToAnswer: null, acknowledgement: null, answer: null, improvement: null, version: 0, createdAt: ago(28), updatedAt: ago(28),
  },
  {
    ref: 'PAIN-2', stream: 'joining-us', title: 'Joiners tell us their shoe size twice',
    description: 'They fill in the same form for HR and for work clothes.', stage: 'contract-signed', journeyStep: null,
    department: null, reportedBy: 'Samir Okafor', state: 'acknowledged', respondBy: ago(70), answerBy: ago(5), timeToFirstResponse: 'PT31H',
    timeToAnswer: null, acknowledgement: { department: 'hr', by: 'Hannah Reuter', at: ago(89) }, answer: null, improvement: null, version: 1,
    createdAt: ago(120), updatedAt: ago(89),
  },
  {
    ref: 'PAIN-1', stream: 'joining-us', title: 'New colleagues share one password for a week',
    description: 'Four of the last six could not sign in until Thursday.', stage: 'access-granted', journeyStep: 'first-hour',
    department: 'legal', reportedBy: 'Lea Moreau', state: 'answered', respondBy: ago(650), answerBy: ago(460), timeToFirstResponse: 'PT19H',
    timeToAnswer: 'PT75H', acknowledgement: { department: 'it', by: 'Ines Torvald', at: ago(681) },
    answer: { text: 'Rights come with the role profile from next month on. Until then call us the day before.', department: 'it', by: 'Ines Torvald', at: ago(625) },
    improvement: null, version: 2, createdAt: ago(700), updatedAt: ago(625),
  },
]

export const journeyMap: JourneyMap = {
  stream: 'joining-us',
  steps: [
    { key: 'say-yes', name: 'Say yes', description: 'Reads, signs, asks when it begins', touchpoint: 'Letter and portal', effort: 2.1, effortAnswers: 64, selfService: 0.88, stages: ['contract-signed'] },
    { key: 'first-hour', name: 'The first hour', description: 'Gets a badge and a desk; the screen asks for a password that nobody knows', touchpoint: 'Reception', effort: 5.8, effortAnswers: 58, selfService: 0.2, stages: ['access-granted', 'workplace-ready'] },
    { key: 'first-week', name: 'The first week', description: null, touchpoint: 'The team', effort: null, effortAnswers: null, selfService: null, stages: [] },
  ],
  derived: { meanEffort: 3.95, hardestStep: 'first-hour', meanSelfService: 0.54 },
  version: 1,
  updatedAt: ago(300),
}
