import type { SubmissionTexts } from '../../../core/decisions/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { SavedNote } from './deciding.store.ts'
import type { Standing } from './read-outcomes.ts'
import { submissionModel, submissionPdf } from './submission.messages.ts'
import type { TextField } from './text-fields.ts'

/** How many pages a submission has at most. */
export const mostPages = 2

/** That a submission takes more pages than it may, and which text of it is the longest. */
export type TooManyPages = {
  readonly code: 'too-many-pages'
  readonly pages: number
  readonly most: number
  readonly longest: TextField
}

type Written = { readonly words: SubmissionTexts | undefined; readonly note: SavedNote | undefined }

/**
 * Measures the submission as the PDF that whoever decides is given. Where the facts alone take more than two pages, the
 * texts may not make it longer than that.
 *
 * @returns undefined where it is short enough
 */
export async function tooManyPages(
  { pdf, clock }: Pick<Services, 'pdf' | 'clock'>,
  round: RoundInFund,
  standing: Standing,
  { words, note }: Written,
): Promise<TooManyPages | undefined> {
  const pagesOf = async (of: Written): Promise<number> =>
    await pdf.pages(submissionPdf(round, submissionModel(standing, of.words, of.note), clock()))
  const pages = await pagesOf({ words, note })
  if (pages <= mostPages) return undefined
  const most = Math.max(mostPages, await pagesOf({ words: undefined, note: undefined }))
  return pages <= most ? undefined : { code: 'too-many-pages', pages, most, longest: longestOf({ words, note }) }
}

function longestOf({ words, note }: Written): TextField {
  const { at, ...texts } = { at: undefined, ...note, ...words }
  const [longest] = (Object.keys(texts) as (keyof typeof texts)[]).sort(
    (one, other) => (texts[other]?.length ?? 0) - (texts[one]?.length ?? 0),
  )
  return longest ?? 'summary'
}
