import type { Problem } from '../../api/problem'
import type { FlowRule, RulesPreview } from '../../api/types'

export const patterns = ['activity', 'state', 'team', 'department'] as const
export type PatternName = (typeof patterns)[number]
export const classes = ['active', 'waiting', 'done'] as const
export const classOf = (text: string | null) => classes.find((one) => one === text)

/** A rule while it is being written: empty texts where nothing is said, and a key that stays when it moves. */
export interface Draft extends Record<PatternName, string> {
  key: number
  stage: string
  class: string
}

let lastKey = 0

export function newDraft(start: Partial<Omit<Draft, 'key'>> = {}): Draft {
  return { stage: '', class: '', activity: '', state: '', team: '', department: '', ...start, key: ++lastKey }
}

export const draftsOf = (rules: FlowRule[]): Draft[] =>
  rules.map((rule) =>
    newDraft({
      stage: rule.stage ?? '',
      class: rule.class ?? '',
      activity: rule.activity ?? '',
      state: rule.state ?? '',
      team: rule.team ?? '',
      department: rule.department ?? '',
    }),
  )

/** As the service takes it: what is not said is left out. */
export function ruleOf(draft: Draft): Partial<FlowRule> {
  const { stage, class: kind } = draft
  return {
    ...(stage && { stage }),
    ...(kind && { class: kind as FlowRule['class'] }),
    ...Object.fromEntries(patterns.flatMap((name) => (draft[name].trim() ? [[name, draft[name].trim()]] : []))),
  }
}

/** A rule has to say something: put an event on a stage, or class it. */
export const saysNothing = (draft: Draft) => !draft.stage && !draft.class

export const sameRules = (drafts: Draft[], rules: FlowRule[]) =>
  JSON.stringify(drafts.map(ruleOf)) === JSON.stringify(draftsOf(rules).map(ruleOf))

export function moved<T>(list: T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return list
  const rest = list.filter((_one, index) => index !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}

/** What the service said of one rule, by its place; a place outside the rules is about all of them. */
export function problemAt(problem: Problem | null | undefined, index: number): string | undefined {
  const found = problem?.errors.find((error) => {
    const [, place] = /^#?\/rules\/(\d+)(?:\/|$)/.exec(error.pointer ?? '') ?? []
    return place !== undefined && Number(place) === index
  })
  return found && (problem?.detail ?? found.detail ?? undefined)
}

type Kind = RulesPreview['kinds'][number]

/** Events that no rule places come first: there the work is; then the most frequent. */
export const unplacedFirst = (kinds: Kind[]) =>
  [...kinds].sort((one, other) => Number(one.stage !== null) - Number(other.stage !== null) || other.events - one.events)

/** A text as a pattern for itself alone; there is no sign that takes the meaning from a star. */
export const fromKind = ({ activity, state }: Kind): Partial<Draft> => ({
  activity,
  // The activity stands in for a missing state.
  state: state && state !== activity ? state : '',
})
