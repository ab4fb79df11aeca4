/**
 * The engine gives the same bits everywhere and knows neither page nor machine: what the lint forbids, that it does forbid
 * it, and what it cannot see. Arrows between modules point one way.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Node { type: string; start: number; [key: string]: unknown }

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => join(folder, file).split(sep).join('/'))
}

function* walk(node: unknown, parent?: Node): Generator<[Node, Node | undefined]> {
  if (Array.isArray(node)) {
    for (const child of node) yield* walk(child, parent)
  } else if (node !== null && typeof node === 'object' && typeof (node as Node).type === 'string') {
    yield [node as Node, parent]
    for (const child of Object.values(node)) yield* walk(child, node as Node)
  }
}

/** Where a source uses `**`, or Math other than as `Math.name`, or the global object: names the lint cannot follow. */
function hiddenImpurities(file: string, source: string): string[] {
  const found: string[] = []
  for (const [node, parent] of walk(parseSync(file, source).program)) {
    const at = `${file}:${source.slice(0, node.start).split('\n').length}`
    if (node.operator === '**' || node.operator === '**=') found.push(`${at}: **`)
    if (node.type !== 'Identifier') continue
    const isKey = (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand)
    if (isKey) continue
    if (node.name === 'Math') {
      const plain = parent?.type === 'MemberExpression' && parent.object === node && !parent.computed
      if (!plain) found.push(`${at}: Math by another name`)
    }
    if (node.name === 'globalThis') found.push(`${at}: globalThis`)
  }
  return found
}

/** Files and packages that a source imports; files relative to the project. */
function importsOf(file: string, source: string): string[] {
  const specifiers: string[] = []
  for (const [node] of walk(parseSync(file, source).program)) {
    if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)) continue
    const value = (node.source as { value?: unknown } | null)?.value
    if (typeof value === 'string') specifiers.push(value)
  }
  return specifiers.map(specifier => {
    if (!specifier.startsWith('.')) return specifier
    return relative(root, resolve(root, dirname(file), specifier)).split(sep).join('/')
  })
}

