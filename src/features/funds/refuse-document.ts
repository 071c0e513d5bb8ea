import { done, type Result, refused } from '../../core/result.ts'
import { approvalOf, refusalOf } from '../../core/rounds/approval.ts'
import { hasSubstance } from '../../core/rules/index.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { Services } from '../../platform/services.ts'
import { programmeTeamOf } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { givenOfFunds, insertRefusal } from './funders.store.ts'
import { approvalsPath } from './funds.paths.ts'
import { fundersOf } from './funds.store.ts'
import { type AskedOfFunder, holdDocument } from './hold-document.ts'
import { refusedMail } from './refused-mail.messages.ts'

export type RefuseProblem = {
  readonly code: 'changed-since-shown' | 'approved-already' | 'refusal-too-thin' | 'refusal-too-long'
}

/** The most characters of a reason. */
export const longestRefusal = 2000

/**
 * Says in the name of a funder that it does not approve what its representative was shown, and why: the programme team reads
 * it and is told by email. What is approved stays so; what is refused can still be approved.
 *
 * @throws {NotFound} if the fund or round is not there, or the person does not speak for that funder
 */
export async function refuseDocument(
  services: Services,
  request: AskedOfFunder & {
    readonly shownSha256: string
    readonly reason: string
    readonly at: Date
  },
): Promise<Result<undefined, RefuseProblem>> {
  const { organisationId, document, shownSha256, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { actor, fund, sha256: subjectSha256 } = await holdDocument(services, tx, request)
    const { subject } = document
    if (subjectSha256 !== shownSha256) return refused<RefuseProblem>({ code: 'changed-since-shown' })
    const { approvals, refusals } = await givenOfFunds(tx, [fund.id])
    if (approvalOf(approvals, organisationId, subject, subjectSha256) !== undefined)
      return refused<RefuseProblem>({ code: 'approved-already' })
    if (refusalOf(refusals, organisationId, subject, subjectSha256)?.reason === reason) return done(undefined)
    if (!hasSubstance(reason)) return refused<RefuseProblem>({ code: 'refusal-too-thin' })
    if (reason.length > longestRefusal) return refused<RefuseProblem>({ code: 'refusal-too-long' })
    const by = actor.personId
    const id = services.newId()
    await insertRefusal(tx, { id, fundId: fund.id, organisationId, subject, subjectSha256, reason, at, by })
    await recordEvent(tx, {
      action: 'funder.refused',
      actorId: by,
      fundId: fund.id,
      objectType: 'funder',
      objectId: `${fund.id}/${organisationId}`,
      at,
      facts: { ...document, organisationId, subjectSha256, reason },
    })
    const funder = (await fundersOf(tx, fund.id)).find((each) => each.organisationId === organisationId)
    const about = {
      fund: fund.name,
      illustrative: fund.illustrative,
      funder: funder?.organisationName ?? organisationId,
      subject,
      reason,
      link: originForMail(services.config) + approvalsPath(fund.slug),
    }
    for (const person of await programmeTeamOf(tx, fund.id)) {
      await queueMessage(tx, services, {
        kind: 'funder-refused',
        recipient: person.email,
        personId: person.id,
        fundId: fund.id,
        words: (say) => say(refusedMail)(about),
      })
    }
    return done(undefined)
  })
}
