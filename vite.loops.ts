/**
 * Compiles the loops of `sim/loops` from AssemblyScript, which is TypeScript with machine numbers, to WebAssembly, and hands them to the bundle as text: the same
 * engine then is one file for the command line, one for its threads and one for the page's worker, and none of them has to fetch anything.
 */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import asc from 'assemblyscript/asc'
import type { Plugin } from 'vite'

const module = 'virtual:loops'
const root = import.meta.dirname
const sources = ['sim/loops/columns.ts', 'sim/loops/index.ts']

export function loops(): Plugin {
  return {
    name: 'loops',
    resolveId: id => (id === module ? `\0${module}` : undefined),
    async load(id) {
      if (id !== `\0${module}`) return
      const { code, files } = await (compiled ??= compile())
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(Buffer.from(code).toString('base64'))}`
    },
    watchChange(id) {
      if (relative(join(root, 'sim/loops'), id).split(sep)[0] !== '..') compiled = undefined
    },
  }
}

/** One build may bundle them several times. */
let compiled: Promise<{ code: Uint8Array; files: string[] }> | undefined

/** @throws Error with the compiler's words */
async function compile(): Promise<{ code: Uint8Array; files: string[] }> {
  let code = new Uint8Array()
  let said = ''
  const files: string[] = []
  const { error } = await asc.main([
    ...sources, '--outFile', 'loops.wasm', '--baseDir', root,
    '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory', '--zeroFilledMemory', '--noColors',
  ], {
    // Imports name files in full, to which the compiler adds an ending of its own; and it does not know that types are imported as such.
    readFile(name, base) {
      const file = join(base, name.replace(/\.ts\.ts$/, '.ts'))
      try {
        const text = readFileSync(file, 'utf8')
        files.push(file)
        return text.replace(/^import type /gm, 'import ')
      } catch {
        return null
      }
    },
    writeFile(_, contents) { code = contents as Uint8Array<ArrayBuffer> },
    listFiles: () => null,
    stderr: { write: (text: string | Uint8Array) => { said += text } },
  })
  if (error) throw new Error(`sim/loops: ${error.message}\n${said}`)
  return { code, files }
}
