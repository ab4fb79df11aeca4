/** The program for Node, built once for all test files of a worker. */
import { build } from 'vite'

let built: Promise<string> | undefined

/** @returns its folder, which lies inside the project, so that the program finds its tables */
export function builtProgram(): Promise<string> {
  // Workers would empty one folder under each other.
  const folder = `node_modules/.cache/chengxiang/program-${process.env.VITEST_POOL_ID}`
  return built ??= build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } }).then(() => folder)
}
