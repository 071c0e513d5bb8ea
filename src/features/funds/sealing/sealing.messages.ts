import {
  basisWords,
  type CapProblem,
  type GateProblem,
  type RulesProblem,
  type TypedProblem,
} from '../../../core/rules/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords } from '../../../core/time/day.ts'
import type { Words } from '../fields.messages.ts'
import type { CancelProblem } from './cancel-round.ts'
import type { ChangeRulesProblem } from './change-rules.ts'
import type { SealProblem } from './seal-rules.ts'

const stages = { written: 'Scoring criteria', interview: 'Interview criteria' } as const

/** Which page of the rules a problem is mended on: a criterion of a stage, or a section. */
export type MendedOn =
  | { readonly stage: 'written' | 'interview'; readonly criterion: string }
  | { readonly section: string }

const called = (name: string): string => (name.trim() === '' ? 'A criterion without a name' : name)

const capText = {
  'cap-outside-100': 'the cap on how likely a pair is must be from 1% to 99%',
  'cap-with-fairness':
    'with a cap, who reads what is drawn by chance, so nobody can promise the worst-matched application a better match. Select No to helping it first, or leave the cap blank',
} as const

/** What is wrong with a cap, at its field. */
export const capProblemWords = ({ code }: CapProblem): Words => ({
  href: '#most-chance',
  field: 'most-chance',
  text: capital(capText[code]),
})

const optionText = {
  'confidence-out-of-order':
    'How scores are compared: what scores count of which assessors are less sure is from 1% to 100%, and not more where they are not sure than where they are fairly sure',
  'confidence-without-estimates':
    'How scores are compared: how sure assessors are counts in estimates alone, and none is made',
  'cap-outside-100': `Who reads what: ${capText['cap-outside-100']}`,
  'cap-with-fairness': `Who reads what: ${capText['cap-with-fairness']}`,
} as const

type OfOption = Extract<RulesProblem, { readonly code: keyof typeof optionText }>

const isOfOption = (problem: RulesProblem): problem is OfOption => problem.code in optionText

/** What keeps rules from being sealed. */
export function rulesProblemText(problem: RulesProblem): string {
  if (isOfOption(problem)) return optionText[problem.code]
  switch (problem.code) {
    case 'criteria-missing':
      return `${stages[problem.stage]}: add at least one`
    case 'weights-not-100':
      return `${stages[problem.stage]}: the weights make ${problem.totalPercent}%, and must make 100%`
    case 'criterion-unnamed':
      return 'A criterion has no name'
    case 'looks-for-missing':
      return `${called(problem.name)}: say what it looks for`
    case 'weight-not-positive':
      return `${called(problem.name)}: the weight must be more than 0`
    case 'name-twice':
      return `${called(problem.name)}: another criterion has this name`
    case 'reads-nothing':
      return `${called(problem.name)}: select the questions whose answers it reads`
    case 'question-unknown':
      return `${called(problem.name)}: the form has no question “${problem.question}”`
    case 'bands-too-few':
      return `${called(problem.name)}: the scale needs at least two bands`
    case 'points-twice':
      return `${called(problem.name)}: two bands have ${problem.points === 1 ? '1 point' : `${problem.points} points`}`
    case 'band-without-words':
      return `${called(problem.name)}: say when ${problem.points === 1 ? '1 point is' : `${problem.points} points are`} given`
    case 'least-outside-scale':
      return `${called(problem.name)}: the fewest points must be from ${problem.lowest} to ${problem.highest}, as the scale is`
    case 'overall-outside-100':
      return 'The overall threshold must be from 0% to 100%'
    case 'written-part-outside-100':
      return 'The written score must be from 0% to less than 100% of the whole, where interviews are held'
    case 'quorum-above-panel':
      return `An interview cannot need more panel members than the ${problem.panelMembers} there are`
    case 'invited-below-places':
      return `Interviews: at least as many applications are shortlisted as ${problem.places === 1 ? 'the 1 place there is' : `the ${problem.places} places there are`}`
    case 'sum-not-said':
      return 'Sum of an award: say which answer is the sum asked for, or that there is none'
    case 'sum-question-unknown':
      return `Sum of an award: the form has no question for a sum “${problem.question}”`
    case 'tie-break-missing':
      return 'Ties: say how they are decided'
    case 'tie-break-twice':
      return `Ties: step ${problem.rank} is there already`
    case 'tie-break-criterion-unknown':
      return `Ties: step ${problem.rank} names a criterion that is gone`
    case 'tie-break-after-certain':
      return `Ties: step ${problem.rank} is never reached, because ${problem.certain === 'draw' ? 'a draw' : 'the time of submission'} before it always decides`
    case 'tie-break-not-certain':
      return 'Ties: the last step must always decide: a public draw, or who submitted first'
    case 'draw-value-missing':
      return 'Ties: name the public value that the draw takes its chances from'
    case 'spread-empty':
      return `Spread of awards: limit ${problem.rule + 1} has neither a least nor a most`
    case 'spread-value-unknown':
      return `Spread of awards: limit ${problem.rule + 1} is of “${problem.value}”, of which no award can be`
    case 'spread-bounds-cross':
      return `Spread of awards: no number of awards keeps all limits of the ${basisWords[problem.basis]} “${problem.value}”`
    case 'spread-needs-more-places':
      return `Spread of awards: the limits by ${basisWords[problem.basis]} need ${problem.needed} awards, and there ${problem.places === 1 ? 'is 1 place' : `are ${problem.places} places`}`
  }
}

