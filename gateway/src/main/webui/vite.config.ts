import react from '@vitejs/plugin-react'
import type { Connect, ViteDevServer } from 'vite'
import { defineConfig } from 'vitest/config'

// The portal is same-origin with the gateway: in development its paths go to the running suite,
// or, with `--mode mock`, to the mock API that the tests use as well.
const gateway = process.env.JOINTLY_GATEWAY ?? 'http://localhost:8080'

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'mock' ? [mockApi()] : [])],
  build: {
    // Maven packs what lies here into the gateway's jar.
    outDir: process.env.JOINTLY_PORTAL_OUT ?? '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    // Inlined assets would be data: URIs, which the content security policy refuses.
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy:
      mode === 'mock'
        ? undefined
        : Object.fromEntries(
            ['/api', '/login', '/logout', '/openapi', '/docs'].map((path) => [path, gateway]),
          ),
  },
  test: {
    testTimeout: 90_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.spec.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['src/mocks/setup.ts'],
          css: false,
        },
      },
      {
        // The whole portal in Chromium, in front of the mock API.
        extends: true,
        test: {
          name: 'walk',
          include: ['walk/**/*.spec.ts'],
          environment: 'node',
          globalSetup: ['walk/portal.ts'],
        },
      },
    ],
  },
}))

function mockApi() {
  return {
    name: 'jointly-mock-api',
    async configureServer(server: ViteDevServer) {
      const { answerWithMocks } = (await server.ssrLoadModule(
        '/src/mocks/server.ts',
      )) as { answerWithMocks: Connect.NextHandleFunction }
      server.middlewares.use(answerWithMocks)
    },
  }
}
