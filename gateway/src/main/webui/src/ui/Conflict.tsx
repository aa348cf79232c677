import { Alert, Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session'
import type { AuditEntry } from '../api/types'
import { useFormat } from './format'
import { Waiting } from './Guarded'

interface Versioned {
  version: number
}

/** Fields in the words of people: shares as percentages, names for codes. */
export interface About {
  [field: string]: string | null | undefined
}

interface ConflictProps<Record extends Versioned> {
  /** The record as it was when the person began. */
  seen: Record
  /** Reads it as it is now. */
  current: () => Promise<Record>
  /** Reads who changed it last. */
  lastChange: () => Promise<AuditEntry | undefined>
  nameOf: (field: string) => string | undefined
  /** What the form is about, as people read it; without it, those fields of the record that have a name. */
  about?: (record: Record) => About
  onReload: (current: Record) => void
  onKeepMine: (current: Record) => void
}

/**
 * The record has moved on: by whose act, what of it concerns the form, and the choice between that and mine. Nothing is
 * overwritten unseen, and the first button keeps what the reader has written.
 */
export function Conflict<Record extends Versioned>(props: ConflictProps<Record>) {
  const { seen, current, lastChange, nameOf, about, onReload, onKeepMine } = props
  const { t } = useTranslation()
  const format = useFormat()
  const { name, username } = useSession()
  const box = useRef<HTMLDivElement>(null)
  const { data } = useQuery({
    queryKey: ['conflict', seen],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const [record, change] = await Promise.all([current(), lastChange().catch(() => undefined)])
      const acts = newActs(seen, record)
      return {
        record,
        change: change ?? acts[0],
        // As many steps as the reader's own acts, and nobody else's among them.
        own: change
          ? record.version - seen.version === 1 && [name, username].includes(change.actor)
          : acts.length >= record.version - seen.version && acts.every(({ actor }) => [name, username].includes(actor)),
        changes: about ? changed(about(seen), about(record)) : differences(seen, record).filter(({ field }) => nameOf(field)),
      }
    },
  })

  useEffect(() => box.current?.focus(), [])

  const who = data?.change && (data.change.actor.includes(':') ? t('conflict.measure') : data.change.actor)
  return (
    <div ref={box} tabIndex={-1} role="alert" className="j-problem">
      <Alert
        component="p"
        isInline
        variant="warning"
        title={t(data?.own ? 'conflict.own' : data?.change ? 'conflict.title' : 'conflict.changed')}
      >
        {!data ? (
          <Waiting lines={2} />
        ) : (
          <>
            {data.own ? (
              <p>{t('conflict.ownHint')}</p>
            ) : (
              <p>
                {who && data.change
                  ? t(data.changes.length > 0 ? 'conflict.who' : 'conflict.whoAlone', {
                      who,
                      when: format.moment(data.change.at),
                    })
                  : t(data.changes.length > 0 ? 'conflict.whoUnknown' : 'conflict.elsewhere')}
              </p>
            )}
            {data.changes.length > 0 && (
              <ul className="j-changes">
                {data.changes.map(({ field, before, after }) => (
                  <li key={field}>
                    <strong>{nameOf(field) ?? field}</strong>
                    {before !== undefined && (
                      <>
                        : <del>{before}</del> <ins>{after}</ins>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            <div className="j-actions">
              <Button variant="primary" onClick={() => onKeepMine(data.record)}>
                {t('conflict.keepMine')}
              </Button>
              <Button variant="secondary" onClick={() => onReload(data.record)}>
                {t(data.own ? 'conflict.dropMine' : 'conflict.reload')}
              </Button>
            </div>
          </>
        )}
      </Alert>
    </div>
  )
}

interface NamedAct {
  actor: string
  at: string
}

/** Acts that the record names and that were not in it before, the latest first: its votes, acceptances and check-ins. */
export function newActs(before: unknown, after: unknown): NamedAct[] {
  const known = new Set(actsIn(before).map(({ actor, at }) => `${at} ${actor}`))
  return actsIn(after)
    .filter(({ actor, at }) => !known.has(`${at} ${actor}`))
    .sort((one, other) => other.at.localeCompare(one.at))
}

function actsIn(part: unknown): NamedAct[] {
  if (typeof part !== 'object' || part === null) return []
  const fields = part as { [field: string]: unknown }
  const at = fields.at ?? fields.acceptedAt
  const actor = fields.by ?? fields.acceptedBy
  const own = typeof at === 'string' && typeof actor === 'string' ? [{ actor, at }] : []
  return [...own, ...Object.values(fields).flatMap(actsIn)]
}

/** What differs between two readings of what a form is about. */
export function changed(before: About, after: About) {
  return Object.keys({ ...before, ...after })
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field): Change => ({ field, before: before[field] || '–', after: after[field] || '–' }))
}

interface Change {
  field: string
  /** Nothing where the values are no words: then only the name is shown. */
  before?: string
  after?: string
}

const bookkeeping = ['version', 'updatedAt']

export function differences(before: object, after: object): Change[] {
  const old = before as { [field: string]: unknown }
  const now = after as { [field: string]: unknown }
  return Object.keys({ ...old, ...now })
    .filter((field) => !bookkeeping.includes(field))
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => {
      const words = [inWords(old[field]), inWords(now[field])] as const
      return words.includes(undefined) ? { field } : { field, before: words[0], after: words[1] }
    })
}

/** Records within a record have no words of their own: their codes and numbers say nothing to a reader. */
function inWords(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('; ') || '–'
  return typeof value === 'object' ? undefined : String(value)
}
