import type { AwardNow, CameTo, ResultRow, ScoreBand } from '../../../core/results/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { stageWords } from '../reporting/reporting.messages.ts'
import type { PublishProblem } from './publish-results.ts'

const outcomes: Readonly<Record<ResultRow['outcome'], string>> = {
  award: 'Awarded',
  reserve: 'On the reserve list',
  declined: 'Not awarded after the panel',
  'not-shortlisted': 'Not shortlisted',
  ineligible: 'Not eligible',
  withdrawn: 'Withdrawn by the applicant',
}

/**
 * What became of an application. One that was kept out was not eligible, or was and is out of scope; one that was received
 * and neither, such as a duplicate or a late one, was not assessed.
 */
export function outcomeWords({
  outcome,
  cameTo,
}: {
  readonly outcome: ResultRow['outcome']
  readonly cameTo: CameTo | undefined
}): string {
  if (outcome === 'not-shortlisted' && cameTo === 'received') return 'Not assessed'
  if (outcome !== 'ineligible' || cameTo === 'received') return outcomes[outcome]
  return cameTo === 'eligible' ? 'Out of scope' : 'Not eligible or out of scope'
}

export const stateWords: Readonly<Record<AwardNow['state'], string>> = {
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined by the authority',
  withdrawn: 'Withdrawn',
}

const textNames: Readonly<Record<string, string>> = {
  'submission/summary': 'The submission: summary',
  'submission/options': 'The submission: options',
  'submission/linesToTake': 'The submission: lines to take',
  'note/regularity': 'The accounting officer on regularity',
  'note/propriety': 'The accounting officer on propriety',
  'note/valueForMoney': 'The accounting officer on value for money',
  'note/feasibility': 'The accounting officer on feasibility',
  'decision/evidence': 'The evidence of the decision',
  'decision/approval': 'Why funders were not asked to approve first',
}

/** What a text of the decision record is called. @example textName('applications/DD-1') // => 'Why DD-1 was decided otherwise than recommended' */
export function textName(path: string): string {
  const [kind, of, part] = path.split('/')
  if (kind === 'recommendation') return `Why ${of} was recommended otherwise than proposed`
  if (kind === 'applications') return `Why ${of} was decided otherwise than recommended`
  if (kind === 'whatIfs') return part === 'name' ? `Portfolio ${of}: its name` : `Portfolio ${of}: why it was tried`
  return textNames[path] ?? path
}

/** A band of scores. @example bandWords({ from: 60, to: 70 }) // => '60 to under 70' */
export const bandWords = ({ from, to }: Pick<ScoreBand, 'from' | 'to'>): string =>
  to === 100 ? `${from} to 100` : `${from} to under ${to}`

/** How far an application came, in words. */
export const cameToWords = (cameTo: CameTo): string => (cameTo === 'withdrawn' ? 'Withdrawn' : stageWords[cameTo])

/** The applications behind a figure, as a heading. */
export const rowsHeadings: Readonly<Record<CameTo, string>> = {
  received: 'Applications received',
  eligible: 'Applications that were eligible',
  'in-scope': 'Applications in scope',
  scored: 'Applications scored',
  shortlisted: 'Applications shortlisted',
  awarded: 'Applications awarded',
  withdrawn: 'Applications withdrawn',
}

/** Why results were not published, in words. */
export function publishWords(problem: PublishProblem): string {
  switch (problem.code) {
    case 'undecided':
      return 'There is nothing to publish before the decision is recorded'
    case 'not-told':
      return 'The results are published once everybody is told: that waits for the end of the embargo and for the funders, as “Telling everybody” under the decisions says'
    case 'embargoed':
      return `The decision is under embargo until ${ukTimeWithZone(problem.tellAt)}`
    case 'unchanged':
      return 'Nothing has changed since the results were last published'
    case 'reason-missing':
      return 'Enter why the results are published anew'
    case 'reason-too-long':
      return `The reason must be ${problem.most} characters or less`
    case 'not-read':
      return 'Select that you have read every text'
    case 'text-changed':
      return `“${textName(problem.path)}”: only take words out of what was recorded, and put what stands for them in square brackets, such as [withheld]`
    case 'text-names':
      return `“${textName(problem.path)}” still says “${problem.found}”: put [withheld] in its place`
  }
}
