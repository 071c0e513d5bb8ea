import { notFound } from '../../../core/errors.ts'
import { type Actor, actsFor, type SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type Depth, deliveryModels, depths } from '../../../core/reviews/index.ts'
import { makeReference } from '../../../core/text/reference.ts'
import { ukReading } from '../../../core/time/uk-time.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById } from '../../accounts/index.ts'
import { acceptedAwardsOf } from '../../decisions/index.ts'
import { insertVersion } from '../../sheets/index.ts'
import { setPerson } from '../people/people.store.ts'
import { recordReview } from '../record-review.ts'
import type { ReviewProblem } from '../reviews.messages.ts'
import { insertReview } from '../reviews.store.ts'
import { reviewEntries } from '../sheets/review-entries.ts'

/** What is typed of a review; '' where nothing was. */
export type ReviewTyped = { readonly title: string; readonly depth: string }

const mostCharacters = 120

export function readReview({
  title,
  depth,
}: ReviewTyped): Result<{ readonly title: string; readonly depth: Depth }, ReviewProblem> {
  const known = depths.find((each) => each === depth)
  if (title === '') return refused({ code: 'title-missing' })
  if (title.length > mostCharacters) return refused({ code: 'title-too-long' })
  return known === undefined ? refused({ code: 'depth-missing' }) : done({ title, depth: known })
}

/** `award`: the reference of the application whose award pays for it; '' where it stands alone. */
type Asked = ReviewTyped & { readonly council: string; readonly award: string; readonly at: Date }

/**
 * Starts a review for a council of this person's, who leads it. Options that are on every longlist are on it.
 *
 * @returns its reference
 * @throws {NotFound} if the council is not one of this person's, or has not accepted the award
 */
export async function startReview(
  services: Services,
  actor: Actor,
  { council, award, at, ...typed }: Asked,
): Promise<Result<string, ReviewProblem>> {
  if (actor.kind !== 'person') throw notFound('review')
  const read = readReview(typed)
  if (!read.ok) return read
  if (council === '') return refused({ code: 'council-missing' })
  const organisation = actsFor(actor, council) ? await organisationById(services.db, council) : undefined
  if (organisation === undefined) throw notFound('organisation')
  const awards = award === '' ? [] : await acceptedAwardsOf(services.db, [council])
  if (award !== '' && awards.every(({ reference }) => reference !== award)) throw notFound('award')
  const review = {
    ...read.value,
    id: services.newId(),
    reference: makeReference('REVIEW', ukReading(at).year, services.randomBytes),
    organisationId: council,
    illustrative: organisation.illustrative,
    application: award === '' ? null : award,
  }
  await services.db.transaction().execute(async (tx) => {
    await insertReview(tx, { ...review, at, by: actor.personId })
    const person = { personId: actor.personId, roles: ['lead', 'writer'], speaksFor: '', credentials: '' } as const
    await setPerson(tx, review.id, { ...person, at, by: actor.personId })
    await addCompulsory(tx, services, actor, { reviewId: review.id, at })
    const { title, depth, reference, application } = review
    await recordReview(
      tx,
      { actor, review: { reference } },
      {
        action: 'review.started',
        at,
        facts: { title, depth, organisation: council, award: application },
      },
    )
  })
  return done(review.reference)
}

async function addCompulsory(
  tx: Tx,
  { newId }: Services,
  { personId }: SignedIn,
  { reviewId, at }: { readonly reviewId: string; readonly at: Date },
): Promise<void> {
  for (const { id, name, what } of deliveryModels.filter(({ compulsory }) => compulsory)) {
    const content = { title: name, model: id, description: what }
    await insertVersion(tx, reviewEntries(reviewId), {
      sheet: 'options',
      entry: newId(),
      version: 1,
      content,
      at,
      by: personId,
    })
  }
}
