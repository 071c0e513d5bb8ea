import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById, readEmail } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { joinPath } from '../applications.paths.ts'
import { lockApplication } from '../applications.store.ts'
import { type Opened, openApplication } from '../open-application.ts'
import { queueAbout } from '../queue-about.ts'
import { recordAbout } from '../record-about.ts'
import { type ColleagueProblem, invitationMessage } from './colleagues.messages.ts'
import {
  contributorsOf,
  invitationFor,
  inviteRow,
  joinRow,
  mostInvitationsInDay,
  removeRow,
} from './colleagues.store.ts'
import { writersOf } from './writers.store.ts'

/** How long an invitation is good. */
const goodForDays = 14
/** Most people invited to one application by their addresses. */
const mostContributors = 30

type Request = { readonly reference: string; readonly email: string; readonly receivedAt: Date }

/**
 * Invites somebody by email to write an application, all of it or some pages. They join once they have signed in with
 * that address; until then the invitation gives nothing.
 *
 * @param request `pages` undefined or none: nothing was chosen
 * @throws {NotFound} if the application is not this person's to write for the lead
 */
export async function inviteColleague(
  services: Services,
  actor: Actor,
  request: Request & { readonly pages: readonly string[] | null | undefined; readonly origin: string },
): Promise<Result<string, ColleagueProblem>> {
  const { pages, receivedAt } = request
  const email = readEmail(request.email)
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request)
    const { application } = opened
    if (application.state === 'submitted') return refused<ColleagueProblem>({ code: 'application-submitted' })
    if (!email.ok) return refused<ColleagueProblem>(...email.problems)
    if (pages === undefined || pages?.length === 0) return refused<ColleagueProblem>({ code: 'part-not-chosen' })
    const there = (await writersOf(tx, application.id, isoDay(receivedAt))).find((one) => one.email === email.value)
    const contributors = await contributorsOf(tx, application.id)
    if (there !== undefined && !contributors.some((one) => one.email === email.value))
      return refused<ColleagueProblem>({ code: 'writes-already', name: there.name })
    if (contributors.length >= mostContributors && !contributors.some((one) => one.email === email.value))
      return refused<ColleagueProblem>({ code: 'too-many', most: mostContributors })
    const expiresAt = new Date(receivedAt.getTime() + goodForDays * 86_400_000)
    const row = { applicationId: application.id, email: email.value, pages, at: receivedAt, expiresAt }
    const invited = await inviteRow(tx, { ...row, invitedBy: opened.actor.personId, on: isoDay(receivedAt) })
    if (!invited)
      return refused<ColleagueProblem>({ code: 'invited-too-often', email: email.value, times: mostInvitationsInDay })
    await recordAbout(tx, opened, request.receivedAt, 'application.contributor-invited', { email: email.value, pages })
    await tell(tx, services, opened, { ...row, origin: request.origin })
    return done(email.value)
  })
}

/** Ends what somebody was invited to. What they wrote stays. @throws {NotFound} as {@link inviteColleague} */
export async function removeColleague(
  services: Services,
  actor: Actor,
  request: Request,
): Promise<Result<string, ColleagueProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request)
    if (!(await removeRow(tx, opened.application.id, request.email)))
      return refused<ColleagueProblem>({ code: 'nobody-there', email: request.email })
    await recordAbout(tx, opened, request.receivedAt, 'application.contributor-removed', { email: request.email })
    return done(request.email)
  })
}

/**
 * Joins an application as the person whom an invitation was sent to: the address that they signed in with is the proof.
 *
 * @throws {NotFound} if their address is not invited, or no longer
 */
export async function joinApplication(
  { db }: Services,
  actor: Actor,
  { reference, receivedAt }: Omit<Request, 'email'>,
): Promise<void> {
  if (actor.kind !== 'person') throw notFound('application')
  await db.transaction().execute(async (tx) => {
    const invitation = await invitationFor(tx, reference, actor.email)
    if (invitation === undefined) throw notFound('application')
    if (invitation.state === 'joined') return
    const { applicationId } = invitation
    const joined = await joinRow(tx, { applicationId, email: actor.email, personId: actor.personId, at: receivedAt })
    if (!joined) throw notFound('application')
    await recordEvent(tx, {
      action: 'application.contributor-joined',
      actorId: actor.personId,
      fundId: invitation.fundId,
      objectType: 'application',
      objectId: reference,
      at: receivedAt,
    })
  })
}

async function openLocked(tx: Tx, actor: Actor, { reference, receivedAt }: Omit<Request, 'email'>): Promise<Opened> {
  await lockApplication(tx, reference)
  return await openApplication(tx, actor, { reference, questions: [], need: 'write', at: receivedAt })
}

async function tell(
  tx: Tx,
  services: Services,
  { application, actor }: Opened,
  to: {
    readonly email: string
    readonly pages: readonly string[] | null
    readonly expiresAt: Date
    readonly origin: string
  },
): Promise<void> {
  const { reference, fundName, leadId } = application
  const form = (await formVersionById(tx, application.formVersionId))?.definition
  const titles = to.pages && (form?.pages ?? []).filter(({ id }) => to.pages?.includes(id)).map(({ title }) => title)
  const invitation = {
    by: actor.name || actor.email,
    lead: (await organisationById(tx, leadId))?.name ?? leadId,
    fund: fundName,
    reference,
    pages: titles,
    expiresAt: to.expiresAt,
    link: to.origin + joinPath(reference),
  }
  await queueAbout(tx, services, application, {
    kind: 'contributor-invitation',
    recipient: to.email,
    words: (say) => say(invitationMessage)(invitation),
  })
}