const ofInterviews: readonly RulesProblem['code'][] = [
  'written-part-outside-100',
  'quorum-above-panel',
  'invited-below-places',
]

/** Where a problem is mended. */
export function mendedOn(problem: RulesProblem): MendedOn | undefined {
  if ('criterion' in problem) return { stage: problem.stage, criterion: problem.criterion }
  if (problem.code === 'overall-outside-100') return { section: 'thresholds' }
  if (ofInterviews.some((code) => code === problem.code)) return { section: 'interviews' }
  if (problem.code.startsWith('confidence-')) return { section: 'comparing' }
  if (problem.code.startsWith('cap-')) return { section: 'assessing' }
  if (problem.code.startsWith('sum-')) return { section: 'sum' }
  if (problem.code.startsWith('tie-') || problem.code === 'draw-value-missing') return { section: 'ties' }
  return problem.code.startsWith('spread-') ? { section: 'spread' } : undefined
}

/** What was typed and cannot be read. */
export function typedProblemWords({ code, field, label, least, most }: TypedProblem): Words {
  const at = { href: `#${field}`, field }
  switch (code) {
    case 'name-missing':
      return { ...at, text: 'Enter the name of the criterion' }
    case 'not-a-number':
    case 'out-of-range':
      return { ...at, text: `“${label}” must be a number from ${least} to ${most}` }
    case 'too-long':
      return { ...at, text: `${label} must be ${most} characters or less` }
  }
}

/** Why a rule of a public round stays as it is. */
export const lockedText =
  'The round is public, so its criteria, weights, thresholds, spread, ties and what ranks are locked. To change them, cancel the round and open a copy of it.'

/** Why a rule of a round that was called off stays as it is. */
export const cancelledText = 'The round is cancelled, so its rules cannot be changed.'

export function changeRulesProblemWords({ code }: ChangeRulesProblem): Words {
  switch (code) {
    case 'saved-meanwhile':
      return { text: 'Somebody else has saved the rules since you opened this page. Open it again to see them.' }
    case 'rules-locked':
      return { text: lockedText }
    case 'round-cancelled':
      return { text: cancelledText }
  }
}

export function sealProblemWords(problem: SealProblem): readonly Words[] {
  switch (problem.code) {
    case 'rules-not-ready':
      return problem.problems.map((each) => ({ text: rulesProblemText(each) }))
    case 'form-not-chosen':
      return [{ text: 'Choose a published application form: its hash is sealed with the rules' }]
    case 'timetable-not-set':
      return [{ text: 'Set when the round opens and its deadline: the timetable is sealed with the rules' }]
    case 'nothing-new':
      return [{ text: 'These rules are sealed already: nothing has changed since' }]
    case 'changed-since-shown':
      return [{ text: 'The rules have changed, or were sealed, since you were shown them. Read them again.' }]
    case 'rules-locked':
      return [{ text: lockedText }]
    case 'scoring-begun':
      return [{ text: 'Scoring has begun, so how applications are assessed cannot change any more' }]
    case 'round-cancelled':
      return [{ text: 'The round is cancelled' }]
    case 'reason-missing':
      return [{ text: 'Enter why the rules are sealed again', href: '#reason', field: 'reason' }]
    case 'approvals-missing':
      return [
        {
          text: `${plainList(problem.funders)} ${problem.funders.length === 1 ? 'has' : 'have'} not approved these rules. Wait for the approval, or enter why you go on without it`,
          href: '#without-reason',
          field: 'without-reason',
        },
      ]
  }
}

export function gateProblemWords(problem: GateProblem): Words {
  const at = { href: `#${problem.field}`, field: problem.field }
  switch (problem.code) {
    case 'state-missing':
      return { ...at, text: 'Select whether it is complied with or explained' }
    case 'statement-missing':
      return { ...at, text: 'Enter how it is complied with, or why it is not' }
    case 'reason-too-thin':
      return { ...at, text: `Enter a reason of at least ${problem.least} words: one that an auditor can follow` }
    case 'owner-missing':
      return { ...at, text: 'Enter who answers for it' }
    case 'day-missing':
      return { text: 'Enter the first day on which a supplier can start', href: '#on-day', field: 'on' }
    case 'day-unreal':
      return { text: 'The first day on which a supplier can start must be a real date', href: '#on-day', field: 'on' }
    case 'not-a-web-address':
      return { ...at, text: 'The evidence must be a web address that begins with https:// or http://' }
  }
}

export function cancelProblemWords(problem: CancelProblem): Words {
  switch (problem.code) {
    case 'reason-missing':
      return { text: 'Enter why the round is cancelled', href: '#reason', field: 'reason' }
    case 'not-confirmed':
      return { text: 'Confirm that the round is to be cancelled', href: '#confirm', field: 'confirm' }
    case 'cancelled-already':
      return { text: 'The round is cancelled already' }
    case 'not-public':
      return { text: 'The round is not public, so there is nothing to cancel' }
  }
}

/** Where reviews would start before anybody can be paid to help. */
export const startsEarlyText = (startsOn: string, earliestOn: string): string =>
  `Work is to start on ${dayInWords(startsOn)}, and suppliers can start on ${dayInWords(earliestOn)} at the earliest. In 2014 reviews were announced for March, and the notice for suppliers came in April.`
