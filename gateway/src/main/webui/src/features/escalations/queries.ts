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

type Act = 'acknowledgements' | 'proposals' | 'agreements' | 'resolution' | 'hand-back'

/** One of the acts on an escalation; each answers with the escalation as it is then. */
export const useEscalationAct = <Body extends object>(
  escalation: Escalation,
  act: Act,
  onDone?: () => void,
) =>
  useAct(
    (body: Body, header) =>
      bodyOf<Escalation>(
        governance.POST(`/api/governance/v1/escalations/{ref}/${act}`, {
          params: { path: { ref: escalation.ref }, header: { ...header } },
          body,
        }),
      ),
    {
      refresh: [['escalation', escalation.ref], ['escalations'], ['waiting']],
      onDone,
    },
  )
