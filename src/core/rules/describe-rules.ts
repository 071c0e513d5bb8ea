import type { SignOffKind } from '../sign-offs/index.ts'
import { capital } from '../text/capital.ts'
import { plainList } from '../text/plain-list.ts'
import { sentence } from '../text/sentence.ts'
import { dayInWords } from '../time/day.ts'
import { ukTimeWithZone } from '../time/uk-time.ts'
import {
  type AssessmentRules,
  type Confidence,
  type ConflictKind,
  type Criterion,
  conflictKinds,
  type SpreadRule,
  type TieBreak,
  type Treatment,
} from './assessment-rules.ts'
import type { FormSeal, SealedDocument, SealedPart } from './sealed-document.ts'

/** One rule in words. Two versions are compared by section and name. */
export type RuleFact = { readonly section: string; readonly name: string; readonly value: string }

/** A rule that two versions say differently; '' where one of them has no such rule. */
export type RuleChange = Omit<RuleFact, 'value'> & { readonly was: string; readonly now: string }

/** What ids are called: of kinds of body, and of questions of the form. */
export type RuleNames = { readonly kind: (kind: string) => string; readonly question: (id: string) => string }

/** Names that are the ids themselves. */
export const plainNames: RuleNames = { kind: (kind) => kind, question: (id) => id }

export const conflictWords: Record<ConflictKind, string> = {
  'own-authority': 'Their own authority applies',
  partner: 'Their authority is a partner of the bid',
  employer: 'They work for the applicant, or did in the last three years',
  supplier: 'They work for a supplier that the bid names',
  'bidding-officer': 'They work for any authority that applies in this round',
  neighbour: 'A neighbouring authority applies',
  'county-and-district': 'The county of their district, or a district of their county, applies',
  'combined-authority': 'An authority in the same combined authority applies',
  'home-authority': 'The authority where they live applies',
}

export const treatmentWords: Record<Treatment, string> = {
  hard: 'never reads it',
  soft: 'reads it only if released with a reason',
  off: 'may read it: this does not count',
}

export const basisWords: Record<SpreadRule['basis'], string> = {
  region: 'region',
  'authority-type': 'type of authority',
  'delivery-model': 'delivery model',
}

export const calibrationWords = {
  none: 'No allowance for strict and lenient assessors is made',
  advice:
    'The plain weighted mean ranks; estimates that allow for strict and lenient assessors stand beside it as advice',
  ranks: 'Estimates that allow for strict and lenient assessors rank; the plain weighted mean stands beside them',
} as const

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  sure: 'Sure',
  'fairly-sure': 'Fairly sure',
  'not-sure': 'Not sure',
}

export const othersWords = {
  'when-scoring-closes': 'Nobody, the programme team included, sees anybody else’s scores until scoring closes',
  'after-own':
    'Once scoring has closed, an assessor who has submitted a review sees the others’ scores of that application',
} as const
export const applicantsWords = {
  'with-decision': 'An applicant sees its own scores and comments with the decision',
  never: 'Applicants do not see scores',
} as const
export const rankingWords = {
  bands: 'Published as bands: clear in, too close to tell, clear out',
  full: 'Published in full, with unsuccessful applicants under pseudonyms',
  nothing: 'Not published',
} as const

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** A step of the order of ties. */
export function tieBreakWords({ kind, criterion }: TieBreak, criteria: readonly Criterion[]): string {
  switch (kind) {
    case 'criterion':
      return `more points on ${criteria.find(({ id }) => id === criterion)?.name ?? criterion}`
    case 'under-represented':
      return 'a region or type of authority with fewer awards'
    case 'pairwise':
      return 'the panel’s choice between the two'
    case 'earlier':
      return 'the application that was submitted first'
    case 'draw':
      return 'a public draw'
  }
}

