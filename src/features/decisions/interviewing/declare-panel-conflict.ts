import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { insertDeclaration } from '../../assessment/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recommendationOf } from '../deciding/deciding.store.ts'
import { recordDoing } from '../record-doing.ts'
import { openPanelReview } from './panel-reviews.store.ts'
import { findPanelInterview } from './read-panel-work.ts'
import { settlePanel } from './settle-panel.ts'

export type PanelDeclareProblem = { readonly code: 'conflict-unanswered' | 'statement-missing' }
export type PanelLateProblem = { readonly code: 'recommended' }

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly reference: string; readonly at: Date }
type Said = { readonly hasConflict: string; readonly statement: string }

/**
 * Takes what a member of the panel says of a conflict before the papers of an interview open. With one they leave the room
 * for it and never see the papers; without, their review is begun.
 *
 * @throws {NotFound} if they are not on the panel, or have said it before
 */
export async function declarePanelConflict(
  services: Services,
  { actor, path, reference, at, hasConflict, statement: typed }: Asked & Said,
): Promise<Result<'opened' | 'recused', PanelDeclareProblem>> {
  const statement = typed.trim().slice(0, longestReason)
  return await services.db.transaction().execute(async (tx) => {
    const found = await findPanelInterview(tx, actor, path, reference)
    if (found.interview.standing !== 'undeclared') throw notFound('interview')
    if (hasConflict === 'yes') {
      if (statement === '') return refused<PanelDeclareProblem>({ code: 'statement-missing' })
      await write(tx, found, { reference, hasConflict: true, statement, at })
      return done('recused' as const)
    }
    if (hasConflict !== 'no') return refused<PanelDeclareProblem>({ code: 'conflict-unanswered' })
    await write(tx, found, { reference, hasConflict: false, statement: '', at })
    const { interview, rules } = found
    const review = { id: services.newId(), applicationId: interview.id, personId: found.actor.personId }
    await openPanelReview(tx, { ...review, rulesSha256: rules.sha256, at })
    return done('opened' as const)
  })
}

/**
 * Takes a conflict that was found late: what they gave stays where it is and counts no more. Not once the panel has
 * recommended, which rests on what they gave.
 *
 * @throws {NotFound} as above
 */
export async function declarePanelLate(
  { db }: Services,
  { actor, path, reference, at, statement: typed }: Asked & Pick<Said, 'statement'>,
): Promise<Result<undefined, PanelLateProblem>> {
  const statement = typed.trim().slice(0, longestReason) || 'Found after the papers had opened; nothing more was said.'
  return await db.transaction().execute(async (tx) => {
    await holdRound(tx, actor, 'interview:score', path)
    const found = await findPanelInterview(tx, actor, path, reference)
    if (found.interview.standing === 'recused') throw notFound('interview')
    if ((await recommendationOf(tx, found.round.id)) !== undefined)
      return refused<PanelLateProblem>({ code: 'recommended' })
    await write(tx, found, { reference, hasConflict: true, statement, at })
    return done(undefined)
  })
}

async function write(
  tx: Tx,
  { interview, actor, round }: Awaited<ReturnType<typeof findPanelInterview>>,
  said: { readonly reference: string; readonly hasConflict: boolean; readonly statement: string; readonly at: Date },
): Promise<void> {
  const { reference, at, ...words } = said
  await insertDeclaration(tx, { applicationId: interview.id, personId: actor.personId, ...words, at })
  const action = said.hasConflict ? 'panel.conflict-declared' : 'panel.no-conflict-declared'
  await recordDoing(tx, { round, actor, at }, action, { statement: said.statement }, reference)
  if (said.hasConflict) await settlePanel(tx, { round, at, by: actor.personId })
}
