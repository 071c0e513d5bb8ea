import {
  type AssessmentRules,
  applicantsWords,
  basisWords,
  type ConflictKind,
  checkCap,
  conflictKinds,
  conflictWords,
  othersWords,
  rankingWords,
  type SpreadBasis,
  type SpreadRule,
  seesOthers,
  seesOwnScores,
  seesRanking,
  spreadBases,
  spreadValues,
  type TieBreak,
  type TieBreakKind,
  type Treatment,
  tieBreakKinds,
  tieBreakWords,
  treatments,
} from '../../../core/rules/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { kindWords } from '../invitations.messages.ts'
import { comparing } from './comparing-section.messages.ts'
import {
  isYes,
  type Option,
  oneOf,
  options,
  type RuleField,
  type RuleSection,
  shown,
  whole,
  yesNo,
} from './rule-fields.messages.ts'
import { capProblemWords } from './sealing.messages.ts'
import { sum } from './sum-section.messages.ts'

const thresholds: RuleSection = {
  slug: 'thresholds',
  title: 'Overall threshold',
  intro: 'An application below the threshold cannot be awarded, however few there are.',
  locked: true,
  fields: () => [
    {
      kind: 'number',
      name: 'overall',
      label: 'Fewest points of all, in per cent',
      hint: 'Many funds use 60 or 70',
      limits: { least: 0, most: 100, decimals: 2 },
      suffix: '%',
    },
  ],
  values: (rules) => ({ overall: shown(rules.overallLeastPercent) }),
  apply: (rules, { number }) => ({ ...rules, overallLeastPercent: number('overall') ?? 0 }),
}

const interview: RuleSection = {
  slug: 'interviews',
  title: 'Interviews',
  intro: 'How interviews count. Their criteria are listed with the others.',
  locked: true,
  fields: () => [
    { kind: 'choice', name: 'held', label: 'Are there interviews?', options: yesNo },
    {
      kind: 'number',
      name: 'written',
      label: 'Part of the written score in the whole, in per cent',
      hint: 'The interview has the rest',
      limits: { least: 0, most: 100, decimals: 2 },
      suffix: '%',
    },
    {
      kind: 'number',
      name: 'quorum',
      label: 'Panel members without a conflict that each interview needs',
      limits: whole(100, 1),
    },
    {
      kind: 'number',
      name: 'invited',
      label: 'Applications that are shortlisted for interview (optional)',
      hint: 'Leave it blank for as many as there are places',
      limits: whole(1000, 1),
    },
  ],
  values: ({ interview: { held, writtenPercent, quorum, invited = null } }) => ({
    held: isYes(held),
    written: shown(writtenPercent),
    quorum: shown(quorum),
    invited: shown(invited),
  }),
  apply: (rules, { number, text }) => {
    const invited = number('invited')
    const { criteria } = rules.interview
    const written = { writtenPercent: number('written') ?? 0, quorum: number('quorum') ?? 1 }
    const interview = { held: text('held') === 'yes', criteria, ...written }
    // Left out, not null: rules that never said a number keep the hash that was sealed.
    return { ...rules, interview: invited === null ? interview : { ...interview, invited } }
  },
}

const spreadRows = 6
const spreadOf = ({ basis, value }: SpreadRule): string => `${basis}|${value}`

function spreadOptions(eligibleKinds: readonly string[]): readonly Option[] {
  const called = (basis: SpreadBasis, value: string): string =>
    basis === 'authority-type' ? ((kindWords as Readonly<Record<string, string>>)[value] ?? value) : value
  return spreadBases.flatMap((basis) => [
    { value: `${basis}|`, text: `Each ${basisWords[basis]}` },
    ...spreadValues(basis, eligibleKinds).map((value) => ({
      value: `${basis}|${value}`,
      text: `${basisWords[basis]}: ${called(basis, value)}`,
    })),
  ])
}

