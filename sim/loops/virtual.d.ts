/** The compiled loops, which vite.loops.ts gives. */
declare module 'virtual:loops' {
  /** WebAssembly, base 64. */
  const code: string
  export default code
}
