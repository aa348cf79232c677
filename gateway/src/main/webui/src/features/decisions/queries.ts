import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, governance } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { Decision, Escalation, Page } from '../../api/types'

export interface DecisionFilter {
  state?: string
  department?: string
}

export const decisionsQuery = (filter: DecisionFilter) =>
  pagedQuery<Decision>(['decisions', filter], (cursor) =>
    bodyOf<Page<Decision>>(
      governance.GET('/api/governance/v1/decisions', {
        params: {
          query: {
            state: filter.state || undefined,
            department: filter.department || undefined,
            cursor,
          },
        },
      }),
    ),
  )

export const readDecision = (ref: string) =>
  bodyOf<Decision>(
    governance.GET('/api/governance/v1/decisions/{ref}', { params: { path: { ref } } }),
  )

export const decisionQuery = (ref: string) =>
  queryOptions({ queryKey: ['decision', ref], queryFn: () => readDecision(ref) })

export interface OpenDecision {
  question: string
  whyNow: string
  options: { code: string; title: string; description?: string }[]
  departments: string[]
  driver: { department: string }
  method: 'consent' | 'majority'
  threshold?: number
  quorum?: number
  closesAt?: string
  reviewOn?: string
}

/** Opens a decision, either on its own or out of an escalation, which then points to it. */
export const useOpenDecision = (escalation: Escalation | undefined, onDone: (ref: string) => void) =>
  useAct(
    async (body: OpenDecision, header) => {
      if (!escalation) {
        const decision = await bodyOf<Decision>(
          governance.POST('/api/governance/v1/decisions', { body, params: { header: { ...header } } }),
        )
        return decision.ref
      }
      const changed = await bodyOf<Escalation & { ref: string; decisions?: string[] }>(
        governance.POST('/api/governance/v1/escalations/{ref}/decisions', {
          params: { path: { ref: escalation.ref }, header: { ...header } },
          body,
        }),
      )
      return changed.ref.startsWith('DEC-') ? changed.ref : (changed.decisions?.at(-1) ?? '')
    },
    { refresh: [['decisions'], ['escalation'], ['escalations'], ['waiting']], onDone },
  )

const refreshed = (ref: string) => [
  ['decision', ref],
  ['decisions'],
  ['escalation'],
  ['escalations'],
  ['waiting'],
]

export interface CastVote {
  department: string
  option?: string
  position: 'agree' | 'object' | 'abstain'
  reason: string
}

export const useVote = (decision: Decision, onDone: () => void) =>
  useAct(
    (body: CastVote, header) =>
      bodyOf<Decision>(
        governance.POST('/api/governance/v1/decisions/{ref}/votes', {
          params: { path: { ref: decision.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: refreshed(decision.ref), onDone },
  )

export const useDecide = (decision: Decision, onDone: () => void) =>
  useAct(
    (body: { option: string; text: string }, header) =>
      bodyOf<Decision>(
        governance.POST('/api/governance/v1/decisions/{ref}/outcome', {
          params: { path: { ref: decision.ref }, header: { ...header } },
          body,
        }),
      ),
    { refresh: refreshed(decision.ref), onDone },
  )
