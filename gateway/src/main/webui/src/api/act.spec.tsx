import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { useAct, type ActHeaders } from './act'
import { Problem } from './problem'
import { newQueryClient } from './queryClient'

function acting(answers: (unknown | Problem)[]) {
  const sent: ActHeaders[] = []
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={newQueryClient()}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () =>
      useAct(async (_input: { text: string }, headers) => {
        sent.push(headers)
        const answer = answers.shift()
        if (answer instanceof Problem) throw answer
        return answer
      }),
    { wrapper },
  )
  const send = async (text: string, version?: number) => {
    act(() => result.current.mutate({ input: { text }, version }))
    await waitFor(() => expect(result.current.isPending).toBe(false))
  }
  return { sent, send }
}

const lost = () => new Problem(0, 'unreachable', 'no connection')
const refused = () => new Problem(422, 'invalid', 'no')

describe('an act', () => {
  it('keeps its key while nothing has been decided, so that pressing again cannot do it twice', async () => {
    const { sent, send } = acting([lost(), new Problem(503, 'down', 'down'), 'done'])
    await send('a')
    await send('a')
    await send('a')
    expect(new Set(sent.map((headers) => headers['Idempotency-Key'])).size).toBe(1)
  })

  it('takes a new key for another wish, after a refusal, and after it was done', async () => {
    const { sent, send } = acting([lost(), refused(), 'done', 'done'])
    await send('a')
    await send('b')
    await send('b')
    await send('b')
    expect(new Set(sent.map((headers) => headers['Idempotency-Key'])).size).toBe(4)
  })

  it('names the version that it was made against', async () => {
    const { sent, send } = acting(['done', 'done'])
    await send('a', 7)
    await send('a')
    expect(sent.map((headers) => headers['If-Match'])).toEqual(['"7"', undefined])
  })
})
