import { bandOf, type ReviewProblem, scaleOf } from '../../../core/assessment/index.ts'
import type { FrozenQuestion } from '../../../core/forms/index.ts'
import type { Criterion } from '../../../core/rules/index.ts'
import { writeVersions } from '../../../core/saving/seen-versions.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { ScoreFieldsModel } from '../../../ui/patterns/index.ts'
import { submittedFiles, viewsOfFiles } from '../../applications/index.ts'
import { answerHtml, answerSummary, type FileLink } from '../../forms/index.ts'
import { hoursWords } from './hours-words.messages.ts'
import type { ScoreModel } from './pages/score.ts'
import type { CriterionModel, WholeModel } from './pages/score-fields.ts'
import { itemsOf, type ReviewFields, wholeId } from './posted-review.ts'
import { calledIn, clarifiedOf, type OpenScored, questionsIn } from './read-scored.ts'
import { extraWords, pointsWords, replyWords, reviewProblemLink } from './scoring.messages.ts'
import { declarePath, lateConflictPath, pilePath, scoredFilePath, scorePath, unsavedName } from './scoring.paths.ts'

/** What somebody has just sent and is shown again: as typed, with what is wrong with it. */
export type ShownAgain = {
  readonly fields: ReviewFields
  /** The items that were on the page that was sent. */
  readonly sent: ReadonlySet<string>
  /** The versions that those were seen at; the rest are as they are stored. */
  readonly versions: ReadonlyMap<string, number>
  readonly problems: readonly ReviewProblem[]
  /** Criteria of which the passage was found in no answer. */
  readonly unfound: ReadonlySet<string>
}

/** The scoring page from what is stored and, where it is shown again, what was typed. */
export async function scoreModel(
  db: Database,
  opened: OpenScored,
  csrf: string,
  again?: ShownAgain,
): Promise<ScoreModel> {
  const { round, rules, application, content, review, practice } = opened
  const { reference } = application
  const { fund, slug } = round
  const links = (again?.problems ?? []).map((problem) => reviewProblemLink(problem, rules.criteria))
  const unfound = [...(again?.unfound ?? [])].map((id) => ({
    text: `The passage for ${rules.criteria.find((each) => each.id === id)?.name ?? id} does not stand in any answer: copy it as it is`,
    href: `#quote-${id}`,
  }))
  const problems = [...links, ...unfound]
  const errorAt = (field: string) => {
    const text = problems.find(({ href }) => href === `#${field}`)?.text
    return text === undefined ? undefined : { text }
  }
  const ids = submittedFiles(content).map(({ id }) => id)
  const fileHref = (_: string, file: string) => scoredFilePath(fund.slug, slug, reference, file, practice)
  const views = ids.length === 0 ? new Map() : await viewsOfFiles(db, reference, ids, fileHref)
  const fileLink: FileLink = (id) => views.get(id)
  const questions = questionsIn(content)
  const clarified = await clarifiedOf(db, opened)
  const versionOf = new Map(review.scores.map(({ criterionId, version }) => [criterionId, version]))
  const items = itemsOf(rules.criteria)
  const versions = new Map(
    items.map(({ id }) => [
      id,
      again?.versions.get(id) ?? (id === wholeId ? review.version : (versionOf.get(id) ?? 0)),
    ]),
  )
  return {
    reference,
    name: calledIn(rules, application.leadName),
    illustrative: application.illustrative,
    practice,
    pace: paceSentence(opened),
    action: scorePath(fund.slug, slug, reference, practice),
    conflictAction: lateConflictPath(fund.slug, slug, reference, practice),
    csrf,
    autosaveKey: unsavedName({ reference, practice }),
    back: pilePath(fund.slug, slug),
    versions: writeVersions(items, versions),
    rulesSha256: opened.rulesSha256,
    criteria: rules.criteria.map((criterion) => ({
      ...fieldsOf(opened, criterion, again),
      ...evidenceOf(opened, criterion, questions, again),
      looksFor: criterion.looksFor,
      weight: `${criterion.weightPercent}% of the whole`,
      threshold: thresholdWords(criterion),
      pointsError: errorAt(`points-${criterion.id}`),
      commentError: errorAt(`comment-${criterion.id}`),
      quoteError: errorAt(`quote-${criterion.id}`),
      answers: questions
        .filter(({ id }) => criterion.questions.includes(id))
        .map((question) => ({
          label: question.label,
          html: answerHtml(question, fileLink),
          clarified: clarified.get(question.id),
        })),
    })),
    whole: wholeOf(opened, errorAt, again),
    rest: restOf(opened, fileLink),
    filesName: !rules.visibility.applicantsNamed && ids.length > 0,
    problems,
  }
}

