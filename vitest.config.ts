/** The tests that need no browser. */
import { defineConfig } from 'vitest/config'
import { loops } from './vite.loops.ts'

export default defineConfig({
  test: {
    // By default a core is left free, which of two is half.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/chengxiang/vitest.json' }]],
    projects: [{
      plugins: [loops()],
      test: {
        name: 'unit',
        environment: 'node',
        include: ['test/**/*.test.ts'],
        // No file changes what another would see: engine and data are loaded once a worker.
        isolate: false,
        // To populate a China takes a second, and more on a busy machine.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      },
    }],
  },
})
