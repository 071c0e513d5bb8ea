import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { type Command, Refused } from './commands/command.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import { requireNode } from './require-node.ts'

/** What can be done from the command line besides serving. Each is read when it is asked for: most need little of the rest. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  seed: async () => (await import('./commands/seed.ts')).seedCommand,
  'db:reset': async () => (await import('./commands/reset-database.ts')).resetDatabase,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  'audit:verify': async () => (await import('./commands/verify-audit.ts')).verifyAudit,
  'authorities:import': async () => (await import('./commands/import-authorities.ts')).importAuthoritiesCommand,
  'borders:import': async () => (await import('./commands/import-borders.ts')).importBordersCommand,
  'administrator:add': async () => (await import('./commands/add-administrator.ts')).addAdministrator,
  inbound: async () => (await import('./commands/take-mail.ts')).takeMail,
  texts: async () => (await import('./commands/write-texts.ts')).writeTexts,
  docs: async () => (await import('./commands/write-docs.ts')).writeDocs,
}

requireNode()
// Where `npm start` keeps the program compiled too.
enableCompileCache(join(import.meta.dirname, '../.build/compile-cache'))
await main(process.argv.slice(2))

async function main([name = '', ...given]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  const read = readConfig(process.env)
  if (load === undefined) return fail(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`)
  if (!read.ok) return fail(read.problems.map(({ text }) => text).join('\n'))
  try {
    const command = await load()
    console.log(await command(read.config, given))
  } catch (error) {
    fail(await wordsFor(error, read.config))
  }
}

async function wordsFor(error: unknown, config: Config): Promise<string> {
  if (error instanceof Refused) return error.message
  const { startProblem } = await import('./start-problem.ts')
  return startProblem(error, config)
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}
