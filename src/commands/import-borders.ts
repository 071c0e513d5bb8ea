import { bordersReportLines, importBorders } from '../features/accounts/index.ts'
import { settleRounds } from '../features/assessment/index.ts'
import { type Command, Refused } from './command.ts'
import { readText } from './read-text.ts'
import { withServices } from './with-services.ts'

/** Takes in who is beside whom from a CSV file, in place of what there is: all of it, or nothing if a line is wrong. */
export const importBordersCommand: Command = async (config, given) => {
  const [file, source, asOfOn, ...rest] = given
  if (file === undefined || source === undefined || asOfOn === undefined || rest.length > 0)
    throw new Refused('Give three things: npm run borders:import -- FILE SOURCE YYYY-MM-DD')
  const text = await readText(file)
  return await withServices(config, async (services) => {
    const report = await importBorders(services, { text, source: source.trim(), asOfOn }, settleRounds)
    const lines = bordersReportLines(report).join('\n')
    if (report.comparison === undefined) throw new Refused(lines)
    return lines
  })
}