/** A rule of spread. @example spreadWords({ basis: 'region', value: '', least: null, most: 3 }, plainNames) // => 'each region: at most 3' */
export function spreadWords({ basis, value, least, most }: SpreadRule, names: RuleNames): string {
  const what = value === '' ? `each ${basisWords[basis]}` : basis === 'authority-type' ? names.kind(value) : value
  const bounds = [least === null ? '' : `at least ${least}`, most === null ? '' : `at most ${most}`]
  return `${what}: ${bounds.filter((text) => text !== '').join(' and ')}`
}

function criterionFacts(section: string, criteria: readonly Criterion[], names: RuleNames): readonly RuleFact[] {
  return criteria.flatMap(({ name, looksFor, questions, weightPercent, leastPoints, bands }) => {
    const about = [
      sentence([`${weightPercent}% of the score`, looksFor].filter(Boolean).join('. ')),
      ...(questions.length === 0
        ? []
        : [sentence(`Reads the answers to ${plainList(questions.map((id) => `“${names.question(id)}”`))}`)]),
      ...(leastPoints === null ? [] : [`Needs at least ${plural(leastPoints, 'point')}.`]),
    ]
    const scale = bands.map(({ points, name: called, guidance }) =>
      sentence(`${points}: ${[called, guidance].filter(Boolean).join('. ')}`),
    )
    return [
      { section, name, value: about.join('\n') },
      { section, name: `${name}: scale`, value: scale.join('\n') },
    ]
  })
}

/** What is said of a criterion and its scale. */
export const describeCriterion = (criterion: Criterion, names: RuleNames): readonly RuleFact[] =>
  criterionFacts('', [criterion], names)

type Chosen = Pick<
  AssessmentRules,
  'criteria' | 'overallLeastPercent' | 'spread' | 'tieBreaks' | 'drawValue' | 'interview' | 'sumAsked'
>

/** The rules by which awards are chosen, in words. */
export function describeChosen(rules: Chosen, names: RuleNames): readonly RuleFact[] {
  const { interview } = rules
  const scoring = 'Scoring criteria'
  return [
    ...criterionFacts(scoring, rules.criteria, names),
    {
      section: 'Thresholds',
      name: 'Overall',
      value: `An application needs at least ${rules.overallLeastPercent}% of the points to be awarded.`,
    },
    {
      section: 'Interviews',
      name: 'How they count',
      value: interview.held
        ? `The written score is ${interview.writtenPercent}% and the interview ${100 - interview.writtenPercent}% of the whole. At least ${plural(interview.quorum, 'panel member')} without a conflict.`
        : 'There are no interviews.',
    },
    ...(interview.held && typeof interview.invited === 'number'
      ? [
          {
            section: 'Interviews',
            name: 'How many are shortlisted',
            value: `${plural(interview.invited, 'application')}.`,
          },
        ]
      : []),
    ...(interview.held ? criterionFacts('Interviews', interview.criteria, names) : []),
    {
      section: 'Spread of awards',
      name: 'Limits',
      value:
        rules.spread.length === 0 ? 'None.' : rules.spread.map((each) => capital(spreadWords(each, names))).join('\n'),
    },
    ...(rules.sumAsked === undefined
      ? []
      : [
          {
            section: 'Sum of an award',
            name: 'The sum asked for',
            value:
              rules.sumAsked === ''
                ? 'Each award counts as the cap.'
                : `The answer to “${names.question(rules.sumAsked)}”, at most the cap.`,
          },
        ]),
    {
      section: 'Ties',
      name: 'First in line is',
      value: rules.tieBreaks
        .map((each, index) => `${index + 1}. ${capital(tieBreakWords(each, rules.criteria))}`)
        .join('\n'),
    },
    ...(rules.drawValue === ''
      ? []
      : [{ section: 'Ties', name: 'The draw takes its chances from', value: rules.drawValue }]),
  ]
}

type Work = Pick<AssessmentRules, 'conflicts' | 'assignment' | 'calibration' | 'moderation' | 'visibility' | 'basis'>

