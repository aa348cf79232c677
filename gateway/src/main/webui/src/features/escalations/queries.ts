import { queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, governance } from '../../api/client'
import { pagedQuery } from '../../api/paging'
import type { AuditEntry, Escalation, Page } from '../../api/types'

export interface EscalationFilter {
  state?: string
  department?: string
  about?: string
}

export const escalationsQuery = (filter: EscalationFilter) =>
  pagedQuery<Escalation>(['escalations', filter], (cursor) =>
    bodyOf<Page<Escalation>>(
      governance.GET('/api/governance/v1/escalations', {
        params: {
          query: {
            state: filter.state || undefined,
            department: filter.department || undefined,
            about: filter.about || undefined,
            // What is open and due first; the service knows the pages that are not here yet.
            sort: 'dueAt',
            cursor,
          },
        },
      }),
    ),
  )

export const readEscalation = (ref: string) =>
  bodyOf<Escalation>(
    governance.GET('/api/governance/v1/escalations/{ref}', { params: { path: { ref } } }),
  )

export const escalationQuery = (ref: string) =>
  queryOptions({ queryKey: ['escalation', ref], queryFn: () => readEscalation(ref) })

export async function lastChangeOf(subject: string): Promise<AuditEntry | undefined> {
  const page = await bodyOf<Page<AuditEntry>>(
    governance.GET('/api/governance/v1/audit', { params: { query: { subject, limit: 1 } } }),
  )
  return page.items[0]
}

export interface RaiseEscalation {
  title: string
  concern: string
  kind: 'functional' | 'hierarchic'
  department: string
  departments: string[]
  about: string[]
  peersStep?: string
}

export const useRaise = (onDone: (escalation: Escalation) => void) =>
  useAct(
    (body: RaiseEscalation, header) =>
      bodyOf<Escalation>(
        governance.POST('/api/governance/v1/escalations', { body, params: { header: { ...header } } }),
      ),
    { refresh: [['escalations'], ['waiting']], onDone },
  )

type Header = { 'Idempotency-Key': string; 'If-Match': string }

/** One of the acts on an escalation; each answers with the escalation as it is then. */
function useEscalationAct<Body>(
  { ref }: Escalation,
  send: (
    params: { path: { ref: string }; header: Header },
    body: Body,
  ) => Promise<{ data?: unknown }>,
  onDone?: () => void,
) {
  return useAct(
    (body: Body, header) => bodyOf<Escalation>(send({ path: { ref }, header }, body)),
    { refresh: [['escalation', ref], ['escalations'], ['waiting']], onDone },
  )
}

export const useAcknowledge = (escalation: Escalation) =>
  useEscalationAct(escalation, (params, body: { department: string }) =>
    governance.POST('/api/governance/v1/escalations/{ref}/acknowledgements', { params, body }),
  )

export const useAgree = (escalation: Escalation) =>
  useEscalationAct(escalation, (params, body: { department: string }) =>
    governance.POST('/api/governance/v1/escalations/{ref}/agreements', { params, body }),
  )

export const usePropose = (escalation: Escalation, onDone: () => void) =>
  useEscalationAct(
    escalation,
    (params, body: { department: string; text: string }) =>
      governance.POST('/api/governance/v1/escalations/{ref}/proposals', { params, body }),
    onDone,
  )

export const useResolve = (escalation: Escalation, onDone: () => void) =>
  useEscalationAct(
    escalation,
    (params, body: { text: string }) =>
      governance.POST('/api/governance/v1/escalations/{ref}/resolution', { params, body }),
    onDone,
  )

export const useHandBack = (escalation: Escalation, onDone: () => void) =>
  useEscalationAct(
    escalation,
    (params, body: { text: string }) =>
      governance.POST('/api/governance/v1/escalations/{ref}/hand-back', { params, body }),
    onDone,
  )
