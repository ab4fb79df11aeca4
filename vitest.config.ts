/** The tests that need no browser. */
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { loops } from './vite.loops.ts'

/** Files of the command line take longest and come first, so that no core waits for one of them at the end; a first run knows of no times. */
class CommandLineFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (moduleId.includes('/sim/cli/') ? 0 : 1)
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    // By default a core is left free, which of two is half.
    maxWorkers: '100%',
    sequence: { sequencer: CommandLineFirst },
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
