import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { insertNote, insertSubmission } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

const noteFields = ['regularity', 'propriety', 'valueForMoney', 'feasibility', 'by'] as const
const submissionFields = ['summary', 'options', 'linesToTake'] as const
export type TextField = (typeof noteFields)[number] | (typeof submissionFields)[number]

/** The accounting officer's note on the method of selection, or the words of the submission. */
export type TextsKind = 'note' | 'submission'

export type TextProblem =
  | { readonly code: 'text-missing' | 'text-too-long'; readonly field: TextField }
  | { readonly code: 'decided' }

type Typed<Field extends string> = Readonly<Record<Field, string>>
type Saving = { readonly roundId: string; readonly at: Date; readonly by: string }
type Texts<Field extends TextField> = {
  readonly fields: readonly Field[]
  readonly action: string
  readonly insert: (tx: Tx, typed: Typed<Field>, saving: Saving) => Promise<void>
  readonly facts: (typed: Typed<Field>) => { readonly officer?: string }
}

const note: Texts<(typeof noteFields)[number]> = {
  fields: noteFields,
  action: 'decision.note-saved',
  insert: async (tx, typed, { roundId, at, by }) => await insertNote(tx, { ...typed, roundId, at, savedBy: by }),
  facts: ({ by }) => ({ officer: by }),
}

const submission: Texts<(typeof submissionFields)[number]> = {
  fields: submissionFields,
  action: 'decision.submission-saved',
  insert: async (tx, typed, saving) => await insertSubmission(tx, { ...typed, ...saving }),
  facts: () => ({}),
}

/** The fields of each kind, in the order of the page. */
export const textFields: Readonly<Record<TextsKind, readonly TextField[]>> = {
  note: noteFields,
  submission: submissionFields,
}

const longestText = 4000

export type TextsRequest = {
  readonly actor: Actor
  readonly path: RoundPath
  /** What was typed into each field. */
  readonly typed: (field: TextField) => string
  readonly at: Date
}

/**
 * Keeps texts that stand beside a decision, as another version: nothing once it is recorded.
 *
 * @throws {NotFound} if the round is not theirs to edit
 */
export const saveTexts = async (
  services: Services,
  kind: TextsKind,
  request: TextsRequest,
): Promise<Result<undefined, TextProblem>> =>
  kind === 'note' ? await save(services, note, request) : await save(services, submission, request)

async function save<Field extends TextField>(
  services: Services,
  { fields, action, insert, facts }: Texts<Field>,
  { actor, path, typed, at }: TextsRequest,
): Promise<Result<undefined, TextProblem>> {
  const texts = Object.fromEntries(fields.map((field) => [field, typed(field).trim()])) as Typed<Field>
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<TextProblem>({ code: 'decided' })
    const problems = fields.flatMap((field) => problemsOf(field, texts[field]))
    if (problems.length > 0) return refused(...problems)
    await insert(tx, texts, { roundId: round.id, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, action, facts(texts))
    return done(undefined)
  })
}

function problemsOf(field: TextField, text: string): readonly TextProblem[] {
  if (text === '') return [{ code: 'text-missing', field }]
  return text.length > longestText ? [{ code: 'text-too-long', field }] : []
}