/** What no criterion asks for. */
function restOf({ rules, content }: Pick<OpenScored, 'rules' | 'content'>, fileLink: FileLink): ScoreModel['rest'] {
  const asked = new Set(rules.criteria.flatMap((criterion) => criterion.questions))
  return content.pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ id }) => !asked.has(id)) }))
    .filter((page) => page.questions.length > 0)
    .map((page) => ({ title: page.title, summary: answerSummary(page, undefined, fileLink) }))
}

/** The points and the comment of one criterion, as fields. */
function fieldsOf(
  { review }: Pick<OpenScored, 'review'>,
  criterion: Criterion,
  again: ShownAgain | undefined,
): Omit<ScoreFieldsModel, 'pointsError' | 'commentError'> {
  const { id } = criterion
  const stored = review.scores.find(({ criterionId }) => criterionId === id)
  const typed = again?.sent.has(id) ? again.fields : undefined
  return {
    ...scaleFields(criterion),
    points: typed?.text(`points-${id}`).trim() ?? numberText(stored?.points ?? null),
    comment: typed?.text(`comment-${id}`) ?? stored?.comment ?? '',
  }
}

/** How a criterion's scale is shown. */
export const scaleFields = (criterion: Criterion): Pick<CriterionModel, 'id' | 'name' | 'scale' | 'bands'> => ({
  id: criterion.id,
  name: criterion.name,
  scale: scaleOf(criterion),
  bands: criterion.bands.map(({ points, name, guidance }) => ({ points: String(points), name, guidance })),
})

export const numberText = (points: number | null): string => (points === null ? '' : String(points))

function evidenceOf(
  { review }: OpenScored,
  { id }: Criterion,
  questions: readonly FrozenQuestion[],
  again: ShownAgain | undefined,
): Pick<CriterionModel, 'evidence' | 'quote'> {
  const labelOf = (question: string): string => questions.find((each) => each.id === question)?.label ?? ''
  return {
    evidence: review.evidence
      .filter(({ criterionId }) => criterionId === id)
      .map((pin) => ({
        id: pin.id,
        quote: pin.quote,
        from: [labelOf(pin.questionId), ...replyWords(pin.reply)].join(', '),
      })),
    quote: again?.unfound.has(id) === true ? again.fields.text(`quote-${id}`) : '',
  }
}

function wholeOf(
  { review, rules }: OpenScored,
  errorAt: (field: string) => { readonly text: string } | undefined,
  again: ShownAgain | undefined,
): WholeModel {
  const typed = again?.sent.has(wholeId) ? again.fields : undefined
  return {
    inScope: typed?.text('in-scope') ?? review.inScope ?? '',
    scopeComment: typed?.text('scope-comment') ?? review.scopeComment,
    confidence:
      rules.calibration.confidence === undefined ? undefined : (typed?.text('confidence') ?? review.confidence ?? ''),
    overallComment: typed?.text('overall-comment') ?? review.overallComment,
    noConflict: typed?.text('no-conflict') === 'yes',
    errors: {
      'in-scope': errorAt('in-scope'),
      'scope-comment': errorAt('scope-comment'),
      confidence: errorAt('confidence'),
      'overall-comment': errorAt('overall-comment'),
      'no-conflict': errorAt('no-conflict'),
    },
  }
}

function paceSentence({ round, assessment, practice, phase }: OpenScored): string {
  const minutes = `It should take about ${hoursWords(round.minutesPerApplication)}.`
  if (practice) return minutes
  if (phase === 'closed') return `${minutes} ${extraWords}`
  const due = assessment.dueAt === null ? '' : ` Scores are due by ${ukTime(assessment.dueAt)}.`
  return `${minutes}${due} Nobody sees what you write before scoring has closed, unless scores are opened for a reason that is published.`
}

/** What a threshold means, with the band at which it lies. */
export function thresholdWords(criterion: Criterion): string | undefined {
  const { leastPoints } = criterion
  if (leastPoints === null) return undefined
  const band = bandOf(criterion, leastPoints)?.name
  return `Threshold: with fewer than ${pointsWords(leastPoints)}${band === undefined ? '' : ` (${band})`} on average, the application cannot be awarded.`
}

/** Points with the name of their band. @example bandWords(criterion, 3) // => '3: Good' */
export function bandWords(criterion: Criterion, points: number | null): string {
  if (points === null) return 'no points'
  const band = bandOf(criterion, points)
  return band === undefined ? String(points) : `${points}: ${band.name}`
}

/** Where a page of this application leads, before and after somebody has said whether they have a conflict. */
export const declareHref = ({ round, application, practice }: Pick<OpenScored, 'round' | 'application' | 'practice'>) =>
  declarePath(round.fund.slug, round.slug, application.reference, practice)
