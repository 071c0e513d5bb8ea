import { decisionsPath } from '../decisions.paths.ts'

const under = (last: string) => (fund: string, round: string) => `${decisionsPath(fund, round)}/${last}`

/** Where somebody says what conflicts they have, before they recommend or decide. */
export const declarePath = under('declare')
/** What the panel recommends. */
export const recommendationPath = under('recommendation')
/** What the accounting officer says of the method of selection. */
export const notePath = under('note')
/** The submission to whoever decides. */
export const submissionPath = under('submission')
export const submissionPdfPath = under('submission.pdf')
export const editSubmissionPath = under('submission/edit')
/** The decision, and its record. */
export const decisionPath = under('decision')
export const recordPath = under('decision/record')
export const recordJsonPath = under('decision.json')
/** Members of Parliament to tell. */
export const membersPath = under('members')

/** One application, as the panel recommends or whoever decides says. */
export const choicePath = (fund: string, round: string, stage: 'panel' | 'decision', reference: string): string =>
  `${(stage === 'panel' ? recommendationPath : decisionPath)(fund, round)}/applications/${reference}`
