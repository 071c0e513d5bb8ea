import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { otherPartOf } from '../../../core/sign-offs/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { personByEmail, readEmail } from '../../accounts/index.ts'
import { lockApplication } from '../applications.store.ts'
import { recordAbout } from '../record-about.ts'
import { addressesOf, mailAbout, mostRemindersInDay, sendAbout } from './mail-signer.ts'
import { isOfItsDomain, type OpenedSignOff, openSignOff } from './open-sign-off.ts'
import { type SignOff, signerName, signersOf } from './read-sign-offs.ts'
import { askedMail, reminderMail, type SignOffProblem, signOffFor } from './sign-offs.messages.ts'
import { askSignOffRow, countMessage, ensureSignOffRow } from './sign-offs.store.ts'

type OfSlot = {
  readonly reference: string
  readonly slot: string
  readonly receivedAt: Date
  /** The address of the service. */
  readonly origin: string
}

export type SignerTyped = { readonly name: string; readonly jobTitle: string; readonly email: string }

/**
 * Asks a person whom the lead names to sign an application off, and writes to them. Somebody asked before, or who signed,
 * counts no more. Whether they are known to work for the lead is told, and asked again when they sign.
 *
 * @throws {NotFound} if the application is not this person's to write, or needs no such sign-off by a named person
 */
export async function askSignOff(
  services: Services,
  actor: Actor,
  request: OfSlot & { readonly typed: SignerTyped },
): Promise<Result<{ readonly ofItsDomain: boolean }, SignOffProblem>> {
  const { typed, receivedAt: at } = request
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openForLead(tx, services, actor, request)
    const { signOff, application } = opened
    if (signOff.kind === 'partner') throw notFound('sign-off')
    const read = readSigner(typed)
    if (!read.ok) return read
    const signer = read.value
    const problem = await whyNotAsk(tx, opened, signer)
    if (problem !== undefined) return refused(problem)
    const { kind, organisationId } = signOff
    const key = { applicationId: application.id, kind, organisationId }
    await askSignOffRow(tx, { ...key, ...signer, at, personId: opened.actor.personId })
    await recordAbout(tx, opened, at, 'application.sign-off-asked', { kind, organisation: organisationId })
    if (await countMessage(tx, key, isoDay(at), mostRemindersInDay)) {
      const mail = mailAbout(application, signOff, opened.lead, request.origin)
      const by = opened.actor.name || opened.actor.email
      await sendAbout(tx, services, application, [signer.email], {
        kind: 'sign-off-asked',
        words: (say) => say(askedMail)(mail, by),
      })
    }
    return done({ ofItsDomain: await isOfItsDomain(tx, signer.email, organisationId) })
  })
}

function readSigner({ name, jobTitle, email }: SignerTyped): Result<SignerTyped, SignOffProblem> {
  const read = readEmail(email)
  const problems: SignOffProblem[] = []
  if (name.trim() === '') problems.push({ code: 'name-missing' })
  if (jobTitle.trim() === '') problems.push({ code: 'job-title-missing' })
  if (!read.ok) problems.push({ code: 'email-wrong' })
  if (!read.ok || problems.length > 0) return refused(...problems)
  return done({ name: name.trim().slice(0, 200), jobTitle: jobTitle.trim().slice(0, 200), email: read.value })
}

async function whyNotAsk(
  tx: Tx,
  { application, signOff, all }: OpenedSignOff,
  { email }: SignerTyped,
): Promise<SignOffProblem | undefined> {
  if (application.state === 'submitted') return { code: 'sign-offs-fixed' }
  if (signOff.standing === 'signed' && (signOff.onPaper || signOff.kept?.email === email)) {
    return { code: 'signed-already', name: signerName(signOff) }
  }
  const person = await personByEmail(tx, email)
  const other = otherPartOf(signOff, { personId: person?.id, email }, signersOf(all.list))
  return other && { code: 'one-person-twice', other: otherWords(other, all.list) }
}

/** The other sign-off in words: `asked as senior sponsor of Exbridge`. */
export function otherWords(
  other: { readonly kind: SignOff['kind']; readonly organisationId: string },
  list: readonly SignOff[],
): string {
  const one = list.find(({ kind, organisationId }) => kind === other.kind && organisationId === other.organisationId)
  const words = signOffFor(other.kind, one?.organisation.name ?? other.organisationId)
  return `${one?.kept?.signature ? 'signed' : 'asked'} ${words}`
}

/**
 * Writes to the signer once more.
 *
 * @throws {NotFound} if the application is not this person's to write, or needs no such sign-off
 */
export async function remindSigner(
  services: Services,
  actor: Actor,
  request: OfSlot,
): Promise<Result<undefined, SignOffProblem>> {
  const at = request.receivedAt
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openForLead(tx, services, actor, request)
    const { application, signOff, lead } = opened
    const { kind, organisationId } = signOff
    if (application.state === 'submitted') return refused({ code: 'sign-offs-fixed' })
    if (signOff.standing === 'signed') return refused({ code: 'signed-already', name: signerName(signOff) })
    if (signOff.standing === 'not-asked') return refused({ code: 'nothing-signed' })
    const recipients = await addressesOf(tx, signOff, services.clock())
    if (recipients.length === 0) return refused({ code: 'nobody-to-remind' })
    const key = { applicationId: application.id, kind, organisationId }
    await ensureSignOffRow(tx, { ...key, at, personId: opened.actor.personId })
    if (!(await countMessage(tx, key, isoDay(at), mostRemindersInDay))) {
      return refused({ code: 'reminded-too-often', times: mostRemindersInDay })
    }
    const mail = (say: Say) => say(reminderMail)(mailAbout(application, signOff, lead, request.origin))
    await sendAbout(tx, services, application, recipients, { kind: 'sign-off-reminder', words: mail })
    await recordAbout(tx, opened, at, 'application.sign-off-reminded', { kind, organisation: organisationId })
    return done(undefined)
  })
}

/** A sign-off for somebody of the lead, with the application held. @throws {NotFound} for anybody else */
async function openForLead(tx: Tx, services: Services, actor: Actor, request: OfSlot): Promise<OpenedSignOff> {
  const { reference, slot, receivedAt: at } = request
  if ((await lockApplication(tx, reference)) === undefined) throw notFound('application')
  const opened = await openSignOff(tx, services, actor, { reference, slot, at })
  if (!opened.ofLead) throw notFound('sign-off')
  return opened
}
