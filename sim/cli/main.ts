/** From the words of a command line to what they ask for, and to an exit code. */
import { help, readArguments } from './arguments.ts'
import { calibrateCommand } from './calibrate.ts'
import { check } from './check.ts'
import { claimsCommand } from './claims.ts'
import { compareCommand } from './compare.ts'
import { programVersion } from './data.ts'
import { describe } from './describe.ts'
import { runCommand } from './run.ts'
import { sensitivityCommand } from './sensitivity.ts'
import { Interruption, oneLine, UsageError, type Terminal } from './terminal.ts'
import { validateCommand } from './validate.ts'

/**
 * Runs one command.
 * @returns 0 if done, 1 if the program failed, 2 for bad input, 128 and the signal's number if interrupted
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await obey(argv, terminal)
    return 0
  } catch (error) {
    if (terminal.interrupted.reason instanceof Interruption) return terminal.interrupted.reason.code
    const message = error instanceof Error ? error.message : String(error)
    terminal.err(`chengxiang: ${oneLine(message)}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

async function obey(argv: readonly string[], terminal: Terminal): Promise<void> {
  const command = readArguments(argv)
  switch (command.command) {
    case 'help': return terminal.out(help)
    case 'version': return terminal.out(programVersion() + '\n')
    case 'run': return await runCommand(command, terminal)
    case 'compare': return await compareCommand(command, terminal)
    case 'claims': return await claimsCommand(command, terminal)
    case 'sensitivity': return await sensitivityCommand(command, terminal)
    case 'validate': return await validateCommand(command, terminal)
    case 'calibrate': return await calibrateCommand(command, terminal)
    case 'describe': return terminal.out(describe(command.topic, command.json))
    case 'check': return terminal.out(check(command.file))
  }
}
