import { describe, expect, it } from 'vitest'
import { problemOf } from './problem'

describe('a problem document', () => {
  const response = () =>
    new Response(
      JSON.stringify({
        type: '/docs/problems/invalid',
        title: 'Invalid',
        status: 400,
        detail: 'Two fields are wrong.',
        errors: [
          { pointer: '/options/0/title', detail: 'must not be blank' },
          { parameter: 'source', detail: 'is too long' },
        ],
      }),
      { status: 400, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '3' } },
    )

  it('tells which field is wrong, and keeps what belongs to no field shown', async () => {
    const problem = await problemOf(response())
    expect(problem.code).toBe('invalid')
    expect(problem.about('options')).toBe('must not be blank')
    expect(problem.notAbout(['options'])).toEqual(['source: is too long'])
    expect(problem.retryAfter).toBe(3)
    expect(problem.undecided).toBe(false)
  })

  it('is made of a plain failure too', async () => {
    const problem = await problemOf(new Response('<html>', { status: 503, statusText: 'Unavailable' }))
    expect(problem.status).toBe(503)
    expect(problem.undecided).toBe(true)
  })
})
