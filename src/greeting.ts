import type { Services } from './platform/services.ts'
import { seedPeopleByRole } from './seeds/people.ts'

/** What the terminal says once the service answers: where to go and, in evaluation, whom to sign in as. */
export function greeting({ config, engine }: Services, url: string): string {
  const store = engine === 'embedded' ? `embedded database in ${config.dataDirectory}` : 'PostgreSQL'
  const lines = [`${config.serviceName} is ready at ${url} (${store}).`]
  if (!config.evaluation) return lines.join('\n')
  const width = Math.max(...Object.values(seedPeopleByRole).map(({ email }) => email.length))
  return [
    ...lines,
    '',
    `Sign in at ${url}/sign-in as one of these made-up people; no e-mail leaves this machine (see ${url}/outbox):`,
    ...Object.values(seedPeopleByRole).map(({ email, jobTitle }) => `  ${email.padEnd(width)}  ${jobTitle}`),
    '',
    'Stop with Ctrl-C.',
  ].join('\n')
}
