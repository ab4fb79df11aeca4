/** The line at the top: whose scenario this is, and what can be done with all of it. */
import { useEffect, useRef } from 'preact/hooks'
import { download, fileName } from '../charts/export.ts'
import { Icon } from '../controls/icons.tsx'
import { Menu } from '../controls/menu.tsx'
import { isNamed } from '../state/laboratory.ts'
import {
  active, canRedo, canUndo, go, nameScenario, openScenario, report, resetLevers, scenarioFiles, stepBack, stepForward, viewPart,
} from '../state.ts'
import { joinHash, route } from '../state/route.ts'
import { stories, storyText } from '../state/stories.ts'
import { theme, type Theme } from '../state/view.ts'
import { text } from '../text/index.ts'
import { leversOpen } from './levers-panel.tsx'
import { nameOf, savedName, scenarioName } from './scenario-name.ts'

export function Header() {
  const words = text.header
  const file = useRef<HTMLInputElement>(null)
  const scenario = active.value
  const count = new Set(scenario.policies.map(({ id }) => id)).size
  const assumed = Object.keys(scenario.assumptions).length
  const away = route.value !== undefined
  useEffect(followDrops, [])
  return (
    <header class="header">
      <a class="skip" href="#results" onClick={event => {
        // The address holds the scenario, so the link must not change it.
        event.preventDefault()
        document.querySelector<HTMLElement>(away ? '.evidence h2' : '#results')?.focus()
      }}>{away ? text.skipToText : text.skip}</a>
      <h1><span class="title-main">{text.title} </span><span class="title-other" lang="zh">{text.titleOther}</span></h1>
      <Menu align="start" title={words.scenario}
        label={<><span class="scenario-name">{scenarioName.value}</span><span class="scenario-state">{count + assumed ? words.moved(count, assumed) : words.untouched}</span><Icon name="down" /></>}
        items={[
          { label: words.open, act: () => file.current!.click() },
          { label: words.save, act: () => void save() },
          { label: words.copyLink, act: () => void copyLink() },
          'line',
          { label: words.reset, act: resetLevers, disabled: count === 0 },
          { heading: words.stories },
          ...stories.map(({ id, name: told }) => ({ label: text.of(told), act: () => void tell(id) })),
        ]}>
        <label class="menu-field">{words.name}
          <input type="text" maxLength={80} value={isNamed(scenario) ? scenario.name.en : ''} placeholder={words.unnamed}
            onChange={event => nameScenario(event.currentTarget.value.trim())} />
        </label>
      </Menu>
      <input ref={file} type="file" accept="application/json,.json" hidden tabIndex={-1} aria-label={words.open}
        onChange={event => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) void open(chosen)
        }} />
      <div class="header-group" role="group">
        <button type="button" class="quiet" aria-label={words.undo} title={`${words.undo} (Ctrl+Z)`} aria-disabled={!canUndo.value} onClick={() => { if (canUndo.value) stepBack() }}>
          <Icon name="undo" />
        </button>
        <button type="button" class="quiet" aria-label={words.redo} title={`${words.redo} (Ctrl+Shift+Z)`} aria-disabled={!canRedo.value} onClick={() => { if (canRedo.value) stepForward() }}>
          <Icon name="redo" />
        </button>
      </div>
      <div class="header-end">
        {!away && (
          <button type="button" class="quiet evidence-button" onClick={() => go({ section: 'validation', item: '' })}>{text.evidence.heading}</button>
        )}
        <Menu title={words.theme} label={<Icon name="sun" />} items={(Object.keys(words.themes) as Theme[]).map(option => ({
          label: words.themes[option],
          checked: theme.value === option,
          act: () => { theme.value = option },
        }))} />
        {!away && (
          <button type="button" class="open-levers" aria-expanded={leversOpen.value} aria-controls="levers"
            onClick={() => { leversOpen.value = !leversOpen.value }}>
            <Icon name="levers" /> <span class="levers-word">{words.levers}</span>
          </button>
        )}
      </div>
    </header>
  )
}

async function tell(story: string) {
  const files = await scenarioFiles()
  if (files) openScenario(files.parseScenario(storyText(story, active.peek())))
}

async function save() {
  const files = await scenarioFiles()
  const scenario = active.peek()
  if (!files) return
  download(fileName(isNamed(scenario) ? nameOf(scenario) : text.header.file, 'json'), files.fileOf({ ...scenario, name: savedName(scenario) }), 'application/json')
}

async function open(file: File) {
  const files = await scenarioFiles()
  if (!files) return
  try {
    if (file.size > files.largestScenario) throw new files.UnreadableError('too large')
    openScenario(await files.readText(await file.text()))
  } catch (error) {
    if (!(error instanceof files.UnreadableError)) throw error
    report({ kind: 'file', reason: error.reason, detail: error.detail })
  }
}

/** A file that is dropped anywhere on the page opens as from the menu: a browser left to itself would leave the page for it. */
function followDrops(): () => void {
  const allow = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    allow(event)
    const file = event.dataTransfer?.files[0]
    if (file) void open(file)
  }
  addEventListener('dragover', allow)
  addEventListener('drop', drop)
  return () => {
    removeEventListener('dragover', allow)
    removeEventListener('drop', drop)
  }
}

async function copyLink() {
  const files = await scenarioFiles()
  if (!files) return
  const address = location.href.split('#')[0] + joinHash(await files.toHash(active.value), viewPart(route.peek()))
  try {
    await navigator.clipboard.writeText(address)
    report({ kind: 'linkCopied' })
  } catch {
    report({ kind: 'linkNotCopied' })
  }
}
