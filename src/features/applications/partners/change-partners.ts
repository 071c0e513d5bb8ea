import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople, type Organisation, organisationById } from '../../accounts/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { roundById } from '../../funds/index.ts'
import type { PartnerProblem } from '../applications.messages.ts'
import { lockApplication } from '../applications.store.ts'
import { type Opened, openApplication } from '../open-application.ts'
import { recordAbout } from '../record-about.ts'
import { clearPartnerSignOff } from '../sign-off/sign-offs.store.ts'
import { tellPartnerToSign } from '../sign-off/tell-partner.ts'
import { actsInPlaceOf, standInFor } from '../stand-in.ts'
import { mailPartnerAsked } from './ask-mail.ts'
import {
  askPartnerRow,
  lockPartnerSlots,
  mostAsksInDay,
  movePartner,
  otherPartnerships,
  updatePartnerPages,
} from './partners.store.ts'

type PartnerRequest = {
  readonly reference: string
  readonly organisationId: string
  readonly receivedAt: Date
}

type Outcome = Result<{ readonly organisation: Organisation }, PartnerProblem>

/**
 * Asks a body to be a partner, and tells its people by email. It uses nothing up until it accepts.
 *
 * @throws {NotFound} if the application is not this person's to write
 */
export async function askPartner(
  services: Services,
  actor: Actor,
  request: PartnerRequest & { readonly origin: string },
): Promise<Outcome> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request, 'write')
    const { application } = opened
    if (application.mode === 'test') return refused({ code: 'test-asks-nobody' })
    if (application.state === 'submitted') return refused({ code: 'partners-fixed' })
    const organisation = await partnerToAsk(tx, request, application.illustrative)
    if (organisation === undefined) return refused({ code: 'partner-not-found' })
    const { name } = organisation
    if (await leads(tx, opened, organisation, request.receivedAt)) return refused({ code: 'partner-is-lead', name })
    const row = { applicationId: application.id, organisationId: organisation.id, at: request.receivedAt }
    const asked = await askPartnerRow(tx, { ...row, personId: opened.actor.personId })
    if (asked === 'there-already') return refused({ code: 'partner-there-already', name })
    if (asked === 'too-often') return refused({ code: 'partner-asked-too-often', name, times: mostAsksInDay })
    await recordAbout(tx, opened, request.receivedAt, 'application.partner-asked', {
      organisation: request.organisationId,
    })
    await tellPartner(tx, services, opened, organisation, request.origin)
    return done({ organisation })
  })
}

/** Whether a body leads the application, or stands in the place of its lead. */
async function leads(tx: Tx, { application, actor }: Opened, { id }: Organisation, at: Date): Promise<boolean> {
  if (id === application.leadId) return true
  const lead = await organisationById(tx, application.leadId)
  return lead !== undefined && (await standInFor(tx, actor, lead, at)).id === id
}

/** A body of the register that stands on the day, and is as real, or as made up, as the application. */
async function partnerToAsk(
  tx: Tx,
  { organisationId, receivedAt }: PartnerRequest,
  illustrative: boolean,
): Promise<Organisation | undefined> {
  const found = await organisationById(tx, organisationId)
  const on = isoDay(receivedAt)
  if (found === undefined || (found.illustrative && !illustrative)) return undefined
  const from = found.shadowFrom ?? found.inBeingFrom
  return (from === null || from <= on) && (found.inBeingTo === null || found.inBeingTo >= on) ? found : undefined
}

/** An email to each of its people, or to its own address when nobody of it is known. */
async function tellPartner(
  tx: Tx,
  services: Services,
  { application, actor }: Opened,
  organisation: Organisation,
  origin: string,
): Promise<void> {
  const lead = await organisationById(tx, application.leadId)
  const asked = { application, organisation, lead, by: actor.name || actor.email, origin }
  const people = await actingPeople(tx, organisation.id, services.clock())
  for (const { email } of people) await mailPartnerAsked(tx, services, asked, { recipient: email })
  const recipient = people.length > 0 ? null : organisation.contactEmail
  if (recipient !== null) await mailPartnerAsked(tx, services, asked, { recipient, nobodyYet: true })
}

/**
 * Takes a partner, or a request to one, out of an application.
 *
 * @throws {NotFound} if the application is not this person's to write, or has no such partner
 */
export async function removePartner(services: Services, actor: Actor, request: PartnerRequest): Promise<Outcome> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request, 'write')
    const { application } = opened
    if (application.state === 'submitted') return refused({ code: 'partners-fixed' })
    const from = ['asked', 'accepted', 'declined'] as const
    return await move(tx, opened, request, { from, to: 'removed' }, 'application.partner-removed')
  })
}

