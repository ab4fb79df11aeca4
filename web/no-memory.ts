/** That the machine gives no memory is told apart from that a scenario cannot be computed, also across a worker's border, which keeps an error's message. */
export const isNoMemory = (error: unknown): boolean =>
  error instanceof Error && /^memory of a world: .* the machine gave none$|allocation failed|out of memory/i.test(error.message)
