/** Data from beside the page. That it cannot be had is told apart from that it cannot be computed with, also across a worker's border. */

const name = 'NotFetchedError'

export const fetched = <T>(url: string): Promise<T> => fetchedAs(url, response => response.json() as Promise<T>)

/** As it is, for somebody else to read. */
export const fetchedBytes = (url: string): Promise<ArrayBuffer> => fetchedAs(url, response => response.arrayBuffer())

async function fetchedAs<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    return await read(response)
  } catch (error) {
    throw Object.assign(new Error(error instanceof Error ? error.message : String(error)), { name })
  }
}

/** A border keeps an error's name and not its class. */
export const wasNotFetched = (error: unknown): boolean => error instanceof Error && error.name === name
