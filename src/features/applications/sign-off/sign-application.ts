import { notFound } from '../../../core/errors.ts'
import { type FrozenApplication, frozenHash } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type AgreedStatement, agreedStatement, otherPartOf } from '../../../core/sign-offs/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { roundById } from '../../funds/index.ts'
import { lockApplication } from '../applications.store.ts'
import { valuesOf } from '../open-application.ts'
import { acceptedPartners } from '../partners/partners.store.ts'
import { recordAbout } from '../record-about.ts'
import { findScreened } from '../screening/find-screened.ts'
import { standInFor } from '../stand-in.ts'
import { freezeContent } from '../submitting/freeze-content.ts'
import type { ShownContent } from '../submitting/shown-content.ts'
import { otherWords } from './ask-sign-off.ts'
import { unfinishedIn } from './find-unfinished.ts'
import { mailAbout, sendAbout } from './mail-signer.ts'
import { type OpenedSignOff, openSignOff } from './open-sign-off.ts'
import { signerName, signersOf } from './read-sign-offs.ts'
import { decidedMail, type SignOffProblem, type shownStatement, statementOf } from './sign-offs.messages.ts'
import { ensureSignOffRow, insertSignature, markDeclined } from './sign-offs.store.ts'

type OfSlot = {
  readonly reference: string
  readonly slot: string
  readonly receivedAt: Date
  /** The address of the service. */
  readonly origin: string
}

export type SignRequest = OfSlot & {
  readonly name: string
  readonly jobTitle: string
  readonly agreed: boolean
  /** That they sign it although something in it is not answered yet. */
  readonly asUnfinished: boolean
  /** What the page asked to agree to: what is signed must be that. */
  readonly statement: string
  /** How the page says what is agreed to, in its language. */
  readonly shownStatement: typeof shownStatement
  /** What the page carried of what it showed, and the hash of its money, scope and partners. */
  readonly shown: ShownContent
  readonly materialSha256: string
}

/**
 * Signs an application off. The signature is bound to the money, scope and partners that the signer was shown: if they
 * changed while it was read, nothing is signed. Whatever else changed meanwhile stops nobody, and is told them afterwards.
 *
 * @throws {NotFound} if it is not this person's to sign
 */
export async function signApplication(
  services: Services,
  actor: Actor,
  request: SignRequest,
): Promise<Result<{ readonly number: number }, SignOffProblem>> {
  const { receivedAt: at } = request
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openForSigner(tx, services, actor, request)
    const { application, signOff, all, lead } = opened
    const { kind, organisationId, organisation } = signOff
    const of = [kind, organisation.name, lead.name] as const
    const agreed = agreedStatement(request.statement, request.shownStatement(...of), statementOf(...of))
    const problems = await problemsOf(tx, opened, request, agreed)
    if (agreed === undefined || problems.length > 0) return refused(...problems)
    const key = { applicationId: application.id, kind, organisationId }
    await ensureSignOffRow(tx, { ...key, at, personId: opened.actor.personId })
    const content = await contentOf(tx, opened, at)
    const contentSha256 = frozenHash(content, services.sha256)
    const number = await insertSignature(tx, key, {
      signedAt: at,
      signedBy: opened.actor.personId,
      name: request.name.trim().slice(0, 200),
      jobTitle: request.jobTitle.trim().slice(0, 200),
      ...agreed,
      shown: request.shown,
      contentSha256,
      material: all.material,
      materialSha256: all.materialSha256,
    })
    const facts = { kind, organisation: organisationId, number, materialSha256: all.materialSha256, contentSha256 }
    await recordAbout(tx, opened, at, 'application.signed-off', facts)
    await tellAsker(tx, services, opened, request, undefined)
    return done({ number })
  })
}

