import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { looksLikeEmail, type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import type { LeadProblem } from '../applications.messages.ts'
import { applicationByReference, applicationsOfLead, lockLead } from '../applications.store.ts'
import { checkLead } from '../starting/check-lead.ts'
import { addApplication } from '../starting/start-application.ts'
import { type Channel, channels, insertKeyed } from './keyed.store.ts'

export type KeyedTyped = {
  readonly leadId: string
  readonly channel: string
  readonly received: MomentTyped
  readonly name: string
  readonly email: string
}

export type KeyingProblem =
  | LeadProblem
  | MomentProblem
  | { readonly code: 'lead-missing' | 'channel-missing' | 'received-missing' | 'received-in-future' | 'name-missing' }
  | { readonly code: 'received-before-opening'; readonly opensAt: Date }
  | { readonly code: 'applicant-email-missing' }
  | { readonly code: 'applicant-email-wrong'; readonly typed: string }
  | { readonly code: 'application-there'; readonly reference: string }

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly typed: KeyedTyped; readonly at: Date }

/**
 * Starts an application for an authority whose expression of interest came by email or on paper. The programme team then
 * fills in the form and submits it like any other; the time it came is what counts.
 *
 * @throws {NotFound} if the round is not there, or not this person's to run
 */
export async function startKeyed(
  services: Services,
  { actor, path, typed, at }: Request,
): Promise<Result<{ readonly reference: string }, KeyingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person' || round.formVersionId === null) throw notFound('round')
    const read = readTyped(typed, round, at)
    const lead = typed.leadId === '' ? undefined : await organisationById(tx, typed.leadId)
    const problems: KeyingProblem[] =
      lead === undefined ? [{ code: 'lead-missing' }] : await leadProblems(tx, round, lead.id, at)
    if (!read.ok) problems.push(...read.problems)
    if (lead === undefined || !read.ok || problems.length > 0) return refused(...problems)
    const reference = await addApplication(tx, services, {
      round,
      mode: 'live',
      leadId: lead.id,
      formVersionId: round.formVersionId,
      at,
      personId: actor.personId,
    })
    const application = await applicationByReference(tx, reference, [], [])
    if (application === undefined) throw new Error(`application ${reference} was not written`)
    const { channel, receivedAt, applicantName, applicantEmail } = read.value
    const keyed = { channel, receivedAt, applicantName, applicantEmail, keyedBy: actor.personId, keyedAt: at }
    await insertKeyed(tx, { applicationId: application.id, ...keyed })
    await recordEvent(tx, {
      action: 'application.keyed-in',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: reference,
      at,
      facts: { lead: lead.id, round: round.id, channel, receivedAt: receivedAt.toISOString() },
    })
    return done({ reference })
  })
}

async function leadProblems(tx: Tx, round: RoundInFund, leadId: string, at: Date): Promise<KeyingProblem[]> {
  await lockLead(tx, round.id, leadId)
  const lead = await organisationById(tx, leadId)
  const checked = lead && checkLead(lead, round, isoDay(at))
  const [there] = await applicationsOfLead(tx, round.id, [leadId])
  return [
    ...(checked === undefined || checked.ok ? [] : checked.problems),
    ...(there === undefined ? [] : [{ code: 'application-there' as const, reference: there.reference }]),
  ]
}

type Read = {
  readonly channel: Channel
  readonly receivedAt: Date
  readonly applicantName: string
  readonly applicantEmail: string
}

function readTyped(typed: KeyedTyped, { opensAt }: RoundInFund, at: Date): Result<Read, KeyingProblem> {
  const problems: KeyingProblem[] = []
  const channel = channels.find((known) => known === typed.channel)
  if (channel === undefined) problems.push({ code: 'channel-missing' })
  const moment = readMoment('deadlineAt', typed.received, true)
  if (!moment.ok) problems.push(...moment.problems)
  const receivedAt = moment.ok ? moment.value?.at : undefined
  if (moment.ok && receivedAt === undefined) problems.push({ code: 'received-missing' })
  if (receivedAt !== undefined && receivedAt > at) problems.push({ code: 'received-in-future' })
  if (receivedAt !== undefined && opensAt !== null && receivedAt < opensAt) {
    problems.push({ code: 'received-before-opening', opensAt })
  }
  const applicantName = typed.name.trim().slice(0, 200)
  const applicantEmail = typed.email.trim().toLowerCase()
  if (applicantName === '') problems.push({ code: 'name-missing' })
  if (applicantEmail === '') problems.push({ code: 'applicant-email-missing' })
  else if (!looksLikeEmail(applicantEmail)) problems.push({ code: 'applicant-email-wrong', typed: applicantEmail })
  if (channel === undefined || receivedAt === undefined || problems.length > 0) return refused(...problems)
  return done({ channel, receivedAt, applicantName, applicantEmail })
}
