/** Values that calibration found (`chengxiang calibrate --save` writes `fitted.json`), laid over those that were assumed. */
import file from './fitted.json' with { type: 'json' }
import type { NationData } from './data.ts'
import type { Fitted, Parameter } from './parameter.ts'

/** @returns the same table, in which fitted parameters hold what was found and say so */
export function withFit<Table extends Record<string, Parameter>>(
  table: Table, found: Readonly<Record<string, Omit<Fitted, 'before'>>> = file.values,
): Table {
  return Object.fromEntries(Object.entries(table).map(([id, parameter]) => {
    if (parameter.fit === undefined || !Object.hasOwn(found, id)) return [id, parameter]
    const { value, low, high } = found[id]
    const source = `fitted to facts of 2010–2015, 95 % ${low} to ${high}; before that ${parameter.value}, ${parameter.source}`
    return [id, { ...parameter, value, basis: 'fitted', source, fitted: { value, low, high, before: parameter.value } }]
  })) as Table
}

/**
 * What holds people in the villages of each province, utility, in the order of the data: see experiments/ties.ts.
 * @throws if a province has none
 */
export function tiesOf({ provinces }: Pick<NationData, 'provinces'>, found: Readonly<Record<string, number>> = file.ties): number[] {
  return provinces.code.map(code => {
    if (!Object.hasOwn(found, code)) throw new Error(`fitted.json: expected a tie of province ${code}, found none`)
    return found[code]
  })
}
