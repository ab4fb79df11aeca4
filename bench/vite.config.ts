/** Builds the bench twice, outside the product: a page with a worker, and with --ssr a program for Node. */
import { defineConfig } from 'vite'
import { loops } from '../vite.loops.ts'

const out = '../node_modules/.cache/chengxiang/bench'

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [loops()],
  worker: { format: 'es', plugins: () => [loops()] },
  ssr: { noExternal: ['comlink', 'seedrandom', 'zod'] },
  build: isSsrBuild
    ? { outDir: `${out}/node`, emptyOutDir: true, target: 'node20', rolldownOptions: { output: { entryFileNames: '[name].js' } } }
    : { outDir: `${out}/page`, emptyOutDir: true, target: 'es2022' },
}))
