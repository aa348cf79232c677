import { describe, expect, it } from 'vitest'
import { asSent, missingOf, sourceNamed } from './mapping'
import { formatOf } from './upload'

describe('a mapping', () => {
  it('keeps the columns of CSV that stand for no field as details, but none that the header has twice', () => {
    expect(
      asSent({ workItem: 'number', team: undefined }, 'csv', ['number', 'priority', 'x', 'x', '']),
    ).toEqual({ workItem: 'number', attributes: ['priority'] })
  })

  it('is not sent for a log that needs none', () => {
    expect(asSent({}, 'xes', ['org:group'])).toBeUndefined()
    expect(asSent({ team: '' }, 'xes', ['org:group'])).toEqual({ team: '' })
    expect(asSent({}, 'ndjson', [])).toBeUndefined()
  })

  it('misses only what every event of CSV needs', () => {
    expect(missingOf({ workItem: 'a' }, 'csv')).toEqual(['occurredAt', 'activity'])
    expect(missingOf({}, 'xes')).toEqual([])
  })
})

describe('a file', () => {
  it('tells its form by its name', () => {
    const named = (name: string) => formatOf(new File([], name))
    expect(named('Log.XES.gz')).toBe('xes')
    expect(named('events.jsonl')).toBe('ndjson')
    expect(named('export.txt')).toBe('csv')
  })

  it('gives its source a name that the service takes', () => {
    expect(sourceNamed('_desk export (1).csv.gz')).toBe('desk-export-1-')
  })
})
