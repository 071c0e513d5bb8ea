import type { FrozenSignOff, MaterialChange } from '../../../core/forms/index.ts'
import type { ReadStatement, SignOffKind, Standing } from '../../../core/sign-offs/index.ts'
import { possessive } from '../../../core/text/possessive.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'

/** What a sign-off is called, and what it is in a sentence. */
export const kindNames: Readonly<Record<SignOffKind, string>> = {
  sponsor: 'Senior sponsor',
  'section-151': 'Section 151 officer',
  partner: 'Partner',
}

/** What the signer is called in the middle of a sentence. */
export const kindInSentence: Readonly<Record<SignOffKind, string>> = {
  sponsor: 'senior sponsor',
  'section-151': 'section 151 officer',
  partner: 'partner',
}

/** @example signOffName('partner', 'Tarnshire') // => 'Partner: Tarnshire' */
export const signOffName = (kind: SignOffKind, organisation: string): string =>
  kind === 'partner' ? `Partner: ${organisation}` : kindNames[kind]

/** The same as what it is for. @example signOffFor('sponsor', 'Exbridge') // => 'as senior sponsor of Exbridge' */
export const signOffFor = (kind: SignOffKind, organisation: string): string =>
  kind === 'partner' ? `for ${organisation}` : `as ${kindInSentence[kind]} of ${organisation}`

/** What a signer agrees to. */
export function statementOf(kind: SignOffKind, organisation: string, lead: string): string {
  if (kind === 'sponsor') {
    return `I am the senior sponsor of this application for ${organisation}. I have read it, and I support what it proposes, the money it names and the partners it is made with.`
  }
  if (kind === 'section-151') {
    return `I am the section 151 officer of ${organisation}, or authorised to sign for that officer. I have read this application. To the best of my knowledge the money it names is right, and ${organisation} can meet what it commits to.`
  }
  return `I am authorised to sign for ${organisation}. I have read this application, which ${lead} leads. ${organisation} agrees to be a partner in it, with the scope and the money it names.`
}

/** The same as a page shows it, in its language. */
export const shownStatement = (...of: Parameters<typeof statementOf>): ReadStatement => ({
  language: 'en-GB',
  statement: statementOf(...of),
})

/** A signature that went with a submission. @example `Jo Bloggs, Chief Executive, as senior sponsor of Exbridge, at 4:55pm on …` */
export const frozenSignOffWords = ({ kind, organisation, name, jobTitle, signedAt, onPaper }: FrozenSignOff): string =>
  `${name}, ${jobTitle}, ${signOffFor(kind, organisation.name)}, ${
    onPaper === undefined
      ? `at ${ukTime(new Date(signedAt))}`
      : onPaperWords({ ...onPaper, recordedAt: new Date(signedAt) })
  }`

/** @example `on 3 February 2027, on what was keyed in. Pam recorded that at …` */
export const onPaperWords = ({ signedOn, recordedBy, recordedAt }: OnPaper): string =>
  `on ${dayInWords(signedOn)}, on what was keyed in. ${recordedBy} recorded that at ${ukTime(recordedAt)}`

type OnPaper = { readonly signedOn: IsoDay; readonly recordedBy: string; readonly recordedAt: Date }

/** What stands for the statement of somebody who signed before there was a page to read it on. */
export const paperStatement = 'Signed on what was keyed in: see the scan.'

export const standingWords: Readonly<Record<Standing, string>> = {
  'not-asked': 'Nobody asked yet',
  asked: 'Not signed yet',
  declined: 'Declined',
  signed: 'Signed',
  'needs-signing-again': 'Needs signing again',
}

/** Why something about a sign-off cannot be done. */
export type SignOffProblem =
  | { readonly code: 'name-missing' }
  | { readonly code: 'job-title-missing' }
  | { readonly code: 'email-wrong' }
  | { readonly code: 'not-agreed' }
  | { readonly code: 'unfinished' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'one-person-twice'; readonly other: string }
  | { readonly code: 'changed-while-reading' }
  | { readonly code: 'statement-changed' }
  | { readonly code: 'signed-already'; readonly name: string }
  | { readonly code: 'nothing-signed' }
  | { readonly code: 'sign-offs-fixed' }
  | { readonly code: 'reminded-too-often'; readonly times: number }
  | { readonly code: 'nobody-to-remind' }

