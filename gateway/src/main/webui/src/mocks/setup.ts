import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { startI18n } from '../i18n'
import { handlers } from './handlers'
import { resetWorld } from './world'

// Build machines are small and shared: patience costs nothing where all goes well.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true })

export const server = setupServer(...handlers)

beforeAll(async () => {
  // jsdom has neither; both only matter to the eye.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  window.scrollTo = () => undefined
  server.listen({ onUnhandledRequest: 'error' })
  await startI18n('en')
})

afterEach(() => {
  cleanup()
  server.resetHandlers()
  resetWorld()
})

afterAll(() => server.close())
