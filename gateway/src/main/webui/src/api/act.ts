import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from './problem'

/** What every change carries: its own key, and the version it was made against (left out where a record is created). */
export interface ActHeaders {
  'Idempotency-Key': string
  'If-Match': string
}

export const ifMatch = (version: number) => `"${version}"`

/**
 * A change to the world. The key stays the same while no answer has settled the matter, so that pressing the button
 * once more after a lost connection cannot do the thing twice.
 */
export function useAct<Input, Output>(
  send: (input: Input, headers: ActHeaders) => Promise<Output>,
  options: {
    version?: number
    refresh?: QueryKey[]
    onDone?: (output: Output) => void
  } = {},
) {
  const queries = useQueryClient()
  const pending = useRef<{ key: string; of: string } | null>(null)
  return useMutation<Output, Problem, { input: Input; version?: number }>({
    mutationFn: async ({ input, version = options.version }) => {
      const of = JSON.stringify([input, version])
      if (pending.current?.of !== of) pending.current = { key: newKey(), of }
      const headers: Partial<ActHeaders> = { 'Idempotency-Key': pending.current.key }
      if (version !== undefined) headers['If-Match'] = ifMatch(version)
      try {
        const output = await send(input, headers as ActHeaders)
        pending.current = null
        return output
      } catch (thrown) {
        const problem =
          thrown instanceof Problem ? thrown : new Problem(0, 'unreachable', String(thrown))
        if (!problem.undecided) pending.current = null
        throw problem
      }
    },
    onSuccess: async (output) => {
      options.onDone?.(output)
      await Promise.all(
        (options.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
  })
}

// randomUUID exists only in secure contexts; a portal reached by plain http in a closed network must work too.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
