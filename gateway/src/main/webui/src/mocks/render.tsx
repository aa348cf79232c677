import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { newQueryClient } from '../api/queryClient'
import { routes } from '../routes'

/** Writes a whole text at once, as by paste. */
export async function fill(field: HTMLElement, text: string) {
  const user = userEvent.setup({ delay: null })
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

/** The whole portal at one of its addresses, as a person would see it. */
export async function visit(path: string) {
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  const queries = newQueryClient()
  queries.setDefaultOptions({ queries: { retry: false } })
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return {
    user: userEvent.setup({ delay: null }),
    address: () => router.state.location.pathname + router.state.location.search,
  }
}