type Words = {
  readonly [Code in SignOffProblem['code']]: (problem: Extract<SignOffProblem, { readonly code: Code }>) => string
}

const words: Words = {
  'name-missing': () => 'Enter a name',
  'job-title-missing': () => 'Enter a job title',
  'email-wrong': () => 'Enter an email address, like name@example.com',
  'not-agreed': () => 'Tick the statement to sign',
  unfinished: () => 'Say that you sign it before it is complete, or come back when it is',
  'reason-missing': () => 'Say why you decline, so that the lead can put it right',
  'one-person-twice': ({ other }) => `One person cannot give two sign-offs. This one is ${other} already`,
  'changed-while-reading': () =>
    'Money, scope or partners were changed while you were reading. Nothing is signed: read it again below',
  'statement-changed': () =>
    'The statement that you agree to has changed since you were shown it. Nothing is signed: read it again below',
  'signed-already': ({ name }) => `${name} has signed already`,
  'nothing-signed': () => 'Ask somebody first',
  'sign-offs-fixed': () => 'The application has been submitted. Its sign-offs stay as they are',
  'reminded-too-often': ({ times }) => `They have been written to ${times} times today. You can remind them tomorrow`,
  'nobody-to-remind': () => 'We know nobody of this organisation to write to',
}

/** The field that a problem is about. */
export const signOffFields: Readonly<Partial<Record<SignOffProblem['code'], string>>> = {
  'name-missing': 'name',
  'job-title-missing': 'jobTitle',
  'email-wrong': 'email',
  'one-person-twice': 'email',
  'not-agreed': 'agreed',
  unfinished: 'asUnfinished',
  'reason-missing': 'reason',
}

export const signOffProblemText = (problem: SignOffProblem): string =>
  (words[problem.code] as (problem: SignOffProblem) => string)(problem)

/** Why a submission waits for a sign-off. */
export type MissingSignOff = {
  readonly code: 'sign-off-missing'
  readonly slot: string
  readonly kind: SignOffKind
  readonly organisation: string
  /** Whom the lead asked, or who signed; empty for a partner of which nobody has signed. */
  readonly who: string
  readonly standing: Exclude<Standing, 'signed'>
  readonly reason: string
}

/** Who signs does not submit as well. */
export type OwnSignOff = {
  readonly code: 'signed-by-submitter'
  readonly slot: string
  readonly kind: SignOffKind
  readonly organisation: string
}

export const ownWords = ({ kind, organisation }: OwnSignOff): string =>
  `You signed this application ${signOffFor(kind, organisation)}, so somebody else has to submit it`

/** What is missing, and who can put it right. */
export function missingWords({ kind, organisation, who, standing, reason }: MissingSignOff): string {
  const signer = who === '' ? organisation : `${who}, ${kind === 'partner' ? organisation : kindInSentence[kind]},`
  switch (standing) {
    case 'not-asked':
      return `Ask the ${kindInSentence[kind]} to sign the application off`
    case 'asked':
      return `${signer} has not signed yet`
    case 'declined':
      return `${signer} declined to sign: ${reason}`
    case 'needs-signing-again':
      return `${signer} must sign again, because money, scope or partners are not as they were signed`
  }
}

export type SignOffMail = {
  readonly kind: SignOffKind
  readonly organisation: string
  readonly lead: string
  readonly reference: string
  readonly fund: string
  readonly deadlineAt: Date | null
  readonly link: string
}

const deadlineWords = ({ deadlineAt }: SignOffMail): string =>
  deadlineAt === null ? '' : `The deadline is ${ukTime(deadlineAt)}.`

const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

