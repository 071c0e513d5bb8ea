import type { ApprovalSubject } from './approval.ts'
import type { Fund, Funder } from './fund.ts'
import type { Round } from './round.ts'

/** What must be there before a round is put before the public. */
export const publishNeeds = [
  'opening-set',
  'deadline-set',
  'deadline-to-come',
  'kinds-chosen',
  'contact-given',
  'form-chosen',
  'funder-named',
  'senior-officer-named',
  'gates-passed',
  'rules-sealed',
] as const

export type PublishNeed = (typeof publishNeeds)[number]

/** A funder that has not approved something as it stands. */
export type Unapproved = {
  readonly organisationId: string
  readonly organisationName: string
  readonly subject: Extract<ApprovalSubject, 'quote' | 'rules'>
}

/** Whether a round may be published: only when all needs are met, and with a reason where a funder has not approved. */
export type PublishList = {
  readonly needs: readonly { readonly need: PublishNeed; readonly met: boolean }[]
  readonly unapproved: readonly Unapproved[]
  readonly ready: boolean
}

/** When it is asked, and whether every gate is passed or explained and the rules are sealed as they stand. */
export type PublishFacts = { readonly at: Date; readonly gatesPassed: boolean; readonly rulesSealed: boolean }

/** What is there and what is missing, in the order in which people see to it. */
export function publishList(
  round: Round,
  fund: Fund,
  funders: readonly Funder[],
  unapproved: readonly Unapproved[],
  { at, gatesPassed, rulesSealed }: PublishFacts,
): PublishList {
  const met: Record<PublishNeed, boolean> = {
    'opening-set': round.opensAt !== null,
    'deadline-set': round.deadlineAt !== null,
    'deadline-to-come': round.deadlineAt !== null && round.deadlineAt > at,
    'kinds-chosen': round.eligibleKinds.length > 0,
    'contact-given': round.contactEmail !== '',
    'form-chosen': round.formVersionId !== null,
    'funder-named': funders.length > 0,
    'senior-officer-named': fund.seniorOfficerName !== '',
    'gates-passed': gatesPassed,
    'rules-sealed': rulesSealed,
  }
  const needs = publishNeeds.map((need) => ({ need, met: met[need] }))
  return { needs, unapproved, ready: needs.every((each) => each.met) }
}
