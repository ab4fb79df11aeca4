/** Small choices that the browser remembers. A browser that refuses to is no error. */

const prefix = 'chengxiang.'

export function read<T>(key: string, otherwise: T, isOne: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return isOne(value) ? value : otherwise
  } catch {
    return otherwise
  }
}

/** @returns whether the browser kept it */
export function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
    return true
  } catch {
    // Storage is full or forbidden: the choice lasts as long as the page.
    return false
  }
}