async function problemsOf(
  tx: Tx,
  opened: OpenedSignOff,
  request: SignRequest,
  agreed: AgreedStatement | undefined,
): Promise<readonly SignOffProblem[]> {
  const { application, signOff, all, actor } = opened
  if (application.state === 'submitted') return [{ code: 'sign-offs-fixed' }]
  if (signOff.standing === 'signed') return [{ code: 'signed-already', name: signerName(signOff) }]
  if (request.materialSha256 !== all.materialSha256) return [{ code: 'changed-while-reading' }]
  if (agreed === undefined) return [{ code: 'statement-changed' }]
  const { personId, email } = actor
  const other = otherPartOf(signOff, { personId, email }, signersOf(all.list))
  const problems: SignOffProblem[] = []
  if (other !== undefined) problems.push({ code: 'one-person-twice', other: otherWords(other, all.list) })
  if (request.name.trim() === '') problems.push({ code: 'name-missing' })
  if (request.jobTitle.trim() === '') problems.push({ code: 'job-title-missing' })
  if (!request.asUnfinished && (await unfinishedIn(tx, opened, request.receivedAt)).length > 0)
    problems.push({ code: 'unfinished' })
  if (!request.agreed) problems.push({ code: 'not-agreed' })
  return problems
}

/**
 * Declines to sign, or takes a signature back, with the reason. The signature that was given stays on record.
 *
 * @throws {NotFound} if it is not this person's to sign
 */
export async function declineSignOff(
  services: Services,
  actor: Actor,
  request: OfSlot & { readonly reason: string },
): Promise<Result<undefined, SignOffProblem>> {
  const { receivedAt: at } = request
  const reason = request.reason.trim().slice(0, 2000)
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openForSigner(tx, services, actor, request)
    const { application, signOff } = opened
    if (application.state === 'submitted') return refused({ code: 'sign-offs-fixed' })
    if (reason === '') return refused({ code: 'reason-missing' })
    const { kind, organisationId } = signOff
    const key = { applicationId: application.id, kind, organisationId }
    await ensureSignOffRow(tx, { ...key, at, personId: opened.actor.personId })
    await markDeclined(tx, key, { reason, at, personId: opened.actor.personId })
    await recordAbout(tx, opened, at, 'application.sign-off-declined', { kind, organisation: organisationId })
    await tellAsker(tx, services, opened, request, reason)
    return done(undefined)
  })
}

async function openForSigner(tx: Tx, services: Services, actor: Actor, request: OfSlot): Promise<OpenedSignOff> {
  const { reference, slot, receivedAt: at } = request
  if ((await lockApplication(tx, reference)) === undefined) throw notFound('application')
  const opened = await openSignOff(tx, services, actor, { reference, slot, at })
  if (opened.role !== 'signer') throw notFound('sign-off')
  return opened
}

/** What would be submitted if it were now. */
export async function contentOf(
  db: Database | Tx,
  { application, actor, version, lead }: Pick<OpenedSignOff, 'application' | 'actor' | 'version' | 'lead'>,
  at: Date,
): Promise<FrozenApplication> {
  const round = await roundById(db, application.roundId)
  if (round === undefined) throw new Error(`application ${application.reference} lost its round`)
  return await freezeContent(db, {
    reference: application.reference,
    illustrative: application.illustrative,
    round,
    lead,
    standIn: await standInFor(db, actor, lead, at),
    partners: await acceptedPartners(db, application.id),
    version,
    answers: valuesOf(application.answers),
    screened: await findScreened(db, round, application.id),
  })
}

/** Whoever asked hears what came of it; of a partner nobody did, and then it is who began the application. */
async function tellAsker(
  tx: Tx,
  services: Services,
  { application, signOff, lead, actor }: OpenedSignOff,
  { origin }: OfSlot,
  reason: string | undefined,
): Promise<void> {
  const asker = signOff.kind === 'partner' ? application.createdBy : (signOff.kept?.askedBy ?? application.createdBy)
  const email = (await peopleById(tx, [asker])).get(asker)?.email
  if (email === undefined) return
  const name = actor.name || actor.email
  const mail = (say: Say) => say(decidedMail)(mailAbout(application, signOff, lead, origin), { name, reason })
  const kind = reason === undefined ? 'sign-off-signed' : 'sign-off-declined'
  await sendAbout(tx, services, application, [email], { kind, words: mail })
}
