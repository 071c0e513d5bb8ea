import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { insertNote, insertSubmission, noteOf, submissionOf } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'
import { type TooManyPages, tooManyPages } from './measure-submission.ts'
import { readLastStanding } from './read-outcomes.ts'
import { type FieldOf, type TextField, type TextsKind, textFields } from './text-fields.ts'

export type TextProblem =
  | { readonly code: 'text-missing' | 'text-too-long'; readonly field: TextField }
  | (TooManyPages & { readonly field: TextField })
  | { readonly code: 'decided' }

type Typed<Kind extends TextsKind> = Readonly<Record<FieldOf<Kind>, string>>
type Saving = { readonly roundId: string; readonly at: Date; readonly by: string }
type Texts<Kind extends TextsKind> = {
  readonly kind: Kind
  readonly action: string
  readonly insert: (tx: Tx, typed: Typed<Kind>, saving: Saving) => Promise<void>
  readonly facts: (typed: Typed<Kind>) => { readonly officer?: string }
}

const note: Texts<'note'> = {
  kind: 'note',
  action: 'decision.note-saved',
  insert: async (tx, typed, { roundId, at, by }) => await insertNote(tx, { ...typed, roundId, at, savedBy: by }),
  facts: ({ by }) => ({ officer: by }),
}

const submission: Texts<'submission'> = {
  kind: 'submission',
  action: 'decision.submission-saved',
  insert: async (tx, typed, saving) => await insertSubmission(tx, { ...typed, ...saving }),
  facts: () => ({}),
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
 * Keeps texts that stand beside a decision, as another version: nothing once it is recorded, and nothing with which the
 * submission is longer than its two pages.
 *
 * @throws {NotFound} if the round is not theirs to edit
 */
export const saveTexts = async (
  services: Services,
  kind: TextsKind,
  request: TextsRequest,
): Promise<Result<undefined, TextProblem>> =>
  kind === 'note' ? await save(services, note, request) : await save(services, submission, request)

async function save<Kind extends TextsKind>(
  services: Services,
  { kind, action, insert, facts }: Texts<Kind>,
  request: TextsRequest,
): Promise<Result<undefined, TextProblem>> {
  const { actor, path, typed, at } = request
  const fields: readonly FieldOf<Kind>[] = textFields[kind]
  const texts = Object.fromEntries(fields.map((field) => [field, typed(field).trim()])) as Typed<Kind>
  const wrong = fields.flatMap((field) => problemsOf(field, texts[field]))
  const long = wrong.length > 0 ? undefined : await measured(services, kind, texts, request)
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<TextProblem>({ code: 'decided' })
    if (wrong.length > 0) return refused(...wrong)
    if (long !== undefined) return refused<TextProblem>({ ...long, field: fieldToShorten(kind, long.longest) })
    await insert(tx, texts, { roundId: round.id, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, action, facts(texts))
    return done(undefined)
  })
}

/** Where it is said: at the longest text where it is on this page, else at the first. */
const fieldToShorten = (kind: TextsKind, longest: TextField): TextField =>
  textFields[kind].find((field) => field === longest) ?? textFields[kind][0]

/** The pages of the submission with these texts, once there is something to decide. */
async function measured<Kind extends TextsKind>(
  services: Services,
  kind: Kind,
  texts: Typed<Kind>,
  { actor, path, at }: TextsRequest,
): Promise<TooManyPages | undefined> {
  const { db } = services
  const round = await findRound(db, actor, 'fund:edit', path)
  const standing = await readLastStanding(db, round)
  if (typeof standing === 'string') return undefined
  const [words, said] = [await submissionOf(db, round.id), await noteOf(db, round.id)]
  return kind === 'note'
    ? await tooManyPages(services, round, standing, { words, note: { ...(texts as Typed<'note'>), at } })
    : await tooManyPages(services, round, standing, { words: texts as Typed<'submission'>, note: said })
}

function problemsOf(field: TextField, text: string): readonly TextProblem[] {
  if (text === '') return [{ code: 'text-missing', field }]
  return text.length > longestText ? [{ code: 'text-too-long', field }] : []
}
