import type { SubmissionTexts } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { insertNote, insertSubmission } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

export const noteFields = ['regularity', 'propriety', 'valueForMoney', 'feasibility', 'by'] as const
export const submissionFields = ['summary', 'options', 'linesToTake'] as const
export type TextField = (typeof noteFields)[number] | (typeof submissionFields)[number]

export type TextProblem =
  | { readonly code: 'text-missing' | 'text-too-long'; readonly field: TextField }
  | { readonly code: 'decided' }

export type NoteTyped = Readonly<Record<(typeof noteFields)[number], string>>

const longestText = 4000

function problemsOf(
  typed: Readonly<Partial<Record<TextField, string>>>,
  fields: readonly TextField[],
): readonly TextProblem[] {
  return fields.flatMap((field): readonly TextProblem[] => {
    const text = (typed[field] ?? '').trim()
    if (text === '') return [{ code: 'text-missing', field }]
    return text.length > longestText ? [{ code: 'text-too-long', field }] : []
  })
}

type Asked<Typed> = { readonly actor: Actor; readonly path: RoundPath; readonly typed: Typed; readonly at: Date }

/** Keeps what the accounting officer says of the method of selection, as another version. */
export async function saveNote(
  services: Services,
  { actor, path, typed, at }: Asked<NoteTyped>,
): Promise<Result<undefined, TextProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<TextProblem>({ code: 'decided' })
    const problems = problemsOf(typed, noteFields)
    if (problems.length > 0) return refused(...problems)
    await insertNote(tx, { ...trimmed(typed), roundId: round.id, at, savedBy: actor.personId })
    await recordEvent(tx, {
      action: 'decision.note-saved',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { officer: typed.by.trim() },
    })
    return done(undefined)
  })
}

const trimmed = <Typed extends Readonly<Record<string, string>>>(typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.trim()])) as Typed

/** Keeps the words of the submission, as another version. */
export async function saveSubmission(
  services: Services,
  { actor, path, typed, at }: Asked<SubmissionTexts>,
): Promise<Result<undefined, TextProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<TextProblem>({ code: 'decided' })
    const problems = problemsOf(typed, submissionFields)
    if (problems.length > 0) return refused(...problems)
    await insertSubmission(tx, { ...trimmed(typed), roundId: round.id, at, by: actor.personId })
    await recordEvent(tx, {
      action: 'decision.submission-saved',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: {},
    })
    return done(undefined)
  })
}
