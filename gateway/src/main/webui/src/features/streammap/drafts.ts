import type { FutureStage, Stage } from '../../api/types'
import { numberFrom } from '../../ui/fields'
import { durationOf, secondsIn, written, type WrittenTime } from './times'

/** A stage while it is being written. The id stays when it moves; a stage that is there already keeps its key. */
export interface Draft {
  id: string
  key?: string
  follows: string
  name: string
  department: string
  process: WrittenTime
  lead: WrittenTime
  accurate: string
  handoff: Stage['handoff']
}

let drawn = 0
const nextId = () => `draft-${++drawn}`

export function draftOf(stage: Stage | FutureStage): Draft {
  return {
    id: nextId(),
    key: stage.key,
    follows: 'follows' in stage ? (stage.follows ?? '') : '',
    name: stage.name,
    department: stage.department,
    process: written(stage.processTime),
    lead: written(stage.leadTime),
    accurate: String(Math.round(stage.completeAndAccurate * 10_000) / 100),
    handoff: stage.handoff,
  }
}

export const emptyDraft = (department: string): Draft => ({
  id: nextId(),
  follows: '',
  name: '',
  department,
  process: { amount: '', unit: 'hours' },
  lead: { amount: '', unit: 'days' },
  accurate: '100',
  handoff: 'manual',
})

/** Each stage of today, as the first sketch of the future. */
export const futureFrom = (stages: Draft[]): Draft[] =>
  stages.filter((stage) => stage.key).map((stage) => ({ ...stage, id: nextId(), follows: stage.key! }))

export type DraftField = 'name' | 'processTime' | 'leadTime' | 'completeAndAccurate'

/** What is still wrong with a stage, by field; the words are the caller's. */
export function faultsOf(draft: Draft): Partial<Record<DraftField, 'missing' | 'number' | 'order' | 'share'>> {
  const process = secondsIn(draft.process)
  const lead = secondsIn(draft.lead)
  const share = numberFrom(draft.accurate)
  return {
    ...(draft.name.trim() === '' && { name: 'missing' as const }),
    ...(process === undefined && { processTime: 'number' as const }),
    ...(lead === undefined
      ? { leadTime: 'number' as const }
      : process !== undefined && lead < process && { leadTime: 'order' as const }),
    ...((share === undefined || share < 0 || share > 100) && { completeAndAccurate: 'share' as const }),
  }
}

export function stageOf(draft: Draft) {
  return {
    ...(draft.key && { key: draft.key }),
    name: draft.name.trim(),
    department: draft.department,
    processTime: durationOf(secondsIn(draft.process)!),
    leadTime: durationOf(secondsIn(draft.lead)!),
    completeAndAccurate: Math.round(numberFrom(draft.accurate)! * 100) / 10_000,
    handoff: draft.handoff,
  }
}

export const futureStageOf = (draft: Draft) => ({ ...stageOf(draft), ...(draft.follows && { follows: draft.follows }) })

/** The list with one of its members a place further up (-1) or down (+1); as it was at either end. */
export function moved<T>(list: T[], index: number, by: -1 | 1): T[] {
  const to = index + by
  if (to < 0 || to >= list.length) return list
  const next = [...list]
  ;[next[index], next[to]] = [next[to]!, next[index]!]
  return next
}
