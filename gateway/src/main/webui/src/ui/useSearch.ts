import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Filters live in the address: what is seen can be sent to somebody else. */
export function useSearch<Name extends string>(...names: Name[]) {
  const [params, setParams] = useSearchParams()
  const values = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Record<
    Name,
    string
  >
  const set = useCallback(
    (changes: Partial<Record<Name, string>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes) as [string, string | undefined][]) {
            if (value) after.set(name, value)
            else after.delete(name)
          }
          return after
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  )
  return [values, set] as const
}
