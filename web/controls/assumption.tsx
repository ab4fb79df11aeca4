/** One assumption: like a lever to move, unlike one to look at, for nobody decides it. */
import { useId, useState } from 'preact/hooks'
import type { Assumption as Assumed } from '../../sim/index.ts'
import { toStep } from '../state/laboratory.ts'
import { active, assume, dragAssumption, letGo } from '../state.ts'
import { text } from '../text/index.ts'
import { Icon } from './icons.tsx'
import { Fact } from './lever.tsx'
import { NumberField } from './number-field.tsx'
import { Track } from './track.tsx'

export function Assumption({ assumption }: { assumption: Assumed }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const words = text.assumptions
  const name = words.name(assumption.id, assumption.tier)
  const set = active.value.assumptions[assumption.id]
  const value = set ?? assumption.default
  return (
    <div class={`lever assumption${set === undefined ? '' : ' moved'}${open ? ' open' : ''}`} data-assumption={assumption.id}>
      <div class="lever-line">
        <button type="button" class="lever-name" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <Icon name="down" />{name}
        </button>
        <span class="lever-value">
          {assumption.kind === 'number' && <output>{words.number(value as number)}</output>}
        </span>
        {set !== undefined && (
          <button type="button" class="quiet small lever-reset" aria-label={text.levers.resetThis(name)} title={text.levers.resetThis(name)}
            onClick={() => assume(assumption.id, undefined)}>
            <Icon name="reset" />
          </button>
        )}
      </div>
      {assumption.kind === 'choice' ? (
        <select class="lever-choice" aria-label={name} value={value as string}
          onChange={event => take(event.currentTarget.value)}>
          {assumption.choices.map(choice => <option key={choice} value={choice}>{words.choice(choice)}</option>)}
        </select>
      ) : (
        <Track label={name} value={value as number} standard={assumption.default} {...rangeOf(assumption)}
          text={`${words.number(value as number)} ${assumption.unit}`}
          onDrag={number => dragAssumption(assumption.id, unlessDefault(number))} onSet={take} onRest={letGo} />
      )}
      {open && (
        <div class="lever-details" id={id}>
          <p>{assumption.meaning}</p>
          {assumption.kind === 'number' && (
            <div class="fields">
              <NumberField label={text.levers.typed} value={value as number} {...rangeOf(assumption)} onSet={take} />
            </div>
          )}
          <dl class="facts">
            <Fact name={text.levers.unit}>
              {assumption.unit}
              {assumption.kind === 'number' && `; ${text.levers.range(words.number(assumption.min), words.number(assumption.max))}`}
            </Fact>
            <Fact name={text.levers.isDefault}>{assumption.kind === 'number' ? words.number(assumption.default) : words.choice(assumption.default)}</Fact>
            <Fact name={text.levers.source}>{assumption.source}</Fact>
          </dl>
        </div>
      )}
    </div>
  )

  function take(chosen: number | string) {
    assume(assumption.id, unlessDefault(chosen))
  }

  function unlessDefault<T extends number | string>(chosen: T): T | undefined {
    if (assumption.kind === 'choice') return chosen === assumption.default ? undefined : chosen
    // The default may lie between two steps.
    return chosen === toStep(assumption.default, rangeOf(assumption)) ? undefined : chosen
  }
}

/** A round step, of which the range has a hundred or more. */
export function rangeOf({ min, max }: { min: number; max: number }): { min: number; max: number; step: number } {
  return { min, max, step: Number((10 ** Math.floor(Math.log10((max - min) / 100))).toPrecision(1)) }
}
