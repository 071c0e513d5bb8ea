import type { Condition, SignerRole } from '../../../core/awards/index.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { pounds, signerNames } from './awarding.messages.ts'
import { awardPath } from './awarding.paths.ts'

type Mail = { readonly subject: string; readonly body: string }

type OfAward = {
  readonly reference: string
  readonly fund: string
  readonly council: string
  readonly origin: string
}

const mail = (subject: string, ...body: readonly string[]): Mail => ({ subject, body: body.join('\n\n') })

/** To the people of the lead, and to whoever is named to sign. */
export const offeredMail = ({ reference, fund, council, origin }: OfAward, sum: number): Mail =>
  mail(
    `An award is offered to ${council}: ${fund}`,
    `${fund} offers ${council} an award of ${pounds(sum)} for application ${reference}.`,
    `Read the agreement, and see who has to sign it for the council:\n${origin}${awardPath(reference)}`,
  )

/** @param until the last day on which a council that has accepted may decline; undefined for one that has not accepted */
export const changedMail = (
  { reference, fund, council, origin }: OfAward,
  reason: string,
  until: IsoDay | undefined,
): Mail =>
  mail(
    `The agreement with ${council} is to change: ${fund}`,
    `A new version of the agreement for application ${reference} waits for the council’s signatures. Until both have signed, what was agreed before stays in force.`,
    `Why: ${reason}`,
    ...(until === undefined ? [] : [`The council can decline the change until ${dayInWords(until)}.`]),
    `Read it:\n${origin}${awardPath(reference)}`,
  )

export const askedToSignMail = ({ reference, fund, council, origin }: OfAward, role: SignerRole): Mail =>
  mail(
    `You are asked to sign for ${council}: ${fund}`,
    `You are named as the ${role === 'section-151' ? 'section 151 officer' : 'senior officer'} who signs the agreement about an award for application ${reference}.`,
    `Read and sign it, with your own sign-in:\n${origin}${awardPath(reference)}`,
  )

/** To the council and its signers: what they undertook to do soon. */
export const conditionsDueMail = (
  { reference, fund, council, origin }: OfAward,
  conditions: readonly { readonly text: string; readonly dueOn: NonNullable<Condition['dueOn']> }[],
): Mail =>
  mail(
    `Conditions of the award to ${council} are due: ${fund}`,
    `${council} agreed to the following when it accepted the award for application ${reference}.`,
    ...conditions.map(({ text, dueOn }) => `By ${dayInWords(dueOn)}: ${text}`),
    `Read the agreement:\n${origin}${awardPath(reference)}`,
  )

/** To the programme team: what the council said. */
export const answeredMail = ({ reference, fund, council }: OfAward, reason: string | undefined): Mail =>
  reason === undefined
    ? mail(`${council} has accepted: ${fund}`, `Both have signed the agreement for application ${reference}.`)
    : mail(
        `${council} has declined: ${fund}`,
        `${council} declines the award for application ${reference}.`,
        `Why: ${reason}`,
      )

/** To the council and its signers: that one of them has declined for it. */
export const declinedForMail = ({ reference, fund, council, origin }: OfAward, by: string, reason: string): Mail =>
  mail(
    `${council} has declined its award: ${fund}`,
    `${by} has declined the award for application ${reference} on behalf of ${council}.`,
    `Why: ${reason}`,
    `Its money and its place are free for others. If it was a mistake, write to the programme team at once:\n${origin}${awardPath(reference)}`,
  )

/** To the programme team: that changed terms are declined. */
export const termsDeclinedMail = ({ reference, fund, council }: OfAward, number: number, reason: string): Mail =>
  mail(
    `${council} declines the change: ${fund}`,
    `${council} declines version ${number} of the agreement for application ${reference}. What was agreed before stays in force.`,
    `Why: ${reason}`,
  )

export const withdrawnMail = ({ reference, fund, council, origin }: OfAward, reason: string): Mail =>
  mail(
    `The award to ${council} is withdrawn: ${fund}`,
    `The award for application ${reference} is withdrawn.`,
    `Why: ${reason}`,
    `${origin}${awardPath(reference)}`,
  )

/** The roles in a sentence. */
export const signerWords = (roles: readonly SignerRole[]): string =>
  roles.map((role) => signerNames[role].toLowerCase()).join(' and ')
