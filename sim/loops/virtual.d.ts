/** The compiled loops, which vite.loops.ts gives. */
declare module 'virtual:loops' {
  /** WebAssembly, base 64. */
  export const code: string
  /** Fields of each class that is a row of memory, in order, with their types. */
  export const rows: Record<string, [field: string, type: string][]>
  /** Types of the parameters of each loop. */
  export const loops: Record<string, string[]>
}
