/** A program: says what `node --test` is to run, for the groups that it is given, or for everything: a path a line. */
import { allRuns, groupNames, longestFirst, runsOf } from './groups.ts'

const asked = process.argv.slice(2)
const groups = groupNames.filter((name) => asked.includes(name))
const unknown = asked.filter((name) => !groupNames.some((known) => known === name))
if (unknown.length > 0) throw new Error(`there is no group ${unknown.join(', ')}: there are ${groupNames.join(', ')}`)
process.stdout.write(`${longestFirst(asked.length === 0 ? allRuns() : runsOf(groups)).join('\n')}\n`)