const rows = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const spread: RuleSection = {
  slug: 'spread',
  title: 'Spread of awards',
  intro:
    'Awards are chosen by score within these limits. Fewer awards than places are valid, so a limit may leave a place empty. A row that names nothing is left out.',
  locked: true,
  fields: ({ spread: now }, { eligibleKinds }) =>
    rows(Math.max(spreadRows, now.length + 2)).flatMap((row): readonly RuleField[] => [
      {
        kind: 'choice',
        name: `of-${row}`,
        label: 'What is limited',
        group: `Limit ${row}`,
        options: [{ value: '', text: 'Nothing' }, ...spreadOptions(eligibleKinds)],
      },
      { kind: 'number', name: `least-${row}`, label: 'At least', limits: whole(1000) },
      { kind: 'number', name: `most-${row}`, label: 'At most', limits: whole(1000) },
    ]),
  values: ({ spread: now }) =>
    Object.fromEntries(
      now.flatMap((rule, index) => [
        [`of-${index + 1}`, spreadOf(rule)],
        [`least-${index + 1}`, shown(rule.least)],
        [`most-${index + 1}`, shown(rule.most)],
      ]),
    ),
  apply: (rules, { number, text }) => ({
    ...rules,
    spread: rows(Math.max(spreadRows, rules.spread.length + 2)).flatMap((row) => {
      const [basis = '', value = ''] = text(`of-${row}`).split('|')
      const known = spreadBases.find((each) => each === basis)
      return known === undefined
        ? []
        : [{ basis: known, value, least: number(`least-${row}`), most: number(`most-${row}`) }]
    }),
  }),
}

const tieRows = 6
const tieOf = ({ kind, criterion }: TieBreak): string => (kind === 'criterion' ? `criterion:${criterion}` : kind)

function tieFrom(text: string): TieBreak | undefined {
  if (text.startsWith('criterion:')) return { kind: 'criterion', criterion: text.slice('criterion:'.length) }
  const kind = tieBreakKinds.find((each) => each === text)
  return kind === undefined ? undefined : { kind, criterion: '' }
}

function tieOptions({ criteria }: AssessmentRules): readonly Option[] {
  const kinds: readonly TieBreakKind[] = tieBreakKinds.filter((kind) => kind !== 'criterion')
  const all = [
    ...criteria.map(({ id }): TieBreak => ({ kind: 'criterion', criterion: id })),
    ...kinds.map((kind): TieBreak => ({ kind, criterion: '' })),
  ]
  return all.map((each) => ({ value: tieOf(each), text: capital(tieBreakWords(each, criteria)) }))
}

const ties: RuleSection = {
  slug: 'ties',
  title: 'Ties',
  intro:
    'Scores are compared unrounded. Where they are equal, or too close to tell apart, the first of these that decides is taken. The last must always decide: a public draw, or who submitted first.',
  locked: true,
  fields: (rules) => [
    ...rows(tieRows).map(
      (row): RuleField => ({
        kind: 'choice',
        name: `tie-${row}`,
        label: `${row}. First in line is`,
        options: [{ value: '', text: 'Nothing' }, ...tieOptions(rules)],
      }),
    ),
    {
      kind: 'text',
      name: 'draw',
      label: 'The public value that a draw takes its chances from',
      hint: 'Named in advance and known to nobody until after the deadline, such as the numbers of a lottery on a given day',
      rows: 2,
    },
  ],
  values: ({ tieBreaks, drawValue }) => ({
    ...Object.fromEntries(tieBreaks.map((each, index) => [`tie-${index + 1}`, tieOf(each)])),
    draw: drawValue,
  }),
  apply: (rules, { text }) => ({
    ...rules,
    tieBreaks: rows(tieRows).flatMap((row) => tieFrom(text(`tie-${row}`)) ?? []),
    drawValue: text('draw'),
  }),
}

const treatmentOptions: readonly Option[] = [
  { value: 'hard', text: 'Never reads it' },
  { value: 'soft', text: 'Reads it only if released with a reason' },
  { value: 'off', text: 'Does not count' },
]

const conflicts: RuleSection = {
  slug: 'conflicts',
  title: 'Conflicts of interest',
  intro: 'They are derived from what is known of assessors, and declared before anybody can open an application.',
  locked: false,
  fields: () =>
    conflictKinds.map((kind) => ({
      kind: 'choice',
      name: kind,
      label: conflictWords[kind],
      options: treatmentOptions,
    })),
  values: (rules) => rules.conflicts,
  apply: (rules, { text }) => ({
    ...rules,
    conflicts: Object.fromEntries(
      conflictKinds.map((kind) => [kind, oneOf(treatments, text(kind), rules.conflicts[kind])]),
    ) as Record<ConflictKind, Treatment>,
  }),
}

// Left out, not null: rules without a cap keep the hash that was sealed.
const capOf = (percent: number | null) => (percent === null ? {} : { mostChancePercent: percent })

