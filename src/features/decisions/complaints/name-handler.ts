import { type Involvement, offerHandlers, type Stage, stageOf } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, may, type Role } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { rolesOn } from '../../accounts/index.ts'
import type { RoundInFund, RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach } from '../awarding/mail-council.ts'
import { acknowledgedMail, namedMail } from './complaint-mail.messages.ts'
import { insertHandler } from './complaint-steps.store.ts'
import { handlerOf, type KeptComplaint, progressOf, replyAt } from './complaints.store.ts'
import { involvedIn } from './involvement.store.ts'
import { mailComplainant } from './mail-complainant.ts'
import { holdCase } from './open-case.ts'
import { recordComplaint } from './record-complaint.ts'

export type NamingProblem =
  | { readonly code: 'nobody-chosen' | 'replied' | 'named-already' | 'reason-too-thin' }
  | { readonly code: 'was-involved'; readonly name: string; readonly involved: readonly Involvement[] }

/** Roles whose holders may be named, which are those that `complaint:handle` lets in. */
const named: readonly Role[] = ['programme-team', 'funder', 'panel-member', 'decision-maker', 'auditor']

/** Everybody of the fund who could look at a complaint, with what keeps each of them from it. */
export async function candidatesFor(db: Database | Tx, { fundId }: Pick<RoundInFund, 'fundId'>, complaintId: string) {
  const roles = (await rolesOn(db, fundId)).filter(({ role }) => named.includes(role))
  const people = new Map(roles.map(({ person }) => [person.id, { ...person, name: person.name || person.email }]))
  return offerHandlers([...people.values()], await involvedIn(db, complaintId))
}

type Request = {
  readonly path: RoundPath
  readonly complaint: string
  readonly personId: string
  /** Why another is named; '' for the first. */
  readonly reason: string
  readonly at: Date
}

/**
 * Names who looks at a complaint: somebody whom no record shows to have been involved in the application. Whoever was named
 * before is replaced, with a reason.
 *
 * @throws {NotFound} if the complaint is not this person's to run
 */
export async function nameHandler(
  services: Services,
  actor: Actor,
  { path, complaint: reference, personId, reason, at }: Request,
): Promise<Result<{ readonly name: string }, NamingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdCase(tx, actor, { path, complaint: reference })
    const { round, complaint } = opened
    if (!may(actor, 'fund:edit', round.fundId)) throw notFound('complaint')
    const stage = stageOf(progressOf(complaint))
    if (replyAt(complaint, stage) !== undefined) return refused<NamingProblem>({ code: 'replied' })
    const found = (await candidatesFor(tx, round, complaint.id)).find(({ id }) => id === personId)
    if (found === undefined) return refused<NamingProblem>({ code: 'nobody-chosen' })
    const { name, involved } = found
    if (involved.length > 0) return refused<NamingProblem>({ code: 'was-involved', name, involved })
    const before = handlerOf(complaint, stage)
    if (before?.personId === personId) return refused<NamingProblem>({ code: 'named-already' })
    if (before !== undefined && !hasSubstance(reason)) return refused<NamingProblem>({ code: 'reason-too-thin' })
    const by = opened.actor.personId
    const why = before === undefined ? '' : reason.trim()
    await insertHandler(tx, complaint.id, { stage, personId, reason: why, at, by })
    await recordComplaint(tx, { round, complaint, at, by }, 'complaint.handler-named', { stage, personId, reason: why })
    await tell(tx, services, { round, complaint, stage }, found)
    return done({ name })
  })
}

type OfStage = { readonly round: RoundInFund; readonly complaint: KeptComplaint; readonly stage: Stage }

async function tell(
  tx: Tx,
  services: Services,
  { round, complaint, stage }: OfStage,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  const replyBy = (stage === 'review' ? complaint.review?.replyBy : undefined) ?? complaint.replyBy
  const about = { ...complaint, round, fund: round.fund, origin: originForMail(services.config), replyBy }
  const acknowledged = (say: Say) => say(acknowledgedMail)({ ...about, handler: name })
  await mailComplainant(tx, services, round, complaint, { kind: 'complaint-acknowledged', words: acknowledged })
  await mailEach(tx, services, round, [email], { kind: 'complaint-handler', words: (say) => say(namedMail)(about) })
}
