/** The program for Node: one file for the command line, one for its worker threads, with all they need. */
import { defineConfig } from 'vite'

export default defineConfig({
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
