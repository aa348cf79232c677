import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { here, signIn } from './client'
import { problemOf, unreachable } from './problem'
import type { Session } from './types'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session> => {
    const response = await fetch('/api/session', {
      headers: { Accept: 'application/json', 'X-Jointly-Client': 'portal' },
    }).catch((cause: unknown) => {
      throw unreachable(cause)
    })
    if (response.status === 401) {
      signIn(here())
      // The browser is leaving: never settle, so that nothing flashes up meanwhile.
      await new Promise(() => {})
    }
    if (!response.ok) throw await problemOf(response)
    return (await response.json()) as Session
  },
})

export function useSession() {
  const { data } = useSuspenseQuery(sessionQuery)
  return {
    ...data,
    isHead: data.headOf.length > 0,
    isSponsor: data.roles.includes('executive-sponsor'),
    isAdmin: data.roles.includes('governance-admin'),
    heads: (department: string) => data.headOf.includes(department),
    /** Every department this person belongs to, those they head first. */
    departments: [...new Set([...data.headOf, ...data.memberOf])],
  }
}
