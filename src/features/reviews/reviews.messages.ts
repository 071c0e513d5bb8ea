import type { Depth, ReviewRole } from '../../core/reviews/index.ts'
import { type FieldText, fieldText } from '../../ui/patterns/index.ts'

export const depthWords: Readonly<Record<Depth, { readonly name: string; readonly what: string }>> = {
  quick: { name: 'Quick', what: 'One figure for each line: a first look that takes days' },
  standard: { name: 'Standard', what: 'A low, a central and a high figure where it matters: what most reviews need' },
  full: { name: 'Full', what: 'Standard, and a simulation of how costs may turn out: for large or risky changes' },
}

export const reviewDepthName = (depth: Depth): string => depthWords[depth].name

export const roleWords: Readonly<Record<ReviewRole, { readonly name: string; readonly what: string }>> = {
  lead: { name: 'Lead', what: 'Runs the review and says who works on it' },
  writer: { name: 'Writer', what: 'Writes its sheets' },
  facilitator: { name: 'Facilitator', what: 'Leads the weighing of criteria, and is named for it in the report' },
  scorer: { name: 'Scorer', what: 'Gives weights and scores of their own' },
  expert: { name: 'Expert', what: 'Challenges the review from outside' },
  reader: { name: 'Reader', what: 'Reads it' },
}

/** What is wrong with what a review is to be. */
export type ReviewProblem = { readonly code: 'title-missing' | 'title-too-long' | 'depth-missing' | 'council-missing' }

export const reviewProblemText = ({ code }: ReviewProblem): FieldText =>
  ({
    'title-missing': fieldText('title', 'Enter what is reviewed, such as “Youth service”'),
    'title-too-long': fieldText('title', 'The title must be 120 characters or less'),
    'depth-missing': fieldText('depth', 'Select how deep the review goes'),
    'council-missing': fieldText('council', 'Select the council whose service it is'),
  })[code]

/** Why an entry stays in its list. `isUsual`: it is what all else is measured against. */
export type RemovalProblem = { readonly isUsual: boolean }

export const removalProblemText = ({ isUsual }: RemovalProblem): string =>
  isUsual
    ? 'Business as usual stays on every longlist: all other options are measured against it (Green Book 2026, paragraph 5.17)'
    : 'The least change stays on every longlist: it shows what more costs, and what it brings (Green Book 2026, paragraph 5.17)'
