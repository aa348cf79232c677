import { queryOptions } from '@tanstack/react-query'
import { bodyOf, catalog, governance, okr } from '../../api/client'
import type { Waiting } from '../../api/types'

/** What waits for me, asked of each service on its own: one that is down takes only its own part away. */
export const waitingQuery = (of: 'catalog' | 'okr' | 'governance') =>
  queryOptions({
    queryKey: ['waiting', of],
    refetchInterval: 60_000,
    queryFn: async () =>
      (
        await bodyOf<{ items: Waiting[] }>(
          {
            catalog: () => catalog.GET('/api/catalog/v1/waiting'),
            okr: () => okr.GET('/api/okr/v1/waiting'),
            governance: () => governance.GET('/api/governance/v1/waiting'),
          }[of](),
        )
      ).items,
  })
