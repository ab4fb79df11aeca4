/** A bar on standard error with the time left, when somebody watches. */
import type { Terminal } from './terminal.ts'

const width = 30

/**
 * @param total steps until the end
 * @returns `step` after each step, `end` to clear the bar away
 */
export function progressBar(terminal: Terminal, total: number, now = () => performance.now()) {
  const start = now()
  let done = 0
  return {
    step() {
      done++
      if (!terminal.watched) return
      const filled = Math.round(width * done / total)
      const left = (now() - start) / done * (total - done)
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      terminal.err(`\r${bar} ${Math.round(100 * done / total)} %  ${minutes(left)} left \x1b[K`)
    },
    end() {
      if (terminal.watched) terminal.err('\r\x1b[K')
    },
  }
}

/** Milliseconds as minutes and seconds. */
function minutes(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
