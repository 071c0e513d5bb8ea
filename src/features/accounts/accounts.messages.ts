import type { Role } from '../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'

export const roleNames: Record<Role, string> = {
  administrator: 'Administrator',
  'programme-team': 'Programme team',
  funder: 'Funder’s representative',
  assessor: 'Assessor',
  'panel-member': 'Interview panel member',
  'decision-maker': 'Decision maker',
  auditor: 'Auditor',
}

/** What each role lets a person do, in a line. */
export const roleDescriptions: Record<Role, string> = {
  administrator: 'Looks after the register, new funds and messages.',
  'programme-team': 'Sets the fund and its rounds up and runs them.',
  funder: 'Approves for one funder what goes out in its name.',
  assessor: 'Scores the applications they are given.',
  'panel-member': 'Interviews shortlisted applicants.',
  'decision-maker': 'Decides who gets an award, with reasons.',
  auditor: 'Sees everything on the fund and changes nothing.',
}

/** A message to a person: what `queueMessage` takes. */
export type MessageText = { readonly subject: string; readonly body: string }

export function signInMessage(facts: {
  readonly serviceName: string
  /** Undefined when the service does not know its own address: then the code alone is sent. */
  readonly link: string | undefined
  /** Undefined while no code is taken for the address: then the link alone is sent. */
  readonly code: string | undefined
  readonly expiresAt: Date
}): MessageText {
  const { serviceName, link, code, expiresAt } = facts
  const enter =
    link === undefined
      ? 'Enter this code in the browser in which you asked to sign in:'
      : 'Or enter this code in the browser in which you asked to sign in:'
  const lines = [
    ...(link === undefined ? [] : ['Open this link, then select “Sign in”:', '', link, '']),
    ...(code === undefined
      ? ['There is no code in this email, because too many wrong ones were entered for your address.', '']
      : [enter, '', `${code.slice(0, 3)} ${code.slice(3)}`, '']),
    `${code === undefined ? 'The link' : 'It'} works once, until ${ukTimeWithZone(expiresAt)}.`,
    '',
    'If you did not ask to sign in, ignore this email. Never tell anyone the code: we will not ask you for it.',
  ]
  return { subject: `Sign in to ${serviceName}`, body: lines.join('\n') }
}

export function authenticatorChangedMessage(facts: {
  readonly serviceName: string
  readonly change: 'set-up' | 'reset'
  readonly at: Date
}): MessageText {
  const { serviceName, change } = facts
  const when = ukTimeWithZone(facts.at)
  const body =
    change === 'set-up'
      ? `An authenticator app was set up for your account at ${when}. You need it whenever you sign in.`
      : `An administrator reset your authenticator app at ${when} and signed you out. Set an app up again when you next sign in.`
  const notYou = 'If you did not expect this, tell the administrator of the service at once.'
  const subject =
    change === 'set-up'
      ? `Your authenticator app for ${serviceName}`
      : `Your authenticator app was reset: ${serviceName}`
  return { subject, body: `${body}\n\n${notYou}` }
}

/** To those who can confirm somebody: a member of the organisation or, while it has none, the programme teams. */
export function joinRequestedMessage(facts: {
  readonly who: string
  readonly organisationName: string
  readonly link: string | undefined
}): MessageText {
  const { who, organisationName, link } = facts
  const lines = [
    `${who} asks to act for ${organisationName}.`,
    '',
    'Confirm only people you know to work there: they will be able to read and write its applications.',
    ...(link === undefined ? [] : ['', link]),
  ]
  return { subject: `Somebody asks to join ${organisationName}`, body: lines.join('\n') }
}

export function membershipDecidedMessage(facts: {
  readonly organisationName: string
  readonly decision: 'confirmed' | 'refused' | 'ended'
}): MessageText {
  const { organisationName, decision } = facts
  const bodies = {
    confirmed: `You can now act for ${organisationName}: start an application, or work on one with your colleagues.`,
    refused: `Your request to act for ${organisationName} was refused. If you think that this is a mistake, speak to your colleagues there.`,
    ended: `You can no longer act for ${organisationName}. If you think that this is a mistake, speak to your colleagues there.`,
  }
  const subjects = {
    confirmed: `You have joined ${organisationName}`,
    refused: `Your request to join ${organisationName}`,
    ended: `You have been removed from ${organisationName}`,
  }
  return { subject: subjects[decision], body: bodies[decision] }
}

export function roleGivenMessage(facts: {
  readonly role: Role
  readonly fundName: string
  readonly link: string | undefined
}): MessageText {
  const { role, fundName, link } = facts
  const lines = [
    `You have been given a role on ${fundName}: ${roleNames[role].toLowerCase()}.`,
    roleDescriptions[role],
    '',
    'Sign in with this email address. You will be asked to set up an authenticator app the first time.',
    ...(link === undefined ? [] : ['', link]),
  ]
  return { subject: `Your role on ${fundName}`, body: lines.join('\n') }
}
