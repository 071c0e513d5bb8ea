import { addAdministrator } from './commands/add-administrator.ts'
import { backupCommand } from './commands/backup.ts'
import { type Command, Refused } from './commands/command.ts'
import { importAuthoritiesCommand } from './commands/import-authorities.ts'
import { resetDatabase } from './commands/reset-database.ts'
import { restoreCommand } from './commands/restore.ts'
import { seedCommand } from './commands/seed.ts'
import { verifyAudit } from './commands/verify-audit.ts'
import { writeDocs } from './commands/write-docs.ts'
import { readConfig } from './platform/config/config.ts'
import { requireNode } from './require-node.ts'
import { startProblem } from './start-problem.ts'

/** What can be done from the command line besides serving. */
const commands: Readonly<Record<string, Command>> = {
  seed: seedCommand,
  'db:reset': resetDatabase,
  backup: backupCommand,
  restore: restoreCommand,
  'audit:verify': verifyAudit,
  'authorities:import': importAuthoritiesCommand,
  'administrator:add': addAdministrator,
  docs: writeDocs,
}

requireNode()
await main(process.argv.slice(2))

async function main([name = '', ...given]: readonly string[]): Promise<void> {
  const command = commands[name]
  const read = readConfig(process.env)
  if (command === undefined)
    return fail(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`)
  if (!read.ok) return fail(read.problems.map(({ text }) => text).join('\n'))
  try {
    console.log(await command(read.config, given))
  } catch (error) {
    fail(error instanceof Refused ? error.message : startProblem(error, read.config))
  }
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}