const assessing: RuleSection = {
  slug: 'assessing',
  title: 'Who reads what, and what is moderated',
  intro: 'How many read each application is set with the details of the round.',
  locked: false,
  fields: () => [
    {
      kind: 'number',
      name: 'everyone',
      label: 'Up to how many applications does everybody read all of them?',
      hint: '15 is usual: no assignment is needed up to there',
      group: 'Who reads what',
      limits: whole(1000),
    },
    { kind: 'number', name: 'below', label: 'Below the average load by at most', limits: whole(1000) },
    { kind: 'number', name: 'above', label: 'Above the average load by at most', limits: whole(1000) },
    {
      kind: 'number',
      name: 'anchors',
      label: 'Applications that everybody reads, so that scores can be compared',
      limits: whole(50),
    },
    { kind: 'choice', name: 'bidding', label: 'Do assessors say by title what they would read?', options: yesNo },
    { kind: 'choice', name: 'fairness', label: 'Is the worst-matched application helped first?', options: yesNo },
    {
      kind: 'number',
      name: 'most-chance',
      label: 'Cap on how likely any one pair of assessor and application is (optional)',
      hint: 'With a cap, who reads what is drawn by chance, so that nobody can count on a pair. It costs match, the more the lower it is and the fewer assessors there are: the assignment says how much. Leave it blank for no draw',
      limits: whole(99, 1),
      suffix: '%',
    },
    {
      kind: 'number',
      name: 'spread-points',
      label: 'A moderator looks where scores of one criterion are so many points apart',
      group: 'Moderation',
      limits: { least: 0, most: 1000, decimals: 2 },
    },
    {
      kind: 'number',
      name: 'sample',
      label: 'And at so many each of low, borderline and high applications',
      limits: whole(1000),
    },
    { kind: 'choice', name: 'extra', label: 'May one more assessor be asked near the line?', options: yesNo },
  ],
  values: ({ assignment, moderation }) => ({
    everyone: shown(assignment.everyoneUpTo),
    below: shown(assignment.loadBelowAverage),
    above: shown(assignment.loadAboveAverage),
    anchors: shown(assignment.anchors),
    bidding: isYes(assignment.bidding),
    fairness: isYes(assignment.fairness),
    'most-chance': shown(assignment.mostChancePercent ?? null),
    'spread-points': shown(moderation.spreadPoints),
    sample: shown(moderation.sampleEach),
    extra: isYes(moderation.extraAssessor),
  }),
  apply: (rules, { number, text }) => ({
    ...rules,
    assignment: {
      ...capOf(number('most-chance')),
      everyoneUpTo: number('everyone') ?? 0,
      loadBelowAverage: number('below') ?? 0,
      loadAboveAverage: number('above') ?? 0,
      anchors: number('anchors') ?? 0,
      bidding: text('bidding') === 'yes',
      fairness: text('fairness') === 'yes',
    },
    moderation: {
      spreadPoints: number('spread-points') ?? 0,
      sampleEach: number('sample') ?? 0,
      extraAssessor: text('extra') === 'yes',
    },
  }),
  clashes: (rules) => checkCap(rules).map(capProblemWords),
}

const visibility: RuleSection = {
  slug: 'visibility',
  title: 'Who sees what',
  intro: 'Who sees names and scores, and when.',
  locked: false,
  fields: () => [
    { kind: 'choice', name: 'others', label: 'Other people’s scores', options: options(seesOthers, othersWords) },
    { kind: 'choice', name: 'named', label: 'Do assessors see who applies?', options: yesNo },
    { kind: 'choice', name: 'applicants', label: 'Applicants', options: options(seesOwnScores, applicantsWords) },
    { kind: 'choice', name: 'ranking', label: 'The order', options: options(seesRanking, rankingWords) },
    { kind: 'text', name: 'basis', label: 'Where these rules come from (optional)', rows: 3 },
  ],
  values: ({ visibility: now, basis }) => ({
    others: now.othersScores,
    named: isYes(now.applicantsNamed),
    applicants: now.applicantsScores,
    ranking: now.publicRanking,
    basis,
  }),
  apply: (rules, { text }) => ({
    ...rules,
    visibility: {
      othersScores: oneOf(seesOthers, text('others'), rules.visibility.othersScores),
      applicantsNamed: text('named') === 'yes',
      applicantsScores: oneOf(seesOwnScores, text('applicants'), rules.visibility.applicantsScores),
      publicRanking: oneOf(seesRanking, text('ranking'), rules.visibility.publicRanking),
    },
    basis: text('basis'),
  }),
}

/** The sections of the rules besides the criteria, in the order in which people see to them. */
export const ruleSections: readonly RuleSection[] = [
  thresholds,
  interview,
  spread,
  sum,
  ties,
  comparing,
  conflicts,
  assessing,
  visibility,
]
