import { type AssessmentPhase, paceOf, scoresAreOpen } from '../../../core/assessment/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { hoursWords } from './hours-words.messages.ts'
import type { PileModel } from './pages/pile.ts'
import { calledIn, findScoredRound, type ScoredPath, type ScoredRound } from './read-scored.ts'
import { endedWords, extraWords, paceAsks, paceTag, paceWords } from './scoring.messages.ts'
import { declarePath, handBackPath, ownPatternPath, packPath, scorePath } from './scoring.paths.ts'
import { type PileRow, type PracticeRow, pileOf, practiceOf } from './scoring.store.ts'

type Path = Pick<ScoredPath, 'fund' | 'round'>

/** What an assessor has to score in a round and how far they are. @throws {NotFound} if they assess nothing there */
export async function readPile(
  db: Database,
  actor: Actor,
  path: Path,
  { csrf, at }: { readonly csrf: string; readonly at: Date },
): Promise<PileModel> {
  const scored = await findScoredRound(db, actor, path)
  const { round, rules, phase } = scored
  const all = await pileOf(db, round.id, scored.actor.personId)
  const practice =
    phase === 'sifting' || phase === 'scoring' ? await practiceOf(db, round.id, scored.actor.personId) : []
  const given = all.filter(({ endedAt }) => endedAt === null)
  const done = given.filter(({ reviewState }) => reviewState === 'submitted')
  // What is left comes first; within both the order is as it was shuffled.
  const pile = [...given.filter((row) => !done.includes(row)), ...done]
  return {
    fund: round.fund.name,
    round: round.name,
    illustrative: round.illustrative,
    csrf,
    now:
      pile.some(({ extra, reviewState }) => extra && reviewState !== 'submitted') && phase === 'closed'
        ? extraWords
        : nowWords(scored),
    ...paceFacts(scored, pile.length, done.length, at),
    rows: pile.map((row) => rowOf(scored, path, row)),
    left: all
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ reference, leadName, endedWhy }) => ({
        reference,
        name: calledIn(rules, leadName),
        why: endedWhy === null ? '' : endedWords[endedWhy],
      })),
    practice: practice.map((row) => practiceRow(scored, path, row)),
    patternHref:
      scoresAreOpen(scored.assessment) && done.length > 0 ? ownPatternPath(path.fund, path.round) : undefined,
    pack: pile.some(({ hasConflict, extra }) => hasConflict === false && isOpen(phase, extra))
      ? { href: packPath(path.fund, path.round), pdfHref: `${packPath(path.fund, path.round)}.pdf` }
      : undefined,
  }
}

function nowWords({ phase, assessment: { dueAt } }: ScoredRound): string {
  if (phase === 'sifting') return 'Scoring has not opened yet. You can say now whether you have a conflict of interest.'
  if (phase !== 'scoring') return 'Scoring has closed. You can still read what you gave.'
  return dueAt === null ? 'Scoring is open.' : `Scoring is open. Scores are due by ${ukTime(dueAt)}.`
}

function paceFacts(
  { round, assessment, phase }: ScoredRound,
  given: number,
  submitted: number,
  at: Date,
): Pick<PileModel, 'numbers' | 'pace'> {
  const minutesEach = round.minutesPerApplication
  const left = given - submitted
  const numbers = [
    { value: given, label: 'given to you' },
    { value: submitted, label: 'submitted' },
    { value: left, label: 'left' },
    { value: hoursWords(left * minutesEach), label: `left, at ${minutesEach} minutes each` },
  ]
  const { openedAt, dueAt } = assessment
  if (phase !== 'scoring' || openedAt === null || dueAt === null || given === 0) return { numbers, pace: undefined }
  const pace = paceOf({ given, submitted, minutesEach, openedAt, dueAt, at })
  const state = { text: paceWords[pace.standing], classes: paceTag[pace.standing] }
  return { numbers, pace: { state, words: paceAsks(pace) } }
}

function rowOf({ rules, phase }: ScoredRound, { fund, round }: Path, row: PileRow): PileModel['rows'][number] {
  const { reference, hasConflict, reviewState, submittedAt, savedAt } = row
  const name = calledIn(rules, row.leadName)
  const done = reviewState === 'submitted'
  const scores = isOpen(phase, row.extra)
  const opens = scores || done || (phase === 'sifting' && hasConflict === null)
  const href = hasConflict === null ? declarePath(fund, round, reference) : scorePath(fund, round, reference)
  return {
    reference,
    name,
    href: opens ? href : undefined,
    state: stateOf(row),
    when:
      done && submittedAt
        ? `at ${ukTime(submittedAt)}`
        : reviewState === 'open' && savedAt
          ? `saved at ${ukTime(savedAt)}`
          : '',
    handBack: done || !(scores || phase === 'sifting') ? undefined : handBackPath(fund, round, reference),
  }
}

function stateOf({
  hasConflict,
  reviewState,
}: Pick<PileRow, 'hasConflict' | 'reviewState'>): PileModel['rows'][number]['state'] {
  if (reviewState === 'submitted') return { text: 'Submitted', classes: 'govuk-tag--green' }
  if (hasConflict === true) return { text: 'Conflict declared', classes: 'govuk-tag--grey' }
  if (hasConflict === null) return { text: 'Declare first', classes: 'govuk-tag--yellow' }
  return { text: 'To score', classes: 'govuk-tag--light-blue' }
}

function practiceRow({ rules }: ScoredRound, { fund, round }: Path, row: PracticeRow): PileModel['practice'][number] {
  const { reference, hasConflict } = row
  const href =
    hasConflict === null ? declarePath(fund, round, reference, true) : scorePath(fund, round, reference, true)
  return { reference, name: calledIn(rules, row.leadName), href, state: stateOf(row) }
}

/** Whether it can be scored now: while scoring is open, and afterwards where one more opinion is asked for. */
const isOpen = (phase: AssessmentPhase, extra: boolean): boolean => phase === 'scoring' || (phase === 'closed' && extra)
