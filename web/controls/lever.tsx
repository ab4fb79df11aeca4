/** One lever: a line at rest, and under it, when opened, all that a reader may want to know or set. */
import type { ComponentChildren } from 'preact'
import { signal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { isByPart, type ByPart, type LeverValue, type Policy } from '../../sim/policies/policy.ts'
import { inForce, laterStepFrom, leverValue, meanOf, shareOut, shiftParts, stepsOf, wholeValue } from '../state/laboratory.ts'
import {
  active, addStep, chooseStep, dateLever, datesOf, dragLever, idle, letGo, moveLever, removeStep, resetLever, stepOf,
} from '../state.ts'
import { text } from '../text/index.ts'
import { focusControl } from './focus-control.ts'
import { Icon } from './icons.tsx'
import { leverText, stepText } from './lever-text.ts'
import { NumberField } from './number-field.tsx'
import { Track } from './track.tsx'

/** Levers that are open, wherever they stand: one that is moved goes to another list. */
const opened = signal<ReadonlySet<string>>(new Set())

function setOpen(id: string, open: boolean) {
  opened.value = new Set(open ? [...opened.value, id] : [...opened.value].filter(other => other !== id))
}

export function Lever({ policy }: { policy: Policy }) {
  const open = opened.value.has(policy.id)
  const id = useId()
  const words = text.levers
  const scenario = active.value
  const value = leverValue(scenario, policy, stepOf(policy.id))
  const moved = inForce(scenario, policy.id) !== undefined
  const name = words.name(policy.id)
  const shown = leverText(policy, value)
  const root = useRef<HTMLDivElement>(null)
  const reset = () => {
    resetLever(policy.id)
    focusControl(root.current)
  }

  return (
    <div ref={root} class={`lever${moved ? ' moved' : ''}${open ? ' open' : ''}`} data-lever={policy.id}>
      <div class="lever-line">
        <button type="button" class="lever-name" aria-expanded={open} aria-controls={id} onClick={() => setOpen(policy.id, !open)}>
          <Icon name="down" />{name}
        </button>
        {policy.kind !== 'choice' && (
          <span class="lever-value">
            <output>{shown.value}</output>{shown.unit && <span class="lever-unit"> {shown.unit}</span>}
          </span>
        )}
        {moved && (
          <button type="button" class="quiet small lever-reset" aria-label={words.resetThis(name)} title={words.resetThis(name)}
            onClick={reset}>
            <Icon name="reset" />
          </button>
        )}
      </div>
      <AtRest policy={policy} value={value} name={name} />
      <OtherSteps policy={policy} name={name} />
      {idle.value.filter(lever => lever.id === policy.id).map(({ from, reason }) => (
        <p class="idle" key={from}>{words.idle(reason)}</p>
      ))}
      {open && <Details policy={policy} value={value} id={id} onReset={reset} />}
    </div>
  )
}

/** Where a scenario sets one lever several times: the other settings, each to be shown and changed instead, or removed. */
function OtherSteps({ policy, name }: { policy: Policy; name: string }) {
  const words = text.levers
  const steps = stepsOf(active.value, policy.id)
  if (steps.length < 2) return null
  const shown = steps.at(stepOf(policy.id)) ?? steps.at(-1)!
  return (
    <p class="other-steps">
      {words.thisStep(shown.from)}{' '}
      {steps.map((step, k) => step === shown ? null : (
        <span class="other-step" key={k}>
          <button type="button" class="text-button" aria-label={words.editStep(name, step.from)} title={words.editStep(name, step.from)}
            onClick={() => chooseStep(policy.id, k)}>
            {words.step(step.from, leverText(policy, wholeValue(policy, step.value)).value)}
          </button>
          <button type="button" class="quiet small" aria-label={words.removeStep(name, step.from)} title={words.removeStep(name, step.from)}
            onClick={() => removeStep(policy.id, k)}><Icon name="close" /></button>
        </span>
      ))}
    </p>
  )
}

/** What can be moved without opening the lever. */
function AtRest({ policy, value, name }: { policy: Policy; value: LeverValue; name: string }) {
  switch (policy.kind) {
    case 'number':
      return (
        <Track label={name} value={value as number} standard={policy.default} {...rangeOf(policy)}
          text={spoken(policy, value)}
          onDrag={number => dragLever(policy, number)} onSet={number => moveLever(policy, number)} onRest={letGo} />
      )
    case 'choice':
      return (
        <select class="lever-choice" aria-label={name} value={value as string}
          onChange={event => moveLever(policy, event.currentTarget.value)}>
          {policy.choices.map(choice => <option key={choice} value={choice}>{text.levers.option(policy.id, choice)}</option>)}
        </select>
      )
    case 'shares':
      return isByPart(value) && <Parts policy={policy} value={value} />
    case 'parts':
      return isByPart(value) && <AllParts policy={policy} value={value} name={name} />
  }
}

/**
 * What a slider does that moves several parts: they go from where they were when it was taken hold of, so that what met the end of its range, or gave way to
 * nothing, comes back from it as it was.
 */
function useSeveral(policy: Policy, value: ByPart) {
  const held = useRef<ByPart | undefined>(undefined)
  return (change: (from: ByPart, number: number) => ByPart) => ({
    onDrag(number: number) {
      held.current ??= value
      dragLever(policy, change(held.current, number))
    },
    onSet(number: number) {
      const next = change(held.current ?? value, number)
      held.current = undefined
      moveLever(policy, next)
    },
    onRest() {
      held.current = undefined
      letGo()
    },
  })
}

/** One slider for all parts, at their mean: it moves them together and leaves them as far apart as they are. */
function AllParts({ policy, value, name }: { policy: Extract<Policy, { kind: 'parts' }>; value: ByPart; name: string }) {
  const several = useSeveral(policy, value)
  return (
    <Track label={name} value={meanOf(value)} standard={meanOf(policy.default)} {...rangeOf(policy)} text={spoken(policy, value)}
      {...several((from, number) => shiftParts(policy, from, number))} />
  )
}

/** A small slider for each part: linked where the parts are shares of one whole. */
function Parts({ policy, value }: { policy: Extract<Policy, { parts: readonly string[] }>; value: ByPart }) {
  const range = rangeOf(policy)
  const several = useSeveral(policy, value)
  const change = (part: string) => (from: ByPart, number: number) =>
    (policy.kind === 'shares' ? shareOut(from, part, number, policy.step, policy.default) : { ...from, [part]: number })
  return (
    <div class="parts" role="group" aria-label={text.levers.name(policy.id)}>
      {policy.parts.map(part => (
        <div class="part" key={part}>
          <span class="part-name">{text.levers.option(policy.id, part)}</span>
          <Track label={text.levers.option(policy.id, part)} value={value[part]} standard={policy.default[part]} {...range}
            text={stepText(value[part], range.step)} {...several(change(part))} />
          <output class={value[part] === policy.default[part] ? '' : 'moved'}>{stepText(value[part], range.step)}</output>
        </div>
      ))}
    </div>
  )
}

function Details({ policy, value, id, onReset }: { policy: Policy; value: LeverValue; id: string; onReset(): void }) {
  const words = text.levers
  const { from, phaseIn } = datesOf(policy.id)
  const [first, last] = active.value.years
  const later = laterStepFrom(active.value, policy.id)
  return (
    <div class="lever-details" id={id}>
      <p>{policy.meaning}</p>
      {policy.kind === 'parts' && isByPart(value) && <Parts policy={policy} value={value} />}
      <div class="fields">
        {policy.kind === 'number' && (
          <NumberField label={words.typed} value={value as number} {...rangeOf(policy)} onSet={number => moveLever(policy, number)} />
        )}
        <NumberField label={words.from} value={from} min={first} max={last} step={1} isYear onSet={year => dateLever(policy, { from: year })} />
        {policy.kind !== 'choice' && (
          <NumberField label={words.phaseIn} value={phaseIn} min={0} max={40} step={1}
            onSet={years => dateLever(policy, { phaseIn: years })} />
        )}
      </div>
      <dl class="facts">
        {policy.kind === 'number' && (
          <Fact name={words.unit}>
            {policy.unit}; {words.range(stepText(policy.min, policy.step), stepText(policy.max, policy.step))}
          </Fact>
        )}
        {policy.kind !== 'number' && policy.kind !== 'choice' && <Fact name={words.unit}>{policy.unit}</Fact>}
        <Fact name={words.isDefault}>{spoken(policy, policy.default)}</Fact>
        <Fact name={words.reference}>{policy.reference}</Fact>
        <Fact name={words.source}>{policy.source}</Fact>
        <Fact name={words.paper}>{words.section(policy.section)}</Fact>
      </dl>
      {inForce(active.value, policy.id) && (
        <div class="lever-acts">
          {later !== undefined && <button type="button" onClick={() => addStep(policy.id)}>{words.addStep(later)}</button>}
          <button type="button" onClick={onReset}>{words.reset}</button>
        </div>
      )}
    </div>
  )
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return <><dt>{name}</dt><dd>{children}</dd></>
}

function rangeOf(policy: Exclude<Policy, { kind: 'choice' }>): { min: number; max: number; step: number } {
  return policy.kind === 'shares' ? { min: 0, max: 100, step: policy.step } : policy
}

function spoken(policy: Policy, value: LeverValue): string {
  const { value: number, unit } = leverText(policy, value)
  return unit ? `${number} ${unit}` : number
}
