import type { Services } from './platform/services.ts'
import { type SeedRole, seedPeopleByRole } from './seeds/people.ts'

/** What each of the made-up people is there to try. */
const parts: Record<SeedRole, string> = {
  lead: 'lead officer of a council: writes and submits an application',
  colleague: 'colleague at the same council: speaks for staff in its review',
  partner: 'another council, which can be asked to be a partner',
  finance: 'chief finance officer of the same council: gives weights and scores in its review',
  programme: 'programme team: sets rounds up and sees what was sent',
  funder: 'speaks for one of the funders: approves',
  assessor: 'scores what was given to them',
  panel: 'panel member: moderates scores and decides on the shortlist',
  decision: 'decides on awards',
  auditor: 'reads everything on a fund and changes nothing',
  administrator: 'looks after the service: register, funds, people',
}

/** What the terminal says once the service answers: where to go and, in evaluation, whom to sign in as. */
export function greeting({ config, engine }: Services, url: string): string {
  const store = engine === 'embedded' ? `embedded database in ${config.dataDirectory}` : 'PostgreSQL'
  const lines = [`${config.serviceName} is ready at ${url} (${store}).`]
  if (!config.evaluation) return lines.join('\n')
  const width = Math.max(...Object.values(seedPeopleByRole).map(({ email }) => email.length))
  return [
    ...lines,
    '',
    `Sign in at ${url}/sign-in as one of these made-up people; no email leaves this machine (see ${url}/outbox):`,
    ...Object.entries(seedPeopleByRole).map(
      ([role, { email }]) => `  ${email.padEnd(width)}  ${parts[role as SeedRole]}`,
    ),
    '',
    'Stop with Ctrl-C.',
  ].join('\n')
}
