/** The tests that need no browser. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Nothing here changes what another file would see, so that the engine and its data are loaded once a worker; and every core works.
    isolate: false,
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/chengxiang/vitest.json' }]],
    projects: [{ test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'] } }],
  },
})
