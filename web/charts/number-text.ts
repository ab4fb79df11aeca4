/** Numbers in words of a locale. `toLocaleString` with options makes a writer for every number, and a table of them would hold up the page. */

const writers = new Map<string, Intl.NumberFormat>()

/** As `toLocaleString`, with a true minus sign; the writer is made once for each way of writing. */
export function numberText(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`
  let writer = writers.get(key)
  if (!writer) writers.set(key, (writer = new Intl.NumberFormat(locale, options)))
  return writer.format(value).replace('-', '\u2212')
}
