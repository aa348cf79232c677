import { QueryClient } from '@tanstack/react-query'
import { Problem } from './problem'

export function newQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) =>
          count < 2 && error instanceof Problem && (error.status === 0 || error.status === 502),
      },
    },
  })
}
