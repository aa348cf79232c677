import '@patternfly/react-core/dist/styles/base.css'
import './ui/style.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { newQueryClient } from './api/queryClient'
import { sessionQuery } from './api/session'
import { followSystemTheme } from './features/shell/theme'
import { preferredLanguage, startI18n } from './i18n'
import { routes } from './routes'

const queries = newQueryClient()
void queries.prefetchQuery(sessionQuery)
followSystemTheme()
await startI18n(preferredLanguage())

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>,
)
