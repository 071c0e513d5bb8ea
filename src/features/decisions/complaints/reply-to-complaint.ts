import { type Reply, type ReplyProblem, type ReplyTyped, readReply, stageOf } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { rolesOn } from '../../accounts/index.ts'
import type { RoundInFund, RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach, mailTeam } from '../awarding/mail-council.ts'
import { type AboutComplaint, repliedMail } from './complaint-mail.messages.ts'
import { insertReply } from './complaint-steps.store.ts'
import { textsOf } from './complaint-terms.store.ts'
import { progressOf, replyAt } from './complaints.store.ts'
import { closedMail, lookAgainMail } from './finding-mail.messages.ts'
import { mailComplainant } from './mail-complainant.ts'
import { holdCase } from './open-case.ts'
import { recordComplaint } from './record-complaint.ts'
import { replyParagraphs } from './reply-letter.messages.ts'

type Request = {
  readonly path: RoundPath
  readonly complaint: string
  readonly typed: ReplyTyped
  readonly at: Date
}

/**
 * Replies to a complaint with what was found of each ground and what is done about it, by page, email and letter. Scores and
 * decisions are not changed here: a reply that asks for that names the departure that whoever decides records.
 *
 * @throws {NotFound} if it is not this person who looks at it now
 */
export async function replyToComplaint(
  services: Services,
  actor: Actor,
  { typed, at, ...asked }: Request,
): Promise<Result<undefined, ReplyProblem | { readonly code: 'replied' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, complaint, handles, actor: person } = await holdCase(tx, actor, asked)
    if (!handles) throw notFound('complaint')
    const stage = stageOf(progressOf(complaint))
    if (replyAt(complaint, stage) !== undefined) return refused({ code: 'replied' as const })
    const read = readReply(complaint.grounds, typed)
    if (!read.ok) return read
    const by = person.personId
    await insertReply(tx, complaint.id, { ...read.value, stage, at, by })
    await recordComplaint(tx, { round, complaint, at, by }, 'complaint.replied', {
      stage,
      found: Object.fromEntries(read.value.found.map(({ ground, finding }) => [ground, finding])),
      departure: read.value.departure,
    })
    const letter = replyParagraphs({ ...read.value, stage, texts: await textsOf(tx, round) })
    const about = { ...complaint, round, fund: round.fund, origin: originForMail(services.config), letter }
    await mailComplainant(tx, services, round, complaint, {
      kind: 'complaint-replied',
      words: (say) => say(repliedMail)(about),
    })
    await tellOfFindings(tx, services, round, about, read.value)
    return done(undefined)
  })
}

/** Tells the programme team what was found, and asks whoever decides where the reply asks for something of them. */
async function tellOfFindings(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  about: AboutComplaint,
  { found, departure }: Pick<Reply, 'found' | 'departure'>,
): Promise<void> {
  await mailTeam(tx, services, round, {
    kind: 'complaint-found',
    words: (say) => say(closedMail)({ ...about, found }),
  })
  if (departure === '') return
  const deciders = (await rolesOn(tx, round.fundId)).filter(({ role }) => role === 'decision-maker')
  const emails = [...new Set(deciders.map(({ person }) => person.email))]
  await mailEach(tx, services, round, emails, {
    kind: 'complaint-found',
    words: (say) => say(lookAgainMail)({ ...about, departure }),
  })
}
