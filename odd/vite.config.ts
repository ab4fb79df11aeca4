/** Builds the program that writes ODD.md, outside the product. */
import { defineConfig } from 'vite'
import { loops } from '../vite.loops.ts'

export default defineConfig({
  publicDir: false,
  plugins: [loops()],
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: { ssr: 'odd/write.ts', target: 'node20', outDir: 'node_modules/.cache/chengxiang/odd', emptyOutDir: true },
})
