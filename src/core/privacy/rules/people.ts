import { periods, type RetentionSection } from '../retention-rule.ts'

export const people: RetentionSection = {
  title: 'People and how they sign in',
  rules: [
    {
      id: 'person',
      name: 'Names and contact details of people',
      holds: { person: ['email', 'name', 'job_title', 'phone', 'language', 'totp_secret', 'totp_last_step'] },
      what: 'Who somebody is at work; to sign in, to be written to, to be named beside what they did. The language in which they are written to, where they have chosen one. The secret of their authenticator app, sealed, for people who hold a role',
      basis: 'public-task',
      period: periods.account,
      outcome: 'anonymise',
      sweep: { clock: 'person' },
    },
    {
      id: 'membership',
      holds: { membership: ['person_id', 'decided_by'] },
      what: 'For whom they act, who confirmed it and when',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'role-assignment',
      holds: { role_assignment: ['person_id', 'assigned_by'] },
      what: 'Which role they hold or held on which fund, from when to when, given by whom',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'sign-in-request',
      name: 'Attempts to sign in',
      holds: { sign_in_request: ['email', 'browser_hash', 'ip_hash'] },
      what: 'That somebody asked to sign in; against guessing. The network address is hashed with a secret key',
      basis: 'public-task',
      period: { days: 30, after: 'expired' },
      outcome: 'delete',
      byItself: 'each night',
    },
    {
      id: 'identity',
      holds: { identity: ['subject', 'person_id'] },
      what: 'Which account at an identity provider is theirs, so that nobody who is given their address later signs in as them',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'session',
      name: 'Sign-ins',
      holds: { session: ['person_id', 'browser'] },
      what: 'Where somebody is signed in, to show them and to end it. `browser` is what the browser calls itself',
      basis: 'public-task',
      period: { days: 365, after: 'expired' },
      outcome: 'delete',
      byItself: 'each night',
    },
  ],
}