/**
 * Accepts or declines for a partner. A partner may also decline after it has accepted, until the application is sent.
 *
 * @throws {NotFound} if this person acts neither for that body nor in its place, or the application is not theirs to read
 */
export async function answerPartner(
  services: Services,
  actor: Actor,
  request: PartnerRequest & { readonly accept: boolean; readonly origin: string },
): Promise<Outcome> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request, 'read')
    const { organisationId, receivedAt } = request
    if (!(await actsInPlaceOf(tx, actor, organisationId, receivedAt))) throw notFound('partner')
    if (opened.application.state === 'submitted') return refused({ code: 'partners-fixed' })
    const full = request.accept ? await whyNotOneMore(tx, opened, organisationId) : undefined
    if (full !== undefined) return refused(full)
    if (!request.accept)
      return await move(
        tx,
        opened,
        request,
        { from: ['asked', 'accepted'], to: 'declined' },
        'application.partner-declined',
      )
    const moved = await move(tx, opened, request, { from: ['asked'], to: 'accepted' }, 'application.partner-accepted')
    if (moved.ok) {
      const { application, actor: by } = opened
      const { organisation } = moved.value
      const { origin } = request
      await tellPartnerToSign(tx, services, {
        application,
        organisation,
        at: receivedAt,
        personId: by.personId,
        origin,
      })
    }
    return moved
  })
}

/**
 * Why a body cannot accept once more. It holds the body's slots until the transaction ends: of two who accept for it at
 * once, in two applications, the second sees what the first did.
 */
async function whyNotOneMore(
  tx: Tx,
  { application }: Opened,
  organisationId: string,
): Promise<PartnerProblem | undefined> {
  const most = (await roundById(tx, application.roundId))?.partnerSlots ?? null
  if (most === null) return undefined
  await lockPartnerSlots(tx, application.roundId, organisationId)
  const others = await otherPartnerships(tx, application, [organisationId])
  const references = others.map(({ reference }) => reference)
  if (references.length < most) return undefined
  const name = (await organisationById(tx, organisationId))?.name ?? organisationId
  return { code: 'partner-slots-used', name, most, references }
}

/**
 * Says which pages the people of a partner write.
 *
 * @param request `pages`: null for the whole application, none for reading alone; ids that its form does not have are left out
 * @throws {NotFound} if the application is not this person's to write for its lead, or has no such partner
 */
export async function givePart(
  services: Services,
  actor: Actor,
  request: PartnerRequest & { readonly pages: readonly string[] | null },
): Promise<Outcome> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openLocked(tx, actor, request, 'write')
    const { application } = opened
    if (application.state === 'submitted') return refused({ code: 'partners-fixed' })
    const organisation = await organisationById(tx, request.organisationId)
    const form = (await formVersionById(tx, application.formVersionId))?.definition
    const known = new Set(form?.pages.map(({ id }) => id))
    const pages = request.pages === null ? null : request.pages.filter((id) => known.has(id))
    if (organisation === undefined || !(await updatePartnerPages(tx, application.id, organisation.id, pages))) {
      throw notFound('partner')
    }
    await recordAbout(tx, opened, request.receivedAt, 'application.partner-part-given', {
      organisation: request.organisationId,
      pages,
    })
    return done({ organisation })
  })
}

async function openLocked(tx: Tx, actor: Actor, request: PartnerRequest, need: 'read' | 'write'): Promise<Opened> {
  const { reference, receivedAt } = request
  if ((await lockApplication(tx, reference)) === undefined) throw notFound('application')
  return await openApplication(tx, actor, { reference, questions: [], need, at: receivedAt })
}

type Move = Pick<Parameters<typeof movePartner>[1], 'from' | 'to'>

async function move(tx: Tx, opened: Opened, request: PartnerRequest, change: Move, action: string): Promise<Outcome> {
  const organisation = await organisationById(tx, request.organisationId)
  if (organisation === undefined) return refused({ code: 'partner-not-found' })
  const row = { applicationId: opened.application.id, organisationId: organisation.id, at: request.receivedAt }
  const moved = await movePartner(tx, { ...row, ...change, personId: opened.actor.personId })
  if (!moved) return refused({ code: 'partner-not-waiting' })
  if (change.to !== 'accepted') await clearPartnerSignOff(tx, opened.application.id, organisation.id)
  await recordAbout(tx, opened, request.receivedAt, action, { organisation: request.organisationId })
  return done({ organisation })
}
