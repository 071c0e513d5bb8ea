import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { findings } from '../../../core/evidence/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, type RoundPath } from '../../funds/index.ts'
import { findingsOf, insertFinding, sampleByNumber } from './samples.store.ts'

/** What was typed of an item. `after`: how many findings of it there were when the page was shown. */
export type TypedFinding = { readonly finding: string; readonly note: string; readonly after: string }

export type FindingProblem =
  | { readonly code: 'finding-missing'; readonly field: 'finding' }
  | { readonly code: 'note-missing'; readonly field: 'note' }
  | { readonly code: 'note-too-long'; readonly field: 'note'; readonly most: number }
  | { readonly code: 'found-meanwhile'; readonly field: 'finding'; readonly by: string }

type ItemPath = RoundPath & { readonly sample: number; readonly place: number }

/**
 * Writes down what was found of an item of a sample. What was found before stays.
 *
 * @throws {NotFound} if the item is not there, or not this person's to look at
 */
export async function recordFinding(
  services: Services,
  {
    actor,
    path,
    typed,
    at,
  }: { readonly actor: Actor; readonly path: ItemPath; readonly typed: TypedFinding; readonly at: Date },
): Promise<Result<undefined, FindingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await findRound(tx, actor, 'evidence:sample', path)
    const sample = await sampleByNumber(tx, round.id, path.sample)
    const { place } = path
    if (sample === undefined || place > sample.size || actor.kind !== 'person') throw notFound('item')
    const finding = findings.find((each) => each === typed.finding)
    const problems = problemsOf(typed)
    if (finding === undefined || problems.length > 0) return refused(...problems)
    const before = (await findingsOf(tx, sample.id)).filter((each) => each.place === place)
    const number = Number(typed.after) + 1
    const meanwhile = before.find((each) => each.number >= number)
    const row = { sampleId: sample.id, place, number, finding, note: typed.note.trim(), at, by: actor.personId }
    if (meanwhile !== undefined || !(await insertFinding(tx, row)))
      return refused<FindingProblem>({ code: 'found-meanwhile', field: 'finding', by: meanwhile?.foundBy ?? '' })
    await recordEvent(tx, {
      action: 'evidence.finding-recorded',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'evidence',
      objectId: `evidence/${round.id}`,
      at,
      facts: { sample: sample.number, place, number, finding, note: row.note },
    })
    return done(undefined)
  })
}

function problemsOf({ finding, note, after }: TypedFinding): readonly FindingProblem[] {
  const problems: FindingProblem[] = []
  if (!findings.some((each) => each === finding) || !/^\d{1,6}$/.test(after))
    problems.push({ code: 'finding-missing', field: 'finding' })
  if (finding === 'exception' && note.trim() === '') problems.push({ code: 'note-missing', field: 'note' })
  if (note.length > longestReason) problems.push({ code: 'note-too-long', field: 'note', most: longestReason })
  return problems
}
