import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type ReviewRole, reviewRoles } from '../../../core/reviews/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { ensurePerson, readEmail } from '../../accounts/index.ts'
import { queueMessage } from '../../notifications/index.ts'
import { holdReview, type OpenedReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { reviewPath } from '../reviews.paths.ts'
import { type PersonProblem, reviewInvitation } from './people.messages.ts'
import { peopleOf, type ReviewPerson, setPerson } from './people.store.ts'

/** What is typed of somebody; '' where nothing was. */
export type PersonTyped = {
  readonly email: string
  readonly roles: readonly string[]
  readonly speaksFor: string
  readonly credentials: string
}

const most = { people: 60, speaksFor: 60, credentials: 300 } as const

type Asked = {
  readonly reference: string
  readonly typed: PersonTyped
  readonly at: Date
  /** Where the service can be reached. */
  readonly origin: string
}

/**
 * Says what somebody is in a review, and tells those who are new to it. Anybody with an address can be named; they see this
 * review and nothing else of the council.
 *
 * @throws {NotFound} if this person does not lead it
 */
export async function setPersonOf(
  services: Services,
  actor: Actor,
  asked: Asked,
): Promise<Result<null, PersonProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, asked.reference, 'lead')
    const people = await peopleOf(tx, opened.review.id)
    const read = readPerson(asked.typed)
    if (!read.ok) return read
    const { email, ...said } = read.value
    const there = people.find((person) => person.email === email)
    if (there === undefined && people.length >= most.people)
      return refused({ code: 'too-many', most: most.people } as const)
    if (there !== undefined && leavesNoLead(people, there.personId, said.roles)) return refused({ code: 'no-lead' })
    const { id } = (await ensurePerson(tx, { id: services.newId(), email, at: asked.at })).person
    await setPerson(tx, opened.review.id, { ...said, personId: id, at: asked.at, by: opened.actor.personId })
    await recordReview(tx, opened, {
      action: 'review.person-set',
      at: asked.at,
      facts: { person: id, roles: said.roles, speaksFor: said.speaksFor },
    })
    if (there === undefined) await invite(tx, services, opened, { ...asked, email, personId: id })
    return done(null)
  })
}

/** Takes somebody out of a review; what they wrote stays. @throws {NotFound} if this person does not lead it */
export async function removePersonOf(
  services: Services,
  actor: Actor,
  { reference, personId, at }: { readonly reference: string; readonly personId: string; readonly at: Date },
): Promise<Result<null, PersonProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'lead')
    const people = await peopleOf(tx, opened.review.id)
    const person = people.find((each) => each.personId === personId)
    if (person === undefined) return refused({ code: 'gone-already' })
    if (leavesNoLead(people, personId, [])) return refused({ code: 'no-lead' })
    await setPerson(tx, opened.review.id, { ...person, roles: [], at, by: opened.actor.personId })
    await recordReview(tx, opened, { action: 'review.person-removed', at, facts: { person: personId } })
    return done(null)
  })
}

type Read = Omit<ReviewPerson, 'personId' | 'name'>

function readPerson({ email, roles, speaksFor, credentials }: PersonTyped): Result<Read, PersonProblem> {
  const address = readEmail(email)
  if (!address.ok) return address
  const known = reviewRoles.filter((role) => roles.includes(role))
  if (known.length === 0) return refused({ code: 'role-missing' })
  if (speaksFor.length > most.speaksFor) return refused({ code: 'speaks-for-too-long', most: most.speaksFor })
  if (credentials.length > most.credentials) return refused({ code: 'credentials-too-long', most: most.credentials })
  const weighs = known.includes('scorer') || known.includes('facilitator')
  if (weighs && credentials === '') return refused({ code: 'credentials-missing' })
  return done({ email: address.value, roles: known, speaksFor, credentials })
}

const leavesNoLead = (people: readonly ReviewPerson[], personId: string, roles: readonly ReviewRole[]): boolean =>
  !roles.includes('lead') && people.every((person) => person.personId === personId || !person.roles.includes('lead'))

async function invite(
  tx: Tx,
  services: Services,
  { actor, review }: OpenedReview,
  { origin, email, personId }: Asked & { readonly email: string; readonly personId: string },
): Promise<void> {
  const about = {
    by: actor.name === '' ? actor.email : actor.name,
    council: review.council,
    title: review.title,
    link: `${origin}${reviewPath(review.reference)}`,
  }
  await queueMessage(tx, services, {
    kind: 'review-invitation',
    recipient: email,
    personId,
    words: (say) => say(reviewInvitation)(about),
  })
}
