import { useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query'
import i18next from 'i18next'
import { useState, type ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { useSession } from '../api/session'
import type { AuditEntry } from '../api/types'
import { ActForm } from './ActForm'
import { changed, Conflict, type About } from './Conflict'

interface Versioned {
  version: number
}

interface RecordFormProps<Record extends Versioned, Input> {
  label: string
  submit: string
  record: Record
  queryKey: QueryKey
  read: () => Promise<Record>
  lastChange: () => Promise<AuditEntry | undefined>
  act: UseMutationResult<unknown, Problem, { input: Input; version?: number }>
  /** What is sent, or undefined while something is missing. */
  input: () => Input | undefined
  fields?: string[]
  /** Id of the words that say why it cannot be sent yet. */
  blockedBy?: string
  /** What the act is about, as people read it. While this stays the same, a newer version of the record is no conflict. */
  about?: (record: Record) => About
  onCancel?: () => void
  children?: ReactNode
}

/**
 * A form on a record that others may change meanwhile: it sends the version on which the person began to write, and
 * settles conflicts. Until then it follows what the page shows.
 */
export function RecordForm<Record extends Versioned, Input>(props: RecordFormProps<Record, Input>) {
  const { record, queryKey, read, lastChange, act, input, about, ...form } = props
  const queries = useQueryClient()
  const { isSponsor, isAdmin } = useSession()
  // The audit trail is open to those who answer for it; for others the record itself tells who acted last.
  const mayReadTrail = isSponsor || isAdmin
  const [began, setBegan] = useState<Record>()
  const seen = began ?? record

  function send(version: number) {
    const wish = input()
    if (wish !== undefined) act.mutate({ input: wish, version }, { onError: (problem) => void retry(problem, version) })
  }

  const [retrying, setRetrying] = useState(false)

  /** Sends again by itself, once for each version, when the newer one says the same about what the form is about. */
  async function retry(problem: Problem, version: number) {
    if (problem.status !== 412 || !about) return
    setRetrying(true)
    const current = await read().catch(() => undefined)
    setRetrying(false)
    if (!current || current.version === version || changed(about(seen), about(current)).length > 0) return
    setBegan(current)
    send(current.version)
  }

  const stale = act.error?.status === 412 && !retrying
  return (
    <ActForm
      {...form}
      busy={act.isPending || retrying}
      problem={retrying ? null : act.error}
      onChange={() => setBegan((before) => before ?? record)}
      onSubmit={() => send(seen.version)}
      conflict={
        stale ? (
          <Conflict
            seen={seen}
            current={read}
            lastChange={mayReadTrail ? lastChange : async () => undefined}
            nameOf={nameOfField}
            about={about}
            onReload={(current) => {
              queries.setQueryData(queryKey, current)
              void queries.invalidateQueries()
              setBegan(undefined)
              act.reset()
              form.onCancel?.()
            }}
            onKeepMine={(current) => {
              queries.setQueryData(queryKey, current)
              setBegan(current)
              send(current.version)
            }}
          />
        ) : undefined
      }
    />
  )
}

/** The reader's word for a field of the API, where there is one. */
export function nameOfField(field: string): string | undefined {
  const key = `field.${field}`
  return i18next.exists(key) ? i18next.t(key as 'field.title') : undefined
}