/** To somebody who is asked to sign. @param by who asks */
export const askedMail = (mail: SignOffMail, by: string): { readonly subject: string; readonly body: string } => ({
  subject: `Sign off ${possessive(mail.lead)} application to ${mail.fund}`,
  body: paragraphs(
    `${by} of ${mail.lead} asks you to sign application ${mail.reference} to ${mail.fund} ${signOffFor(mail.kind, mail.organisation)}.`,
    'Sign in with this email address, read the application as it will be sent, and sign or decline:',
    mail.link,
    `It cannot be submitted without your signature. ${deadlineWords(mail)}`.trim(),
  ),
})

/** To the people of a partner that has accepted. */
export const mustSignMail = (mail: SignOffMail): { readonly subject: string; readonly body: string } => ({
  subject: `${mail.organisation} must sign ${possessive(mail.lead)} application to ${mail.fund}`,
  body: paragraphs(
    `${mail.organisation} has accepted to be a partner in application ${mail.reference} to ${mail.fund}, which ${mail.lead} leads. This round asks each partner to sign.`,
    `One of its people who may do so signs in, reads the application as it will be sent, and signs ${signOffFor(mail.kind, mail.organisation)}, or declines:`,
    mail.link,
    'Sign when it is as good as done: if money, scope or partners change after it, it must be signed again.',
    `It cannot be submitted without that signature. ${deadlineWords(mail)}`.trim(),
  ),
})

/** To somebody who has not signed, or must sign again. */
export const reminderMail = (mail: SignOffMail): { readonly subject: string; readonly body: string } => ({
  subject: `Reminder: sign off ${possessive(mail.lead)} application to ${mail.fund}`,
  body: paragraphs(
    `Application ${mail.reference} to ${mail.fund}, which ${mail.lead} leads, waits for your signature ${signOffFor(mail.kind, mail.organisation)}.`,
    mail.link,
    `It cannot be submitted without it. ${deadlineWords(mail)}`.trim(),
  ),
})

/** @example changeInWords({ kind: 'money', label: 'Cost', before: ['£1'], after: ['£2'] }) // => 'Cost: was £1, now £2' */
export const changeInWords = ({ label, before, after }: MaterialChange): string =>
  `${label}: was ${linesOr(before)}, now ${linesOr(after)}`

const linesOr = (lines: readonly string[]): string => (lines.length === 0 ? 'nothing' : lines.join('; '))

/** To somebody who signed what has changed since. */
export const reopenedMail = (
  mail: SignOffMail,
  changes: readonly MaterialChange[],
): { readonly subject: string; readonly body: string } => ({
  subject: `Sign again: ${possessive(mail.lead)} application to ${mail.fund} has changed`,
  body: paragraphs(
    `You signed application ${mail.reference} to ${mail.fund} ${signOffFor(mail.kind, mail.organisation)}. This has changed since:`,
    changes.map((change) => `- ${changeInWords(change)}`).join('\n'),
    'Your signature does not hold for what it says now. Read it and sign again, or decline:',
    mail.link,
    deadlineWords(mail),
  ),
})

/** To the person who asked. */
export const decidedMail = (
  mail: SignOffMail,
  { name, reason }: { readonly name: string; readonly reason: string | undefined },
): { readonly subject: string; readonly body: string } => ({
  subject: `${name} ${reason === undefined ? 'signed' : 'declined to sign'} application ${mail.reference}`,
  body: paragraphs(
    `${name} ${reason === undefined ? 'signed' : 'declined to sign'} application ${mail.reference} to ${mail.fund} ${signOffFor(mail.kind, mail.organisation)}.`,
    reason === undefined ? '' : `Reason: ${reason}`,
    mail.link,
  ),
})

/** What is said once somebody is asked to sign for an organisation. */
export const askedToSignText = (name: string, { ofItsDomain }: { readonly ofItsDomain: boolean }): string =>
  `${name} is asked to sign.${ofItsDomain ? '' : ' Their address is not of a domain that we know, so somebody of your organisation has to confirm them first.'}`
