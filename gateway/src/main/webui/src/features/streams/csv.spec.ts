import { describe, expect, it } from 'vitest'
import { guessMapping, headerOf } from './csv'

describe('the header of an event log', () => {
  it('is split by the delimiter that fits', () => {
    expect(headerOf('number;state;"assigned; to"\n1;2;3')).toEqual({
      columns: ['number', 'state', 'assigned; to'],
      delimiter: ';',
    })
    expect(headerOf('\ufeffnumber,"the ""state"""\r\n').columns).toEqual(['number', 'the "state"'])
  })

  it('suggests a mapping for columns that it knows', () => {
    expect(
      guessMapping(['number', 'incident_state', 'sys_updated_at', 'assignment_group', 'colour']),
    ).toEqual({
      workItem: 'number',
      occurredAt: 'sys_updated_at',
      activity: 'incident_state',
      team: 'assignment_group',
    })
  })
})
