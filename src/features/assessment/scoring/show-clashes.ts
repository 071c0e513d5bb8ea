import { confidenceWords } from '../../../core/rules/index.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { scoreFields } from '../../../ui/patterns/index.ts'
import { type Difference, type ScoreClashModel, youElsewhere } from './pages/score-clash.ts'
import { wholeQuestions } from './pages/score-fields.ts'
import { wholeId } from './posted-review.ts'
import type { SavedReview, ScoreClash } from './save-review.ts'
import { bandWords, numberText, scaleFields } from './show-review.ts'

type Shown = ScoreClashModel['clashes'][number]

/** What two windows wrote at once, each with the fields to send one's own again as it is or changed. */
export const clashesShown = ({
  clashes,
  asksConfidence,
}: Pick<SavedReview, 'clashes' | 'asksConfidence'>): ScoreClashModel['clashes'] =>
  clashes.map((clash) => ({
    ...shownOf(clash, asksConfidence),
    by: youElsewhere,
    time: ukTime(new Date(clash.theirs.savedAt), { seconds: true }),
  }))

const noErrors = {
  'in-scope': undefined,
  'scope-comment': undefined,
  confidence: undefined,
  'overall-comment': undefined,
  'no-conflict': undefined,
}

function shownOf(clash: ScoreClash, asksConfidence: boolean): Omit<Shown, 'by' | 'time'> {
  if (clash.criterion === undefined) {
    const lines = ({ inScope, scopeComment, confidence, overallComment }: typeof clash.mine | typeof clash.theirs) =>
      [
        inScope === null ? '' : `Within scope: ${inScope}`,
        scopeComment,
        confidence === null ? '' : confidenceWords[confidence],
        overallComment,
      ].filter((line) => line !== '')
    const { inScope, scopeComment, overallComment } = clash.mine
    const confidence = asksConfidence ? (clash.mine.confidence ?? '') : undefined
    return {
      item: wholeId,
      label: 'The application as a whole',
      theirs: lines(clash.theirs),
      differs: linesDiffer(lines(clash.theirs), lines(clash.mine)),
      field: [wholeQuestions({ inScope: inScope ?? '', scopeComment, confidence, overallComment, errors: noErrors })],
    }
  }
  const { criterion, mine, theirs } = clash
  const lines = ({ points, comment }: { readonly points: number | null; readonly comment: string }) =>
    [points === null ? '' : bandWords(criterion, points), comment].filter((line) => line !== '')
  const errors = { pointsError: undefined, commentError: undefined }
  const fields = { ...scaleFields(criterion), ...errors, points: numberText(mine.points), comment: mine.comment }
  return {
    item: criterion.id,
    label: criterion.name,
    theirs: lines(theirs),
    differs:
      mine.points === theirs.points
        ? { kind: 'text', changes: wordDiff(theirs.comment, mine.comment).segments }
        : linesDiffer(lines(theirs), lines(mine)),
    field: [scoreFields(fields)],
  }
}

function linesDiffer(theirs: readonly string[], mine: readonly string[]): Difference {
  const marked = (lines: readonly string[], others: readonly string[]) =>
    lines.map((text) => ({ text, differs: !others.includes(text) }))
  return { kind: 'answers', theirs: marked(theirs, mine), mine: marked(mine, theirs) }
}
