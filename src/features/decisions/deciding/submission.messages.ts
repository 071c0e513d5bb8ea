import type { Outcome, SubmissionTexts } from '../../../core/decisions/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { poundsWords } from '../choosing/describe-portfolio.messages.ts'
import type { SavedNote } from './deciding.store.ts'
import { outcomeInWords, ruleWordsOf, textLabels } from './decision-words.messages.ts'
import { namedIn, type Standing } from './read-outcomes.ts'
import { brokenSpreadLines, sealedRuleLines } from './sealed-rules.messages.ts'

export type SubmissionPart = { readonly heading: string; readonly lines: readonly string[] }

/** The submission, part by part: what the page and the PDF say. */
export type SubmissionModel = {
  /** Whether anything of it was saved. */
  readonly written: boolean
  readonly awards: readonly (readonly [name: string, score: string, sum: string])[]
  readonly parts: readonly SubmissionPart[]
}

const noteNames = ['regularity', 'propriety', 'valueForMoney', 'feasibility'] as const

/** Puts the submission together, short enough for two pages. */
export function submissionModel(
  standing: Standing,
  texts: SubmissionTexts | undefined,
  note: SavedNote | undefined,
): SubmissionModel {
  const { run, outcomes, deciding } = standing
  const totals = new Map(deciding.scores.map(({ applicationId, totalPercent }) => [applicationId, totalPercent]))
  const awards = outcomes.filter(({ outcome }) => outcome === 'award')
  const reserve = outcomes
    .filter(({ outcome }) => outcome === 'reserve')
    .sort((one, other) => (one.reservePlace ?? 0) - (other.reservePlace ?? 0))
  const recommended = standing.recommendation?.outcomes
  const departures = departureLines(standing, recommended ?? outcomes)
  const since = recommended === undefined ? [] : departureLines(standing, outcomes)
  const broken = brokenSpreadLines(standing)
  const total = awards.reduce((sum, { pounds }) => sum + (pounds ?? 0), 0)
  return {
    written: texts !== undefined,
    awards: awards.map(({ id, reference, pounds }) => [
      namedIn(standing, id, reference),
      (totals.get(id) ?? 0).toFixed(1),
      poundsWords(pounds ?? 0),
    ]),
    parts: [
      { heading: 'Summary', lines: [texts?.summary ?? 'Not written yet'] },
      {
        heading: 'Recommendation',
        lines: [
          `${awards.length} ${awards.length === 1 ? 'award' : 'awards'} of ${run.input.places === 1 ? '1 place' : `${run.input.places} places`}, ${poundsWords(total)} of ${poundsWords(run.input.budgetPounds)}`,
          ...(reserve.length === 0
            ? []
            : [`In reserve, in this order: ${reserve.map(({ reference }) => reference).join(', ')}`]),
          ...broken.map((line) => `Rules not met: ${line}`),
        ],
      },
      {
        heading: 'Departures from what the sealed rules propose',
        lines: departures.length === 0 ? ['None'] : departures,
      },
      ...(since.length === 0 ? [] : [{ heading: 'Departures from what the panel recommends', lines: since }]),
      {
        heading: `The sealed rules (version ${deciding.seal.version})`,
        lines: sealedRuleLines(standing),
      },
      {
        heading: `Accounting officer’s note on the method${note === undefined ? '' : `, by ${note.by}`}`,
        lines: note === undefined ? ['Not written yet'] : noteNames.map((name) => `${textLabels[name]}: ${note[name]}`),
      },
      { heading: 'Options', lines: [texts?.options ?? 'Not written yet'] },
      {
        heading: 'Lines to take',
        lines: (texts?.linesToTake ?? 'Not written yet').split('\n').filter((line) => line.trim() !== ''),
      },
    ],
  }
}

/** What departs, as what, under which rule, why and by whom. */
const departureLines = (standing: Standing, outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap(({ id, reference, departure, ...rest }) =>
    departure === null
      ? []
      : [
          `${namedIn(standing, id, reference)}: ${outcomeInWords(rest)}. ${ruleWordsOf(departure.rule)}: ${departure.reason} (${departure.decidedBy})`,
        ],
  )

/** The submission as an accessible PDF. */
export function submissionPdf(round: RoundInFund, model: SubmissionModel, createdAt: Date): DocumentData {
  return {
    title: 'Submission: awards to decide',
    subtitle: round.name,
    author: round.fund.name,
    label: round.illustrative ? illustrativeWords : undefined,
    footer: `Official: not to be passed on before the embargo ends. ${ukTimeWithZone(createdAt)}`,
    createdAt,
    blocks: model.parts.flatMap(({ heading, lines }): Block[] => [
      { kind: 'heading', level: 1, text: heading },
      lines.length === 1 ? { kind: 'paragraph', text: lines[0] ?? '' } : { kind: 'list', items: lines },
      ...(heading === 'Recommendation' ? [awardsTable(model)] : []),
    ]),
  }
}

const awardsTable = ({ awards }: SubmissionModel): Block => ({
  kind: 'table',
  columns: [{ text: 'Award' }, { text: 'Score of 100', amounts: true }, { text: 'Sum', amounts: true }],
  rows: awards,
})
