import { countWithNoun, isAnswered, validatePage } from '../../../core/forms/index.ts'
import {
  appraisalOf,
  type ChapterId,
  chapters,
  depths,
  type ReviewRecord,
  type Sheet,
  sheets,
} from '../../../core/reviews/index.ts'
import { contentOf, type EntryList, entriesOf, formOf, pagesOf } from '../../../core/sheets/index.ts'
import { baselineSteps } from '../baseline/baseline-steps.ts'
import { judgingSteps } from '../judging/judging-steps.ts'
import { moneySteps } from '../money/money-steps.ts'
import { reportingSteps } from '../reporting/reporting-steps.ts'
import { sheetHome } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import { uncertaintySteps } from '../uncertainty/uncertainty-steps.ts'
import { versionsSteps } from '../versions/versions-steps.ts'
import type { WeighingRound } from '../weighing/weighing.store.ts'
import { weighingSteps } from '../weighing/weighing-steps.ts'
import type { ChapterModel, Step } from './pages/overview.ts'

type Round = Pick<WeighingRound, 'stage'> | undefined

/**
 * What there is to do in a review, chapter by chapter, and how far each part of it is.
 *
 * @param record with what was weighed
 * @param round the last one of weighing, if any was begun
 */
export const describeChapters = (review: Review, record: ReviewRecord, round: Round): readonly ChapterModel[] =>
  chapters.map(({ id, title }) => ({
    title,
    steps: [
      ...sheets.filter((sheet) => sheet.chapter === id && isAsked(sheet, record)).map(stepOf(review, record)),
      ...(worked[id]?.(review, record, round) ?? []),
    ],
  }))

/** What is worked out of the sheets of a chapter, or done beside them. */
const worked: Partial<Record<ChapterId, (review: Review, record: ReviewRecord, round: Round) => readonly Step[]>> = {
  baseline: baselineSteps,
  criteria: (review, _record, round) => weighingSteps(review, round),
  money: (review, record) => {
    const appraisal = appraisalOf(record)
    return [...moneySteps(review, record, appraisal), ...uncertaintySteps(review, appraisal !== undefined)]
  },
  judgement: judgingSteps,
  report: (review, record) => [...reportingSteps(review, record), ...versionsSteps(review)],
}

const isAsked = ({ from, asksWhen }: Sheet, record: ReviewRecord): boolean =>
  depths.indexOf(from) <= depths.indexOf(record.depth) && asksWhen?.(record) !== false

const stepOf =
  ({ reference }: Review, record: ReviewRecord) =>
  (sheet: Sheet): Step => ({
    href: sheetHome(reference, sheet),
    title: sheet.title,
    hint: sheet.what,
    state: stateOf(sheet, record),
  })

function stateOf(sheet: Sheet, record: ReviewRecord): Step['state'] {
  if (sheet.each !== undefined) return eachState(sheet, record)
  return sheet.list === undefined ? pageState(sheet, record) : listState(sheet.list, sheet, record)
}

function eachState(sheet: Sheet, record: ReviewRecord): Step['state'] {
  const pages = pagesOf(sheet, record)
  const written = pages.filter(({ entry }) => entry !== undefined).length
  if (written === 0) return { text: 'Not started', classes: 'govuk-tag--grey' }
  if (written < pages.length) return { text: `${written} of ${pages.length}`, classes: 'govuk-tag--light-blue' }
  const inTheWay = sheet.inTheWay?.(record) ?? 0
  return inTheWay === 0 ? { text: 'Completed' } : { text: `${inTheWay} to put right`, classes: 'govuk-tag--light-blue' }
}

function pageState(sheet: Sheet, record: ReviewRecord): Step['state'] {
  const content = contentOf(record, sheet.id)
  if (!Object.values(content).some(isAnswered)) return { text: 'Not started', classes: 'govuk-tag--grey' }
  const missing = validatePage(formOf(sheet, record), content, sheet.id, 'submit').length
  return missing === 0 ? { text: 'Completed' } : { text: `${missing} to answer`, classes: 'govuk-tag--light-blue' }
}

function listState({ itemName, itemsName }: EntryList, { id }: Sheet, record: ReviewRecord): Step['state'] {
  const count = entriesOf(record, id).length
  return count === 0
    ? { text: 'None yet', classes: 'govuk-tag--grey' }
    : { text: countWithNoun(count, itemName, itemsName), classes: 'govuk-tag--blue' }
}
