/** Builds the program that writes ODD.md, outside the product. */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: { ssr: 'odd/write.ts', target: 'node20', outDir: 'node_modules/.cache/chengxiang/odd', emptyOutDir: true },
})
