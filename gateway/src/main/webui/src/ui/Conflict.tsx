import { Alert, Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../api/types'
import { useFormat } from './format'
import { Waiting } from './Guarded'

interface Versioned {
  version: number
}

interface ConflictProps<Record extends Versioned> {
  /** The record as it was when the person began. */
  seen: Record
  /** Reads it as it is now. */
  current: () => Promise<Record>
  /** Reads who changed it last. */
  lastChange: () => Promise<AuditEntry | undefined>
  nameOf: (field: string) => string | undefined
  onReload: (current: Record) => void
  onKeepMine: (current: Record) => void
}

/** Somebody was faster: who, what they changed, and the choice between theirs and mine. Nothing is overwritten unseen. */
export function Conflict<Record extends Versioned>(props: ConflictProps<Record>) {
  const { seen, current, lastChange, nameOf, onReload, onKeepMine } = props
  const { t } = useTranslation()
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const { data } = useQuery({
    queryKey: ['conflict', seen],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const [record, change] = await Promise.all([current(), lastChange().catch(() => undefined)])
      return { record, change: change ?? latestAct(record) }
    },
  })

  useEffect(() => box.current?.focus(), [])

  return (
    <div ref={box} tabIndex={-1} role="alert" className="j-problem">
      <Alert component="p" isInline variant="warning" title={t('conflict.title')}>
        {!data ? (
          <Waiting lines={2} />
        ) : (
          <>
            <p>
              {data.change
                ? t('conflict.who', {
                    who: data.change.actor ?? t('conflict.someone'),
                    when: format.moment(data.change.at),
                  })
                : t('conflict.whoUnknown')}
            </p>
            <ul className="j-changes">
              {differences(seen, data.record).map(({ field, before, after }) => (
                <li key={field}>
                  <strong>{nameOf(field) ?? field}</strong>: <del>{before}</del> <ins>{after}</ins>
                </li>
              ))}
            </ul>
            <div className="j-actions">
              <Button variant="primary" onClick={() => onReload(data.record)}>
                {t('conflict.reload')}
              </Button>
              <Button variant="secondary" onClick={() => onKeepMine(data.record)}>
                {t('conflict.keepMine')}
              </Button>
            </div>
          </>
        )}
      </Alert>
    </div>
  )
}

/** Who acted last, as far as the record itself tells: its votes, acceptances and check-ins carry names and times. */
export function latestAct(part: unknown): { actor?: string; at: string } | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  const fields = part as { [field: string]: unknown }
  const at = fields.at ?? fields.acceptedAt
  const actor = fields.by ?? fields.acceptedBy
  const own =
    typeof at === 'string' && typeof actor === 'string' ? [{ actor, at }] : []
  return [...own, ...Object.values(fields).map(latestAct)]
    .filter((act) => act !== undefined)
    .sort((one, other) => other.at.localeCompare(one.at))[0]
}

const bookkeeping = ['version', 'updatedAt']

export function differences(before: object, after: object) {
  const old = before as { [field: string]: unknown }
  const now = after as { [field: string]: unknown }
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !bookkeeping.includes(field))
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, before: inWords(old[field]), after: inWords(now[field]) }))
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join('; ')
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((part) => part !== null && part !== undefined)
      .map(inWords)
      .join(' · ')
  }
  return String(value)
}
