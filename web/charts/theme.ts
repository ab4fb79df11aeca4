/** The colours of the page for what is drawn on a canvas, which knows no custom properties. */

export interface Theme {
  ground: string
  ink: string
  soft: string
  line: string
}

/** As they are now for an element. */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element)
  const property = (name: string) => style.getPropertyValue(name).trim()
  return { ground: property('--ground'), ink: property('--ink'), soft: property('--ink-soft'), line: property('--line') }
}
