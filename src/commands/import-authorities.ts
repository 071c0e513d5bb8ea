import { importAuthorities, importReportLines } from '../features/accounts/index.ts'
import { type Command, only, Refused } from './command.ts'
import { readText } from './read-text.ts'
import { withServices } from './with-services.ts'

/** Brings the register of authorities up to date from a file: all of it, or nothing if a row is wrong. */
export const importAuthoritiesCommand: Command = async (config, given) => {
  const file = only(given, 'npm run authorities:import -- FILE')
  const text = await readText(file)
  return await withServices(config, async (services) => {
    const report = await importAuthorities(services, text)
    const lines = importReportLines(report).join('\n')
    if (report.comparison === undefined) throw new Refused(lines)
    return lines
  })
}