/** How the work of assessing is done, in words. */
export function describeWork(rules: Work): readonly RuleFact[] {
  const { assignment, calibration, moderation, visibility } = rules
  const reads = 'Who reads what'
  const sees = 'Who sees what'
  return [
    ...conflictKinds.map((kind) => ({
      section: 'Conflicts of interest',
      name: conflictWords[kind],
      value: `The assessor ${treatmentWords[rules.conflicts[kind]]}.`,
    })),
    {
      section: reads,
      name: 'A small round',
      value: `Up to ${plural(assignment.everyoneUpTo, 'application')}, everybody without a conflict reads all of them.`,
    },
    {
      section: reads,
      name: 'Loads',
      value: `From ${assignment.loadBelowAverage} below to ${assignment.loadAboveAverage} above the average. ${assignment.fairness ? 'The worst-matched application is helped first.' : 'The best match overall is taken.'}`,
    },
    {
      section: reads,
      name: 'Read by everybody',
      value: assignment.anchors === 0 ? 'None' : plural(assignment.anchors, 'application'),
    },
    ...(assignment.mostChancePercent === undefined
      ? []
      : [
          {
            section: reads,
            name: 'Cap on how likely a pair is',
            value: `No assessor is more than ${assignment.mostChancePercent}% likely to be given any one application. The service finds chances with the best match to be expected, and draws who reads what from them, so that nobody can count on reading an application, or on who reads theirs.`,
          },
        ]),
    { section: reads, name: 'Assessors choose by title', value: assignment.bidding ? 'Yes' : 'No' },
    {
      section: reads,
      name: 'Chance',
      value:
        'Whatever is drawn by lot follows from these rules themselves (from the SHA-256 of what is locked and of how the work is done), so that nobody chooses it and anybody can draw it again.',
    },
    {
      section: 'Comparing scores',
      name: 'Strict and lenient assessors',
      value: `${calibrationWords[calibration.use]}. Up to ${plural(calibration.noneUpTo, 'application')}, no estimate is made.`,
    },
    ...(calibration.confidence === undefined
      ? []
      : [
          {
            section: 'Comparing scores',
            name: 'How sure assessors are',
            value: `Assessors say of each application how sure they are of their scores. In estimates, scores of which they are fairly sure count ${calibration.confidence.fairlySurePercent}% and those of which they are not sure ${calibration.confidence.notSurePercent}% of those of which they are sure. The plain mean counts all alike.`,
          },
        ]),
    {
      section: 'Moderation',
      name: 'What is looked at',
      value: `Scores of one criterion that are ${plural(moderation.spreadPoints, 'point')} or more apart; ${moderation.sampleEach} each of low, borderline and high applications. ${moderation.extraAssessor ? 'One more assessor may be asked near the line.' : 'No further assessor is asked.'}`,
    },
    { section: sees, name: 'Other people’s scores', value: `${othersWords[visibility.othersScores]}.` },
    {
      section: sees,
      name: 'Names of applicants',
      value: visibility.applicantsNamed ? 'Assessors see who applies.' : 'Assessors do not see who applies.',
    },
    { section: sees, name: 'Applicants', value: `${applicantsWords[visibility.applicantsScores]}.` },
    { section: sees, name: 'The order', value: `${rankingWords[visibility.publicRanking]}.` },
    ...(rules.basis === '' ? [] : [{ section: 'Where these rules come from', name: 'Basis', value: rules.basis }]),
  ]
}

const timetableNames: Readonly<Record<string, string>> = {
  opensAt: 'Opens',
  questionsCloseAt: 'Questions close',
  deadlineAt: 'Deadline',
  siftedOn: 'Assessment ends',
  shortlistOn: 'Shortlist',
  interviewsFromOn: 'Interviews start',
  interviewsToOn: 'Interviews end',
  decisionsOn: 'Decisions',
  startsOn: 'Work starts',
}

/** The dates of a round one after the other: a document that was read again has its keys in the order of letters. */
const inOrderOfDates = <Value>(timetable: Readonly<Record<string, Value>>): readonly [string, Value][] => {
  const order = Object.keys(timetableNames)
  return Object.entries(timetable).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
}

