import { financialYearWords } from '../../../core/benefits/index.ts'
import type { ReadStatement } from '../../../core/sign-offs/index.ts'
import type { ClaimState, InstalmentStand, YearEndFinding } from '../../../core/support/index.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import type { SupportedAward } from '../packages/awards.store.ts'
import { penceWords } from '../support.messages.ts'

type Tag = { readonly text: string; readonly classes: string }

export const claimTags: Record<ClaimState, Tag> = {
  sent: { text: 'Sent', classes: 'govuk-tag--purple' },
  checked: { text: 'Checked', classes: 'govuk-tag--yellow' },
  approved: { text: 'Approved', classes: 'govuk-tag--blue' },
  refused: { text: 'Refused', classes: 'govuk-tag--red' },
  paid: { text: 'Paid', classes: 'govuk-tag--green' },
}

export const takenBackTag: Tag = { text: 'Taken back', classes: 'govuk-tag--grey' }

export const instalmentTags: Record<InstalmentStand, Tag> = {
  'to-come': { text: 'To come', classes: 'govuk-tag--grey' },
  due: { text: 'Due', classes: 'govuk-tag--yellow' },
  claimed: { text: 'Claimed', classes: 'govuk-tag--purple' },
  approved: { text: 'Approved', classes: 'govuk-tag--blue' },
  paid: { text: 'Paid', classes: 'govuk-tag--green' },
}

export const groundWords = { date: 'On a date', milestone: 'On a milestone' } as const

export const findingWords: Record<YearEndFinding, string> = {
  'go-on': 'Goes on as it is',
  change: 'Changes',
  stop: 'Stops',
}

/** A financial year, by the year in which it begins. */
export const yearWords = financialYearWords

/** What was last stated to be spent, in words; undefined where nothing was. */
export const statedWords = (
  last: { readonly spentPence: number; readonly untilOn: IsoDay } | undefined,
): string | undefined =>
  last === undefined ? undefined : `${penceWords(last.spentPence)} was stated until ${dayInWords(last.untilOn)}`

/** What the finance officer of a council signs. */
export const statementWords = ({ council, reference }: Pick<SupportedAward, 'council' | 'reference'>): string =>
  `I am the officer responsible for the finances of ${council} under section 151 of the Local Government Act 1972. To the best of my knowledge, the amount that I state was spent on what the grant of award ${reference} is for, as its agreement asks, and is in the accounts of the council.`

/** The same as a page shows it, in its language. */
export const shownStatement = (award: Parameters<typeof statementWords>[0]): ReadStatement => ({
  language: 'en-GB',
  statement: statementWords(award),
})
