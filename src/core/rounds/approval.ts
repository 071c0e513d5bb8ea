import { canonicalJson } from '../canonical/canonical-json.ts'
import type { Json, JsonObject } from '../canonical/json.ts'
import type { AssessmentRules } from '../rules/assessment-rules.ts'
import type { FormSeal } from '../rules/sealed-document.ts'
import type { Fund, Funder } from './fund.ts'
import type { Round } from './round.ts'
import { plainRules, type RoundRules } from './round-rules.ts'

/** What a funder approves before it goes out in its name. */
export const approvalSubjects = ['quote', 'rules', 'shortlist', 'awards'] as const
export type ApprovalSubject = (typeof approvalSubjects)[number]

/** What a funder has approved: bound to the hash of what it was shown. */
export type Approval = {
  readonly organisationId: string
  readonly subject: ApprovalSubject
  readonly subjectSha256: string
  readonly approvedAt: Date
  readonly approvedByName: string
}

/** What a funder answers for: a document of exactly this text. */
type Answer = Pick<Approval, 'organisationId' | 'subject' | 'subjectSha256'>

/** That a funder does not approve what it was shown, and why. */
export type Refusal = Answer & {
  readonly reason: string
  readonly refusedAt: Date
  readonly refusedByName: string
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** All that a funder is asked to put its name to in its quote. A different document has a different hash. */
export const quoteDocument = (funder: Funder): Json => ({
  document: 'quote',
  organisationId: funder.organisationId,
  logoText: funder.logoText,
  quote: funder.quote,
  quoteSpeaker: funder.quoteSpeaker,
  quoteSourceUrl: funder.quoteSourceUrl,
})

/** The public pages of a round that say who may apply and how applications are scored. */
export const rulesPageSlugs = ['am-i-eligible', 'scoring'] as const
export type RulesPageSlug = (typeof rulesPageSlugs)[number]

/** Such a page as last published: `sha256` is of its title, summary and text. */
export type RulesPage = {
  readonly slug: RulesPageSlug
  readonly published: { readonly number: number; readonly title: string; readonly sha256: string } | undefined
}

/** What of a round's rules does not stand in its row. `assessment`: null until somebody has written any. */
export type RulesParts = {
  readonly pages: readonly RulesPage[]
  readonly assessment: AssessmentRules | null
  /** The version that is filled in: for people, since its id is in the row. */
  readonly form: FormSeal | null
}

/**
 * The rules of a round as a funder approves them: the money, who pays what, who may lead, when, the form, what is
 * published of who may apply and how applications are scored, and the rules of assessment.
 */
export const rulesDocument = (
  fund: Fund,
  funders: readonly Funder[],
  round: Round,
  { pages, assessment }: RulesParts,
): Json => ({
  document: 'rules',
  fund: {
    name: fund.name,
    awardType: fund.awardType,
    budgetPounds: fund.budgetPounds,
    places: fund.places,
    capPounds: fund.capPounds,
    vat: fund.vat,
    seniorOfficerName: fund.seniorOfficerName,
    seniorOfficerTitle: fund.seniorOfficerTitle,
  },
  funders: funders.map(({ organisationId, contributionPounds }) => ({ organisationId, contributionPounds })),
  round: {
    id: round.id,
    name: round.name,
    eligibleKinds: [...round.eligibleKinds].sort(),
    opensAt: instant(round.opensAt),
    questionsCloseAt: instant(round.questionsCloseAt),
    // The round's own: more time for everyone is news, and not another rule to approve.
    deadlineAt: instant(round.ownDeadlineAt),
    siftedOn: round.siftedOn,
    shortlistOn: round.shortlistOn,
    interviewsFromOn: round.interviewsFromOn,
    interviewsToOn: round.interviewsToOn,
    decisionsOn: round.decisionsOn,
    startsOn: round.startsOn,
    formVersionId: round.formVersionId,
    ...saidRules(round),
  },
  pages: pages.map(({ slug, published }) => ({ slug, sha256: published?.sha256 ?? null })),
  // Rounds without them keep the hash that was approved before there were any.
  ...(assessment === null ? {} : { assessment: assessment as unknown as Json }),
})

/** The rules that somebody has set. Those that are as they always were add nothing, so that what was approved stays so. */
function saidRules(round: RoundRules): JsonObject {
  const said: { [rule: string]: Json } = {}
  for (const rule of [
    'leadSlots',
    'partnerMinimum',
    'partnerSlots',
    'ineligible',
    'screenerVersionId',
    'signOffs',
  ] as const) {
    if (canonicalJson(round[rule]) !== canonicalJson(plainRules[rule])) said[rule] = round[rule]
  }
  return said
}

/** The first of these answers that is this funder's, of this subject, of exactly what it says now. */
const answerOf = <Given extends Answer>(
  given: readonly Given[],
  organisationId: string,
  subject: ApprovalSubject,
  sha256: string,
): Given | undefined =>
  given.find(
    (each) => each.organisationId === organisationId && each.subject === subject && each.subjectSha256 === sha256,
  )

/** The approval that holds: this funder's, of this subject, of exactly what it says now. */
export const approvalOf = answerOf<Approval>

/** The refusal that stands: this funder's last, of exactly what it says now. An approval of the same takes its place. */
export const refusalOf = answerOf<Refusal>
