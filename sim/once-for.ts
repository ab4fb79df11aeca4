/**
 * What follows from its source alone, worked out when it is first asked for: to populate again at another scale or with another seed or assumption
 * need not do it again. Kept as long as the source is.
 */
export function onceFor<Source extends object, Result>(make: (source: Source) => Result): (source: Source) => Result {
  const known = new WeakMap<Source, { result: Result }>()
  return source => {
    let kept = known.get(source)
    if (!kept) known.set(source, (kept = { result: make(source) }))
    return kept.result
  }
}
