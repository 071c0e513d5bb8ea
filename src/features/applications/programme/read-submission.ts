import { kindWords } from '../../../core/authorities/kind-words.ts'
import { notFound } from '../../../core/errors.ts'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { organisationById, peopleById } from '../../accounts/index.ts'
import { eligibilityLines, outcomeWords, possessive } from '../applications.messages.ts'
import { type ApplicationInRound, applicationByReference } from '../applications.store.ts'
import { keyedApplication } from '../keying/keyed.store.ts'
import { confirmedWords, keyedWords } from '../keying/keying.messages.ts'
import { frozenSignOffWords } from '../sign-off/sign-offs.messages.ts'
import { latestSubmission, type Submission } from '../submitting/submissions.store.ts'

/** A submission with what is said of it. */
export type ReadSubmission = {
  readonly application: ApplicationInRound
  readonly reference: string
  /** Whose application it is, as a heading. */
  readonly title: string
  /** As it was called when it was submitted. */
  readonly lead: string
  /** The body that submitted in the place of a lead that was no more. */
  readonly standIn: string | undefined
  readonly submission: Submission
  readonly submittedBy: string
  readonly content: FrozenApplication
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly withdrawn: boolean
  readonly illustrative: boolean
  /** Of the JSON that can be downloaded. */
  readonly sha256: string
  /** The version of the form that the application answers now. */
  readonly formVersionId: string
}

/** The latest submission of an application that the caller has found to be this person's to read. */
export async function readSubmission(db: Database, application: ApplicationInRound): Promise<ReadSubmission> {
  const submission = await latestSubmission(db, application.id)
  if (submission === undefined) throw notFound('submission')
  const { content } = submission
  const { lead, standIn, partners, form } = content
  const organisation = await organisationById(db, lead.id)
  const people = await peopleById(db, [submission.submittedBy])
  const keyed = await keyedApplication(db, application.id)
  const person = people.get(submission.submittedBy)
  const submittedBy = person?.name || person?.email || 'Somebody who has left'
  return {
    application,
    reference: application.reference,
    title: `${possessive(lead.name)} application`,
    lead: lead.name,
    standIn: standIn?.name,
    submission,
    submittedBy,
    content,
    withdrawn: submission.withdrawnAt !== null,
    illustrative: application.illustrative,
    formVersionId: application.formVersionId,
    sha256: submission.sha256,
    facts: [
      { name: 'Lead authority', value: `${lead.name} (${kindWords(organisation?.kind ?? '')})` },
      ...(standIn === null ? [] : [{ name: 'Submitted in its place by', value: standIn.name }]),
      { name: 'Partners', value: partners.length === 0 ? 'None' : partners.map(({ name }) => name).join(', ') },
      { name: 'Received', value: ukTimeWithZone(submission.receivedAt, { seconds: true }) },
      { name: 'Submitted by', value: submittedBy },
      ...(keyed === undefined
        ? []
        : [
            {
              name: 'Keyed in',
              value: keyedWords({ ...keyed, keyedBy: keyed.keyedByName, sentBy: keyed.applicantName }),
            },
            { name: 'Confirmed', value: confirmedWords(keyed) },
          ]),
      ...(content.signOffs ?? []).map((signOff) => ({ name: 'Signed off', value: frozenSignOffWords(signOff) })),
      {
        name: 'Eligibility',
        value:
          content.eligibility === undefined
            ? outcomeWords[submission.outcome ?? 'none']
            : eligibilityLines(content.eligibility).join('. '),
      },
      { name: 'Form', value: `${form.title}, version ${form.number}` },
      { name: 'Declaration', value: content.declaration },
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
