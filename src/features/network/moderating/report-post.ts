import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { programmeTeamOf } from '../../accounts/index.ts'
import { originForMail } from '../../guidance/index.ts'
import type { AskedOfNetwork } from '../open-network.ts'
import { openPost } from '../posts/write-post.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { moderatePostPath } from './moderating.paths.ts'
import { reportMail } from './moderating-mail.messages.ts'
import { insertReport } from './reports.store.ts'

export type ReasonProblem =
  | { readonly code: 'reason-missing' }
  | { readonly code: 'reason-too-long'; readonly most: number }
export type ReportProblem = ReasonProblem | { readonly code: 'reported-already' | 'own-post' }

const longestReason = 2000

/** Why something is reported, done or asked to be looked at again. */
export function readReason(typed: string): Result<string, ReasonProblem> {
  const reason = typed.trim()
  if (reason === '') return refused({ code: 'reason-missing' })
  return reason.length > longestReason ? refused({ code: 'reason-too-long', most: longestReason }) : done(reason)
}

/** Reports a post to those who run the network. @returns the thread. @throws {NotFound} for no member */
export async function reportPost(
  services: Services,
  asked: AskedOfNetwork & { readonly post: string; readonly reason: string },
): Promise<Result<string, ReportProblem>> {
  const reason = readReason(asked.reason)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, post } = await openPost(tx, asked)
    if (post.authorId === person.personId) return refused({ code: 'own-post' })
    if (!reason.ok) return reason
    const report = { postId: post.id, by: person.personId, reason: reason.value, at: asked.at }
    if (!(await insertReport(tx, report))) return refused({ code: 'reported-already' })
    await recordInNetwork(tx, {
      action: 'network.post-reported',
      fundId: fund.id,
      by: person.personId,
      objectType: 'network-post',
      objectId: post.id,
      at: asked.at,
    })
    const link = `${originForMail(services.config)}${moderatePostPath(fund.slug, post.id)}`
    for (const to of await programmeTeamOf(tx, fund.id))
      await queueInNetwork(tx, services, fund, {
        kind: 'network.reported',
        to,
        words: (say) => say(reportMail)({ title: post.threadTitle, reason: reason.value, link }),
      })
    return done(post.threadId)
  })
}
