/** One assumption: like a lever to move, unlike one to look at, for nobody decides it. */
import { useId, useRef, useState } from 'preact/hooks'
import type { Assumption as Assumed } from '../../sim/index.ts'
import { toStep } from '../state/laboratory.ts'
import { active, assume, dragAssumption, letGo } from '../state.ts'
import { text } from '../text/index.ts'
import { assumptionText, assumptionWords, rangeOf, shownOf } from './assumption-text.ts'
import { Icon } from './icons.tsx'
import { Fact } from './lever.tsx'
import { focusControl } from './focus-control.ts'
import { NumberField } from './number-field.tsx'
import { Track } from './track.tsx'

/** @param group the heading it stands under: some names stand under two */
export function Assumption({ assumption, group }: { assumption: Assumed; group: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const words = text.assumptions
  const name = words.name(assumption.id, assumption.tier)
  const fullName = words.fullName(group, name)
  const set = active.value.assumptions[assumption.id]
  const value = set ?? assumption.default
  const shown = assumption.kind === 'number' ? assumptionText(assumption, value as number) : undefined
  return (
    <div ref={root} class={`lever assumption${set === undefined ? '' : ' moved'}${open ? ' open' : ''}`} data-assumption={assumption.id}>
      <div class="lever-line">
        <button type="button" class="lever-name" aria-expanded={open} aria-controls={id} aria-label={fullName} onClick={() => setOpen(!open)}>
          <Icon name="down" />{name}
        </button>
        <span class="lever-value">
          {shown && <output>{shown.value}</output>}{shown?.unit && <span class="lever-unit"> {shown.unit}</span>}
        </span>
        {set !== undefined && (
          <button type="button" class="quiet small lever-reset" aria-label={text.levers.resetThis(fullName)} title={text.levers.resetThis(fullName)}
            onClick={() => {
              assume(assumption.id, undefined)
              focusControl(root.current)
            }}>
            <Icon name="reset" />
          </button>
        )}
      </div>
      {assumption.kind === 'choice' ? (
        <select class="lever-choice" aria-label={fullName} value={value as string}
          onChange={event => take(event.currentTarget.value)}>
          {assumption.choices.map(choice => <option key={choice} value={choice}>{words.choice(choice)}</option>)}
        </select>
      ) : (
        <Track label={fullName} value={value as number} standard={assumption.default} {...rangeOf(assumption)}
          text={assumptionWords(assumption, value as number)}
          onDrag={number => dragAssumption(assumption.id, unlessDefault(number))} onSet={take} onRest={letGo} />
      )}
      {open && (
        <div class="lever-details" id={id}>
          <p>{assumption.meaning}</p>
          {assumption.kind === 'number' && <Typed assumption={assumption} value={value as number} onSet={take} />}
          <dl class="facts">
            {assumption.kind === 'number' && (
              <Fact name={words.range}>{text.levers.range(assumptionWords(assumption, assumption.min), assumptionWords(assumption, assumption.max))}</Fact>
            )}
            {!shown?.unit && <Fact name={text.levers.unit}>{assumption.unit}</Fact>}
            <Fact name={text.levers.isDefault}>
              {assumption.kind === 'number' ? assumptionWords(assumption, assumption.default) : words.choice(assumption.default)}
            </Fact>
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

function Typed({ assumption, value, onSet }: { assumption: Extract<Assumed, { kind: 'number' }>; value: number; onSet(value: number): void }) {
  const { min, max, step, unit, of, from } = shownOf(assumption)
  return (
    <div class="fields">
      <NumberField label={text.assumptions.typed(unit)} value={of(value)} min={min} max={max} step={step}
        onSet={typed => onSet(toStep(from(typed), rangeOf(assumption)))} />
    </div>
  )
}
