import { notFound } from '../../../core/errors.ts'
import type { FileProblem } from '../../../core/files/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { FieldProblem } from '../../../core/rounds/field-problem.ts'
import { type ClaimTyped, openPence, readClaim } from '../../../core/support/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfQuestion, keepSeveral, type SentFile } from '../../files/index.ts'
import { filesTaken } from '../delivering/send-delivery.ts'
import { openPackage } from '../packages/open-package.ts'
import { tellAward } from '../tell-award.ts'
import { insertClaim } from './claims.store.ts'
import { claimedMail } from './grants-mail.messages.ts'
import { type Grant, type GrantDoing, holdGrant, readGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'

/** What the evidence of a claim belongs to, beside its award. */
export const claimQuestion = (claim: number): string => `claim-${claim}`

export type SendClaimProblem =
  | FieldProblem<'claim' | 'claim-what'>
  | FileProblem
  | { readonly code: 'evidence-missing' | 'changed-meanwhile' }
  | { readonly code: 'too-early'; readonly dueOn: IsoDay }
  | { readonly code: 'beyond-instalment'; readonly leftPence: number }
  | { readonly code: 'beyond-award'; readonly leftPence: number }

type Asked = GrantDoing & {
  readonly instalment: number
  readonly typed: ClaimTyped
  readonly sent: readonly SentFile[]
}

/**
 * Claims an instalment, or part of it, with evidence. A file that will not do stops the claim, and those that do are kept
 * for the next try.
 *
 * @throws {NotFound} if this person does not act for the council, or there is no such instalment
 */
export async function sendClaim(
  services: Services,
  actor: Actor,
  { instalment, typed, sent, ...asked }: Asked,
): Promise<Result<null, SendClaimProblem>> {
  const { award, actor: person } = await openPackage(services.db, actor, { ...asked, does: true })
  if (award.type !== 'grant') throw notFound('grant')
  const number = nextClaim(await readGrant(services.db, award))
  const owner = { type: 'support', id: award.reference } as const
  const question = claimQuestion(number)
  const there = (await filesOfQuestion(services.db, owner, question)).length
  const { kept, problems } = await keepSeveral(services, sent, {
    owner,
    questionId: question,
    fundId: award.fundId,
    there,
    ...filesTaken,
    by: person.personId,
    at: asked.at,
  })
  const evidence: readonly SendClaimProblem[] =
    problems.length === 0 && there + kept === 0 ? [{ code: 'evidence-missing' }] : problems
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'council')
    if (nextClaim(opened.grant) !== number) return refused({ code: 'changed-meanwhile' })
    const read = readClaim(typed)
    if (!read.ok) return refused(...read.problems, ...evidence)
    const { pence } = read.value
    const problem = whyNotClaim(opened.grant, instalment, pence, isoDay(asked.at))
    if (problem !== undefined || evidence.length > 0)
      return refused(...(problem === undefined ? [] : [problem]), ...evidence)
    await insertClaim(tx, award.id, { ...read.value, number, instalment, at: asked.at, by: person.personId })
    await recordGrant(tx, opened, { action: 'grant.claimed', at: asked.at, facts: { number, instalment, pence } })
    await tellAward(tx, services, award, 'team', (say) => say(claimedMail)(award, pence))
    return done(null)
  })
}

/** The number that the next claim of a grant has. */
export const nextClaim = ({ claims }: Grant): number => (claims.at(-1)?.number ?? 0) + 1

function whyNotClaim(
  { instalments, claims, money }: Grant,
  number: number,
  pence: number,
  today: IsoDay,
): SendClaimProblem | undefined {
  const instalment = instalments.find((each) => each.number === number)
  if (instalment === undefined) throw notFound('instalment')
  const { upon, dueOn } = instalment
  if (upon === 'date' && today < dueOn) return { code: 'too-early', dueOn }
  const leftPence = openPence(instalment, claims)
  if (pence > leftPence) return { code: 'beyond-instalment', leftPence }
  const ofAward = money.awardedPence - money.claimedPence
  return pence > ofAward ? { code: 'beyond-award', leftPence: ofAward } : undefined
}
