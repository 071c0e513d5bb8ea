import { sql } from 'kysely'
import { insertReply, insertRequest } from '../features/applications/clarifying/answer-requests.store.ts'
import { recordEvent } from '../features/audit/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'

const dayMilliseconds = 86_400_000

/**
 * What the programme team of the made-up round asked one of its made-up applicants after the deadline, and what that
 * replied: once in time and once late.
 *
 * @param round `programmeId`: who asks; `deadlineAt`: the deadline, after which it was asked
 */
export async function seedAnswerRequest(
  tx: Tx,
  services: Services,
  round: { readonly fundId: string; readonly roundId: string; readonly programmeId: string; readonly deadlineAt: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string; reference: string; createdBy: string }>`
    select id, reference, created_by as "createdBy" from application
    where round_id = ${round.roundId}::uuid and state = 'submitted' order by submitted_at, id limit 1`.execute(tx)
  const application = rows[0]
  if (application === undefined) return
  const after = (days: number): Date => new Date(round.deadlineAt.getTime() + days * dayMilliseconds)
  const id = services.newId()
  const number = await insertRequest(tx, {
    id,
    applicationId: application.id,
    note: '',
    createdAt: after(3),
    dueAt: after(8),
    authorId: round.programmeId,
    questions: [{ questionId: 'drivers', asked: 'Which of these drivers weighs most with you?' }],
  })
  const event = { fundId: round.fundId, objectType: 'application', objectId: application.reference }
  const asked = { number, dueAt: after(8).toISOString(), questions: ['drivers'] }
  await recordEvent(tx, {
    ...event,
    action: 'application.answers-asked',
    actorId: round.programmeId,
    at: after(3),
    facts: asked,
  })
  const replies = ['The budget weighs most.', 'The budget weighs most, and after it what people told us they need.']
  for (const [index, value] of replies.entries()) {
    const version = index + 1
    const late = index === 1
    const repliedAt = after(late ? 9 : 6)
    const reply = {
      requestId: id,
      questionId: 'drivers',
      version,
      value,
      repliedAt,
      repliedBy: application.createdBy,
      late,
    }
    await insertReply(tx, reply)
    await recordEvent(tx, {
      ...event,
      action: 'application.answers-clarified',
      actorId: application.createdBy,
      at: repliedAt,
      facts: { number, late, versions: { drivers: version } },
    })
  }
}
