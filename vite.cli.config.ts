/** The program for Node: one file for the command line, one for its worker threads, with all they need. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { loops } from './vite.loops.ts'

/** npm makes a command executable when it installs it, not when it is built again. */
const executable: Plugin = { name: 'executable', writeBundle: ({ dir = '' }) => chmodSync(join(dir, 'chengxiang.js'), 0o755) }

export default defineConfig({
  plugins: [executable, loops()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    rolldownOptions: {
      input: { chengxiang: 'sim/cli/chengxiang.ts', 'node-worker': 'sim/cli/node-worker.ts', surroundings: 'sim/cli/surroundings.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
