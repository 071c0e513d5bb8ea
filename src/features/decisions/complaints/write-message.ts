import { isOpen, longestWords, stageOf } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { RoundInFund, RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach } from '../awarding/mail-council.ts'
import { answeredMail, askedMail } from './complaint-mail.messages.ts'
import { insertMessage } from './complaint-steps.store.ts'
import { handlerOf, type KeptComplaint, progressOf } from './complaints.store.ts'
import { mailComplainant } from './mail-complainant.ts'
import { holdCase } from './open-case.ts'
import { holdOwnComplaint } from './open-own.ts'
import { recordComplaint } from './record-complaint.ts'

export type MessageProblem = { readonly code: 'message-missing' | 'message-too-long' | 'complaint-closed' }

type OfComplaint = {
  readonly round: RoundInFund
  readonly complaint: KeptComplaint
  readonly actor: { readonly personId: string }
}

/** Asks whoever complained something. @throws {NotFound} if it is not this person who looks at it now */
export async function askComplainant(
  services: Services,
  actor: Actor,
  {
    text,
    at,
    ...asked
  }: { readonly path: RoundPath; readonly complaint: string; readonly text: string; readonly at: Date },
): Promise<Result<undefined, MessageProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdCase(tx, actor, asked)
    if (!opened.handles) throw notFound('complaint')
    const result = await write(tx, opened, { text, at, ofHandler: true })
    if (!result.ok) return result
    const about = aboutOf(services, opened)
    await mailComplainant(tx, services, opened.round, opened.complaint, {
      kind: 'complaint-question',
      words: (say) => say(askedMail)(about),
    })
    return result
  })
}

/** Writes to whoever looks at a complaint, or will. @throws {NotFound} if it is not this person's complaint */
export async function writeToHandler(
  services: Services,
  actor: Actor,
  {
    text,
    at,
    ...asked
  }: { readonly reference: string; readonly number: number; readonly text: string; readonly at: Date },
): Promise<Result<undefined, MessageProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdOwnComplaint(tx, actor, { ...asked, at })
    const result = await write(tx, opened, { text, at, ofHandler: false })
    if (!result.ok) return result
    const handler = handlerOf(opened.complaint, stageOf(progressOf(opened.complaint)))
    const person = handler && (await personById(tx, handler.personId))
    if (person === undefined) return result
    const about = aboutOf(services, opened)
    await mailEach(tx, services, opened.round, [person.email], {
      kind: 'complaint-message',
      words: (say) => say(answeredMail)(about),
    })
    return result
  })
}

const aboutOf = ({ config }: Pick<Services, 'config'>, { round, complaint }: OfComplaint) => ({
  ...complaint,
  round,
  fund: round.fund,
  origin: originForMail(config),
})

async function write(
  tx: Tx,
  { round, complaint, actor }: OfComplaint,
  { text, at, ofHandler }: { readonly text: string; readonly at: Date; readonly ofHandler: boolean },
): Promise<Result<undefined, MessageProblem>> {
  const words = text.trim()
  if (!isOpen(progressOf(complaint))) return refused<MessageProblem>({ code: 'complaint-closed' })
  if (words === '') return refused<MessageProblem>({ code: 'message-missing' })
  if (words.length > longestWords) return refused<MessageProblem>({ code: 'message-too-long' })
  const by = actor.personId
  await insertMessage(tx, complaint.id, { ofHandler, text: words, at, by })
  const action = ofHandler ? 'complaint.question-asked' : 'complaint.message-written'
  await recordComplaint(tx, { round, complaint, at, by }, action)
  return done(undefined)
}