/** Who may not know whom. */
const forbidden: [from: RegExp, to: RegExp, why: string][] = [
  [/^sim\/(?!cli\/)/, /^(node:|sim\/cli\/|comlink)/, 'only sim/cli knows Node and threads'],
  [/^sim\//, /^(web\/|d3|preact|@preact)/, 'the engine knows no page'],
  [/^(?!test\/)/, /^test\//, 'nobody imports test'],
  [/^(?!bench\/|test\/)/, /^bench\//, 'only the tests of the engine in a browser use the bench'],
  [/^sim\/(processes|policies|populate|indicators)\//, /^sim\/(run|schedule|index|experiments\/)/,
    'a part of a year does not know the run'],
  [/^sim\/(processes|policies|indicators)\//, /^sim\/scenario/, 'a part of a year sees parameters, not the scenario'],
  [/^sim\/processes\//, /^sim\/(policies|indicators)\//, 'a process sees parameters, not who set them or who looks'],
  [/^sim\/policies\//, /^sim\/(processes|indicators|populate)\//, 'a policy is a difference of parameters'],
  [/^sim\/(world|random|math|parameters|record)\.ts$/,
    /^sim\/(processes|policies|populate|indicators|run|schedule|index|experiments|scenario)/, 'the foundations know no one above'],
  [/^sim\/loops\/(?!.*\.d\.ts$)/, /^sim\/(?!loops\/|codes\/)/, 'compiled loops see columns and codes alone'],
  [/^sim\/codes\//, /^(?!sim\/codes\/)/, 'codes are numbers alone'],
  [/^sim\/(?!experiments\/|cli\/|index)/, /^sim\/experiments\//, 'experiments are done with runs, not by them'],
]

function wrongArrows(file: string, source: string): string[] {
  return importsOf(file, source).flatMap(target => forbidden
    .filter(([from, to]) => from.test(file) && to.test(target))
    .map(([, , why]) => `${file} imports ${target}: ${why}`))
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('the sources', () => {
  test('keep ** and hidden names of Math out of the engine', () => {
    const engine = sourcesOf('sim').filter(file => !file.startsWith('sim/cli/'))
    expect(engine.length).toBeGreaterThan(0)
    expect(engine.flatMap(file => hiddenImpurities(file, read(file)))).toEqual([])
  })

  test('point their arrows one way', () => {
    const all = ['sim', 'web', 'test', 'bench'].flatMap(sourcesOf)
    expect(all.flatMap(file => wrongArrows(file, read(file)))).toEqual([])
  })
})

describe('what these tests look for, they find', () => {
  test.each([
    'const a = 2 ** 3', 'let a = 2; a **= 3', 'const m = Math', 'const { exp } = Math', 'const name = "exp"; Math[name](1)',
    'globalThis.Math.exp(1)', 'Math["exp"](1)', 'const o = { Math }', 'const f = (m = Math) => m',
  ])('%s', source => {
    expect(hiddenImpurities('sim/a.ts', source)).not.toEqual([])
  })

  test.each(['const a = Math.floor(1)', 'const o = { Math: 1 }; o.Math', '// 2 ** 3'])('not: %s', source => {
    expect(hiddenImpurities('sim/a.ts', source)).toEqual([])
  })

  test.each([
    ['sim/run.ts', "import { page } from '../web/main.tsx'"],
    ['sim/run.ts', "import { tiny } from '../test/helpers/tiny-world.ts'"],
    ['web/main.tsx', "export * from '../test/helpers/tiny-world.ts'"],
    ['sim/run.ts', "import { readFileSync } from 'node:fs'"],
    ['sim/run.ts', "const cli = await import('./cli/chengxiang.ts')"],
    ['sim/processes/die.ts', "import { ruralTilt } from '../policies/rural-tilt.ts'"],
    ['sim/policies/rural-tilt.ts', "import { die } from '../processes/die.ts'"],
    ['sim/world.ts', "import type { Process } from './processes/process.ts'"],
    ['sim/run.ts', "import { compare } from './experiments/compare.ts'"],
    ['sim/loops/die.ts', "import { draw } from '../random.ts'"],
    ['sim/codes/ways.ts', "import type { World } from '../world.ts'"],
  ])('in %s: %s', (file, source) => {
    expect(wrongArrows(file, source)).not.toEqual([])
  })

  test('not: what is allowed', () => {
    expect(wrongArrows('sim/processes/die.ts', "import { uniform } from '../random.ts'")).toEqual([])
    expect(wrongArrows('sim/cli/chengxiang.ts', "import { readFileSync } from 'node:fs'")).toEqual([])
  })
})

describe('the lint', () => {
  const forbiddenInEngine = [
    'Math.random()', 'Math.exp(1)', "Math['log'](1)", 'Math.pow(2, 3)', 'Math.sin(1)', 'Math.cos(1)', 'Math.tan(1)',
    'Math.tanh(1)', 'Math.cbrt(1)', 'Math.hypot(3, 4)', 'Math.log1p(1)', 'Math.atan2(1, 2)', 'new Date()', 'Date.now()',
    'performance.now()', "new Intl.NumberFormat('en')", '(5).toLocaleString()', "'a'.localeCompare('b')", 'console.log(1)',
    "fetch('x')", 'crypto.randomUUID()', 'process.env', 'document.title', "eval('1')",
  ]
  const allowedInEngine = ['abs', 'ceil', 'floor', 'round', 'trunc', 'max', 'min', 'sign', 'sqrt', 'imul', 'clz32', 'fround']
    .map(name => `Math.${name}(1.5${name === 'imul' ? ', 2' : ''})`)
  const allowedInCli = ['Date.now()', 'performance.now()', "new Intl.NumberFormat('en')", 'console.log(1)', 'process.env']
  const forbiddenInCli = ['Math.random()', "eval('1')"]

  test('forbids each of these, and only where it should', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chengxiang-lint-'))
    try {
      cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
      const expected: string[] = []
      const put = (place: string, uses: string[], wrong: boolean): void => {
        mkdirSync(join(folder, place), { recursive: true })
        uses.forEach((use, i) => {
          const file = `${place}/${wrong ? 'wrong' : 'right'}-${i}.ts`
          writeFileSync(join(folder, file), `export const it = ${use}\n`)
          if (wrong) expected.push(`${file}: ${use}`)
        })
      }
      put('sim/processes', forbiddenInEngine, true)
      put('sim/processes', allowedInEngine, false)
      put('sim/cli', forbiddenInCli, true)
      put('sim/cli', allowedInCli, false)
      put('web', ['Math.random()', "Object.assign(document.body, {}).innerHTML"], true)
      put('web', ['Date.now()', 'Math.exp(1)'], false)
      const reported = new Set(lint(folder).map(file => `${file}: ${readFileSync(join(folder, file), 'utf8').slice(18).trim()}`))
      expect([...reported].sort()).toEqual(expected.sort())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  /** The files it finds fault with. */
  function lint(folder: string): string[] {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    let report: string
    try {
      report = execFileSync(process.execPath, [oxlint, '-f', 'json', '.'], { cwd: folder, encoding: 'utf8' })
    } catch (error) {
      report = (error as { stdout: string }).stdout
    }
    const { diagnostics } = JSON.parse(report) as { diagnostics: { filename: string }[] }
    return diagnostics.map(({ filename }) => filename.split(sep).join('/'))
  }
})
