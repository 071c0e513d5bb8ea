import type { Config } from '../platform/config/config.ts'

/** One command: what was given after its name in, what to print out. */
export type Command = (config: Config, given: readonly string[]) => Promise<string>

/** The command was not carried out; the message says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The one thing that a command is given. */
export function only(given: readonly string[], usage: string): string {
  const [first, ...rest] = given
  if (first === undefined || rest.length > 0) throw new Refused(`Give one thing: ${usage}`)
  return first
}
