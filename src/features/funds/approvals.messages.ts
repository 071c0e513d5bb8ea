import type { DecidedApplication, DecisionRecord } from '../../core/decisions/index.ts'
import type { RulesPageSlug, RulesParts } from '../../core/rounds/approval.ts'
import type { Fund, Funder } from '../../core/rounds/fund.ts'
import { roundDays, roundInstants } from '../../core/rounds/read-timetable.ts'
import type { Round } from '../../core/rounds/round.ts'
import type { AssessmentRules } from '../../core/rules/index.ts'
import { formWords } from '../../core/rules/index.ts'
import type { ShortlistDocument } from '../../core/shortlist/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords } from '../../core/time/day.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import { dayWords, instantWords } from './fields.messages.ts'
import { publicRoundPath, roundPagePath } from './funds.paths.ts'
import { kindsInSentence } from './invitations.messages.ts'

/** `href`: where the whole of it can be read. */
type Fact = { readonly name: string; readonly value: string; readonly href?: string | undefined }

const pounds = (amount: number): string => `£${new Intl.NumberFormat('en-GB').format(amount)}`

const orNone = (text: string): string => (text === '' ? 'None' : text)

const vat = { included: 'including VAT', excluded: 'without VAT', 'not-stated': 'VAT not stated' } as const

/** All that is hashed of a quote, as its funder reads it. */
export const quoteFacts = (funder: Funder): readonly Fact[] => [
  { name: 'Logo as text', value: orNone(funder.logoText) },
  { name: 'Quote', value: funder.quote },
  { name: 'Who said it', value: orNone(funder.quoteSpeaker) },
  { name: 'Where it can be read', value: orNone(funder.quoteSourceUrl) },
]

const pageNames: Record<RulesPageSlug, string> = {
  'am-i-eligible': 'What is published of who may apply',
  scoring: 'What is published of scoring',
}

/** The criteria with their weights; the whole stands behind the link. */
const assessmentInShort = ({ criteria }: AssessmentRules): string =>
  criteria.length === 0
    ? 'No criteria yet'
    : criteria.map(({ name, weightPercent }) => `${name} ${weightPercent}%`).join(', ')

/** All that is hashed of the rules of a round, as a funder reads it. */
export function rulesFacts(
  fund: Fund,
  funders: readonly Funder[],
  round: Round,
  { pages, assessment, form }: RulesParts,
): readonly Fact[] {
  const officer = [fund.seniorOfficerName, fund.seniorOfficerTitle].filter((text) => text !== '').join(', ')
  const contributions = funders.map(
    ({ organisationName, contributionPounds }) =>
      `${organisationName} ${contributionPounds === null ? '(not stated)' : pounds(contributionPounds)}`,
  )
  return [
    { name: 'Fund', value: fund.name },
    { name: 'A council gets', value: fund.awardType === 'grant' ? 'a grant' : 'support in kind' },
    { name: 'Budget', value: `${pounds(fund.budgetPounds)}, ${vat[fund.vat]}` },
    { name: 'Places', value: `up to ${fund.places}` },
    { name: 'Cap for each award', value: pounds(fund.capPounds) },
    { name: 'Contributions', value: plainList(contributions) },
    { name: 'Senior officer responsible', value: orNone(officer) },
    { name: 'Round', value: round.name },
    { name: 'Who may lead', value: orNone(kindsInSentence(round.eligibleKinds)) },
    ...roundInstants.map((field) => {
      const at = round[field]
      return { name: instantWords[field], value: at === null ? 'Not set' : ukTimeWithZone(at) }
    }),
    ...roundDays.map((field) => {
      const on = round[field]
      return { name: dayWords[field], value: on === null ? 'Not set' : dayInWords(on) }
    }),
    {
      name: 'Application form',
      value: form === null ? 'Not chosen' : formWords(form),
      href: form === null ? undefined : roundPagePath(fund.slug, round.slug, 'form'),
    },
    {
      name: 'How applications are assessed',
      value: assessment === null ? 'Not written' : assessmentInShort(assessment),
      href: assessment === null ? undefined : roundPagePath(fund.slug, round.slug, 'rules'),
    },
    ...pages.map(({ slug, published }) => ({
      name: pageNames[slug],
      value: published === undefined ? 'Not published' : `${published.title}, version ${published.number}`,
      href: published && `${publicRoundPath(fund.slug, round.slug)}/${slug}`,
    })),
  ]
}

/** What a funder approves of decided awards: to whom, how much, and where the decision departs. */
export function awardsFacts(record: DecisionRecord): readonly Fact[] {
  const { applications, recommendation, decision, reserveExpiresOn, tellAt } = record
  const named = applications.filter((each): each is DecidedApplication => !('withheld' in each))
  const awards = named.filter(({ outcome }) => outcome === 'award')
  const pounds = (sum: number) => `£${sum.toLocaleString('en-GB')}`
  const total = awards.reduce((sum, each) => sum + (each.pounds ?? 0), 0)
  const reserve = named
    .filter(({ outcome }) => outcome === 'reserve')
    .sort((one, other) => (one.reservePlace ?? 0) - (other.reservePlace ?? 0))
  const leads = new Map(named.map(({ id, lead }) => [id, lead]))
  const departures = (of: readonly Pick<DecidedApplication, 'id' | 'reference' | 'departure'>[]) =>
    of.flatMap(({ id, reference, departure }) =>
      departure === null ? [] : [`${reference} (${leads.get(id) ?? ''}): ${departure.reason}`],
    )
  return [
    { name: 'Awards', value: `${awards.length}, ${pounds(total)} in all` },
    {
      name: 'To whom',
      value: orNone(plainList(awards.map((each) => `${each.lead} (${each.reference}), ${pounds(each.pounds ?? 0)}`))),
    },
    {
      name: 'In reserve',
      value: orNone(
        reserve.length === 0
          ? ''
          : `${plainList(reserve.map(({ reference, lead }) => `${lead} (${reference})`))}${reserveExpiresOn === null ? '' : `, until ${dayInWords(reserveExpiresOn)}`}`,
      ),
    },
    { name: 'Recommended other than the rules propose', value: orNone(departures(recommendation.outcomes).join('. ')) },
    { name: 'Decided other than recommended', value: orNone(departures(named).join('. ')) },
    { name: 'Everybody is told', value: ukTimeWithZone(new Date(tellAt)) },
    { name: 'Decided', value: `${ukTimeWithZone(new Date(decision.at))} by ${decision.decidedBy}, ${decision.title}` },
  ]
}

/** What a funder approves of a frozen shortlist: who is on it, and where people decided other than was proposed. */
export function shortlistFacts({ applications, tellAt, frozenBy, frozenAt }: ShortlistDocument): readonly Fact[] {
  const listed = applications.filter(({ shortlisted }) => shortlisted)
  const departures = applications.flatMap(({ reference, lead, shortlisted, departure }) =>
    departure === null
      ? []
      : [`${reference} (${lead}) is ${shortlisted ? 'on' : 'not on'} it, other than proposed: ${departure.reason}`],
  )
  return [
    { name: 'On the shortlist', value: `${listed.length} of ${applications.length} that were scored` },
    { name: 'Applicants', value: plainList(listed.map(({ reference, lead }) => `${lead} (${reference})`)) },
    { name: 'Other than proposed', value: orNone(departures.join('. ')) },
    { name: 'Applicants are told', value: ukTimeWithZone(new Date(tellAt)) },
    { name: 'Frozen', value: `${ukTimeWithZone(new Date(frozenAt))} by ${frozenBy}` },
  ]
}
