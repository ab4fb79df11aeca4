/** The tests that need no browser. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/chengxiang/vitest.json' }]],
    projects: [{ test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'] } }],
  },
})