/** A version of a form, with the beginning of its hash. */
export const formWords = (seal: FormSeal | null): string =>
  seal === null ? 'None' : `Version ${seal.number} (SHA-256 ${seal.sha256.slice(0, 12)}…)`

const signOffWords: Readonly<Record<SignOffKind, string>> = {
  sponsor: 'the senior sponsor',
  'section-151': 'the section 151 officer',
  partner: 'each partner',
}

const pounds = (amount: number): string => `£${new Intl.NumberFormat('en-GB').format(amount)}`

const vatWords = { included: 'including VAT', excluded: 'without VAT', 'not-stated': 'VAT not stated' } as const

/** Everything that a sealed document says, in words. */
export function describeSealed(document: Pick<SealedDocument, SealedPart>, names: RuleNames): readonly RuleFact[] {
  const { money, locked, mechanics, timetable, form, asked } = document
  const { eligibility } = locked
  const apply = 'Who may apply'
  const fund = 'Money and places'
  const slots = eligibility.leadSlots.categories.map(({ name, most }) => `${most}${name === '' ? '' : ` ${name}`}`)
  const partnerMost =
    eligibility.partnerSlots === null ? 'as many bids as it likes' : plural(eligibility.partnerSlots, 'bid')
  return [
    { section: fund, name: 'A council gets', value: money.awardType === 'grant' ? 'A grant' : 'Support in kind' },
    { section: fund, name: 'Budget', value: `${pounds(money.budgetPounds)}, ${vatWords[money.vat]}` },
    { section: fund, name: 'Places', value: `Up to ${money.places}; fewer may be awarded` },
    { section: fund, name: 'Cap for each award', value: pounds(money.capPounds) },
    { section: apply, name: 'Who may lead', value: capital(plainList(eligibility.eligibleKinds.map(names.kind))) },
    { section: apply, name: 'Applications that one body may lead', value: slots.join(', ') },
    {
      section: apply,
      name: 'Partners',
      value: `${eligibility.partnerMinimum === 0 ? 'None is needed' : `At least ${eligibility.partnerMinimum}`}; one body may be a partner in ${partnerMost}.`,
    },
    {
      section: apply,
      name: 'An application that fails a rule',
      value: eligibility.ineligible === 'refuse' ? 'Cannot be submitted' : 'Is taken and marked',
    },
    { section: apply, name: 'Screener', value: formWords(eligibility.screener) },
    ...describeChosen(locked, names),
    {
      section: 'Who reads what',
      name: 'Assessors',
      value: `${mechanics.assessorsPerApplication} for each application`,
    },
    ...describeWork(mechanics),
    ...inOrderOfDates(timetable).map(([key, value]) => ({
      section: 'Timetable',
      name: timetableNames[key] ?? key,
      value: value === null ? 'Not set' : key.endsWith('At') ? ukTimeWithZone(new Date(value)) : dayInWords(value),
    })),
    { section: 'Application form', name: 'Form', value: formWords(form) },
    ...(asked === undefined
      ? []
      : [
          {
            section: 'Application form',
            name: 'Signed off by',
            value: capital(plainList(asked.signOffs.map((kind) => signOffWords[kind]))) || 'Nobody',
          },
        ]),
  ]
}

/** What two accounts say differently, in the order of the later one; what only the first says comes last. */
export function compareFacts(before: readonly RuleFact[], after: readonly RuleFact[]): readonly RuleChange[] {
  const key = ({ section, name }: RuleFact): string => `${section}\n${name}`
  const was = new Map(before.map((fact) => [key(fact), fact.value]))
  const now = new Set(after.map(key))
  const changed = after.flatMap((fact) => {
    const old = was.get(key(fact)) ?? ''
    return old === fact.value ? [] : [{ section: fact.section, name: fact.name, was: old, now: fact.value }]
  })
  const gone = before
    .filter((fact) => !now.has(key(fact)))
    .map(({ section, name, value }) => ({ section, name, was: value, now: '' }))
  return [...changed, ...gone]
}
