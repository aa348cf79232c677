import type { TrailEntry } from '../../api/types'

export interface Change {
  field: string
  before?: string
  after?: string
}

// These move with every write, and say nothing of what it was.
const always = ['version', 'updatedAt']

/** The fields that differ between the views before and after. */
export function changesIn({ before, after }: Pick<TrailEntry, 'before' | 'after'>): Change[] {
  const [old, now] = [fields(before), fields(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !always.includes(field))
    .map((field) => ({ field, before: written(old[field]), after: written(now[field]) }))
    .filter((change) => change.before !== change.after)
}

const fields = (view: unknown) => (typeof view === 'object' && view !== null ? view : {}) as Record<string, unknown>

const written = (value: unknown) =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
