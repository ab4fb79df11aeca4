/**
 * Compiles the loops of `sim/loops` from AssemblyScript, which is TypeScript with machine numbers, to WebAssembly, and hands them to the bundle as text: the same
 * engine then is one file for the command line, one for its threads and one for the page's worker, and none of them has to fetch anything.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import asc from 'assemblyscript/asc'
import { parseSync, type Plugin } from 'vite'

const module = 'virtual:loops'
const root = import.meta.dirname
const sources = ['sim/loops/columns.ts', 'sim/loops/machine.ts', 'sim/loops/index.ts']
/** Where all that is compiled lies. */
const folders = ['sim/loops', 'sim/codes']
const options = [
  ...sources, '--outFile', 'loops.wasm', '--baseDir', root,
  '--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert', '--runtime', 'stub', '--importMemory', '--zeroFilledMemory', '--noColors',
  // Four numbers at a time: browsers have it since March 2023, Safari as the last.
  '--enable', 'simd',
]
/** What was compiled before, by what it was compiled from: page, command line and tests are built one after the other. */
const kept = join(root, 'node_modules/.cache/chengxiang/loops')

export function loops(): Plugin {
  return {
    name: 'loops',
    resolveId: id => (id === module ? `\0${module}` : undefined),
    async load(id) {
      if (id !== `\0${module}`) return
      const { code, files } = await (compiled ??= compile())
      for (const file of files) this.addWatchFile(join(root, file))
      const { rows, loops } = signatures(files)
      return [
        `export const code = ${JSON.stringify(Buffer.from(code).toString('base64'))}`,
        `export const rows = ${JSON.stringify(rows)}`,
        `export const loops = ${JSON.stringify(loops)}`,
      ].join('\n')
    },
    watchChange(id) {
      if (folders.some(folder => relative(join(root, folder), id).split(sep)[0] !== '..')) compiled = undefined
    },
  }
}

interface Compiled {
  code: Uint8Array
  /** The files that were compiled, from the root. */
  files: string[]
}

/** One build may bundle them several times. */
let compiled: Promise<Compiled> | undefined

/** @throws Error with the compiler's words */
async function compile(): Promise<Compiled> {
  const file = join(kept, `${digestOfSources()}.json`)
  try {
    const { code, files } = JSON.parse(readFileSync(file, 'utf8')) as { code: string; files: string[] }
    return { code: Buffer.from(code, 'base64'), files }
  } catch {
    const { code, files } = await compileAnew()
    // Under its name only when it is whole: several programs may be built at a time.
    mkdirSync(kept, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ code: Buffer.from(code).toString('base64'), files }))
    renameSync(`${file}.${process.pid}`, file)
    return { code, files }
  }
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(asc.version).update(readFileSync(join(root, 'vite.loops.ts')))
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder)).sort()) hash.update(`\n${folder}/${name}\n`).update(readFileSync(join(root, folder, name)))
  }
  return hash.digest('hex').slice(0, 32)
}

async function compileAnew(): Promise<Compiled> {
  let code = new Uint8Array()
  let said = ''
  const files: string[] = []
  const { error } = await asc.main(options, {
    readFile(name, base) {
      const file = join(base, name)
      try {
        const text = readFileSync(file, 'utf8')
        files.push(relative(root, file))
        // The compiler does not know that types are imported as such, and adds the ending of a file itself.
        return text.replaceAll(/^import type /gm, 'import ').replaceAll(/(from '\.[^']*)\.ts'/g, "$1'")
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

/** What the loops take: the fields of each class that is a row of memory, and the types of each exported function's parameters. */
function signatures(files: string[]): { rows: Record<string, [field: string, type: string][]>; loops: Record<string, string[]> } {
  const rows: Record<string, [string, string][]> = {}
  const loops: Record<string, string[]> = {}
  for (const file of new Set(files)) {
    for (const statement of parseSync(file, readFileSync(join(root, file), 'utf8')).program.body) {
      const it = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      if (it?.type === 'ClassDeclaration') {
        const name = it.id!.name
        if (rows[name]) throw new Error(`sim/loops: expected one class ${name}, got another in ${file}`)
        rows[name] = it.body.body.flatMap(field => (field.type === 'PropertyDefinition' ? [[named(field.key), typeOf(field.typeAnnotation)]] : []))
      } else if (it?.type === 'FunctionDeclaration' && statement.type === 'ExportNamedDeclaration') {
        loops[it.id!.name] = it.params.map(parameter => typeOf('typeAnnotation' in parameter ? parameter.typeAnnotation : null))
      }
    }
  }
  return { rows, loops }
}

const named = (node: { type: string; name?: unknown }): string => String(node.name)

/** The name of a type, which is a word: numbers, columns and rows have one. */
function typeOf(annotation: { typeAnnotation: { type: string; typeName?: unknown } } | null | undefined): string {
  const its = annotation?.typeAnnotation.typeName as { name?: string } | undefined
  return its?.name ?? annotation?.typeAnnotation.type ?? ''
}
