import { notFound } from '../../core/errors.ts'
import type { FrozenForm } from '../../core/forms/index.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import { organisationsById, peopleById } from '../accounts/index.ts'
import { kindWords, outcomeWords } from './applications.messages.ts'
import { type Application, applicationByReference } from './applications.store.ts'
import { partnersOf } from './partners.store.ts'
import { latestSubmission, type Submission } from './submissions.store.ts'
import { hashInGroups } from './write-receipt.ts'

/** A submission with what is said of it. */
export type ReadSubmission = {
  readonly reference: string
  readonly lead: string
  readonly submission: Submission
  readonly submittedBy: string
  readonly content: FrozenForm
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly withdrawn: boolean
  readonly illustrative: boolean
}

/** The latest submission of an application that the caller has found to be this person's to read. */
export async function readSubmission(db: Database, application: Application): Promise<ReadSubmission> {
  const submission = await latestSubmission(db, application.id)
  if (submission === undefined) throw notFound('submission')
  const partners = (await partnersOf(db, application.id)).filter(({ state }) => state === 'accepted')
  const ids = [application.leadId, ...partners.map(({ organisationId }) => organisationId)]
  const organisations = await organisationsById(db, ids)
  const people = await peopleById(db, [submission.submittedBy])
  const person = people.get(submission.submittedBy)
  const submittedBy = person?.name || person?.email || 'Somebody who has left'
  const lead = organisations.get(application.leadId)
  const named = partners.map(({ organisationId }) => organisations.get(organisationId)?.name ?? organisationId)
  return {
    reference: application.reference,
    lead: lead?.name ?? application.leadId,
    submission,
    submittedBy,
    content: submission.content,
    withdrawn: submission.withdrawnAt !== null,
    illustrative: application.illustrative,
    facts: [
      { name: 'Lead authority', value: `${lead?.name ?? application.leadId} (${kindWords(lead?.kind ?? '')})` },
      { name: 'Partners', value: named.length === 0 ? 'None' : named.join(', ') },
      { name: 'Received', value: ukTimeWithZone(submission.receivedAt, { seconds: true }) },
      { name: 'Submitted by', value: submittedBy },
      { name: 'Eligibility', value: outcomeWords[submission.outcome ?? 'none'] },
      { name: 'SHA-256 of the content', value: hashInGroups(submission.sha256) },
    ],
  }
}

/**
 * A submitted application of a round, for those who run it. Drafts and withdrawn applications are not theirs to read.
 *
 * @throws {NotFound} if the round has no submitted application of that reference
 */
export async function readSubmitted(db: Database, roundId: string, reference: string): Promise<ReadSubmission> {
  const application = await applicationByReference(db, reference, [], [])
  if (application === undefined || application.roundId !== roundId || application.state !== 'submitted') {
    throw notFound('application')
  }
  return await readSubmission(db, application)
}
