import { isLive, type SignerRole, signerRoles } from '../../../core/awards/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type AgreedStatement, agreedStatement } from '../../../core/sign-offs/index.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { readEmail } from '../../accounts/index.ts'
import { isOfItsDomain } from '../../applications/index.ts'
import type { OrderedPence } from './after-award.ts'
import { answeredMail, askedToSignMail, declinedForMail } from './award-mail.messages.ts'
import { type SigningProblem, type shownStatement, statementOf } from './awarding.messages.ts'
import { lockAward, markAccepted, markEnded } from './awards.store.ts'
import { mailCouncil, mailEach, mailTeam, ofAward } from './mail-council.ts'
import { openAward } from './open-award.ts'
import { insertSignature, upsertSigner } from './signers.store.ts'
import { type Held, recordOfAward, withAgreement } from './with-agreement.ts'

type OfAward = { readonly reference: string; readonly at: Date }

export type SignRequest = OfAward & {
  readonly name: string
  readonly jobTitle: string
  readonly agreed: boolean
  /** What the page asked to agree to, and the hash of the agreement that it showed. */
  readonly statement: string
  /** How the page says what is agreed to, in its language. */
  readonly shownStatement: typeof shownStatement
  readonly sha256: string
}

/**
 * Signs the agreement that the page showed. With the second signature the council has accepted it.
 *
 * @throws {NotFound} if it is not this person's to sign
 */
export async function signAgreement(
  services: Services,
  actor: Actor,
  request: SignRequest,
  orderedPence: OrderedPence,
): Promise<Result<{ readonly accepted: boolean }, SigningProblem>> {
  const { at } = request
  return await services.db.transaction().execute(async (tx) => {
    await lockAward(tx, request.reference)
    const held = await withAgreement(tx, await openAward(tx, actor, request))
    if (held === undefined) return refused({ code: 'award-not-open' })
    const { opened, award, last, round } = held
    const { role } = opened
    if (role === undefined) throw notFound('award')
    const of = [role, award.organisation, last.number] as const
    const agreed = agreedStatement(request.statement, request.shownStatement(...of), statementOf(...of))
    const problems = problemsOf(held, role, request, agreed)
    if (agreed === undefined || problems.length > 0) return refused(...problems)
    const ordered = await orderedPence(tx, { id: award.id, fundId: round.fundId })
    if (ordered > last.document.pounds * 100) return refused({ code: 'below-ordered', orderedPence: ordered })
    const signature = {
      role,
      at,
      by: opened.actor.personId,
      name: request.name.trim().slice(0, 200),
      jobTitle: request.jobTitle.trim().slice(0, 200),
      ...agreed,
      sha256: last.sha256,
    }
    await insertSignature(tx, award.id, { ...signature, number: last.number })
    await recordOfAward(tx, held, at, 'award.signed', { role, number: last.number, sha256: last.sha256 })
    const accepted = signerRoles.every(
      (each) => each === role || last.signatures.some(({ role: signed }) => signed === each),
    )
    if (!accepted) return done({ accepted })
    await markAccepted(tx, award.id, last, at)
    await recordOfAward(tx, held, at, 'award.accepted', { number: last.number, sha256: last.sha256 })
    await mailTeam(tx, services, round, {
      kind: 'award-accepted',
      words: (say) => say(answeredMail)(ofAward(services, round, award), undefined),
    })
    return done({ accepted })
  })
}

function problemsOf(
  { opened, award, last }: Held,
  role: SignerRole,
  request: SignRequest,
  agreed: AgreedStatement | undefined,
): readonly SigningProblem[] {
  if (!isLive(award) || last.declined !== null) return [{ code: 'award-not-open' }]
  if (request.sha256 !== last.sha256 || agreed === undefined) return [{ code: 'changed-while-reading' }]
  if (last.signatures.some((signature) => signature.role === role)) return [{ code: 'signed-already' }]
  const problems: SigningProblem[] = []
  if (!opened.known) problems.push({ code: 'address-not-known', email: opened.actor.email })
  if (last.signatures.some(({ signedBy }) => signedBy === opened.actor.personId))
    problems.push({ code: 'one-person-twice' })
  if (request.name.trim() === '') problems.push({ code: 'name-missing' })
  if (request.jobTitle.trim() === '') problems.push({ code: 'job-title-missing' })
  if (!request.agreed) problems.push({ code: 'not-agreed' })
  return problems
}

export type SignerTyped = {
  readonly role: string
  readonly name: string
  readonly jobTitle: string
  readonly email: string
}

/**
 * Names who signs for the council, and writes to them. Somebody named before counts no more, unless they have signed.
 *
 * @throws {NotFound} if this person does not act for the council
 */
export async function nameSigner(
  services: Services,
  actor: Actor,
  request: OfAward & { readonly typed: SignerTyped },
): Promise<Result<{ readonly name: string; readonly ofItsDomain: boolean }, SigningProblem>> {
  const { typed, at, reference } = request
  return await services.db.transaction().execute(async (tx) => {
    await lockAward(tx, reference)
    const asked = await openAward(tx, actor, request)
    if (!asked.ofLead) throw notFound('award')
    const held = await withAgreement(tx, asked)
    if (held === undefined || !isLive(held.award) || held.last.declined !== null)
      return refused({ code: 'award-not-open' })
    const { award, last, opened, round } = held
    const role = signerRoles.find((each) => each === typed.role)
    const email = readEmail(typed.email)
    const problems: SigningProblem[] = []
    if (role === undefined) problems.push({ code: 'role-missing' })
    if (typed.name === '') problems.push({ code: 'name-missing' })
    if (typed.jobTitle === '') problems.push({ code: 'job-title-missing' })
    if (!email.ok) problems.push({ code: 'email-wrong' })
    if (role === undefined || !email.ok || problems.length > 0) return refused(...problems)
    if (last.signatures.some((signature) => signature.role === role)) return refused({ code: 'signed-already' })
    if (opened.signers.some((signer) => signer.role !== role && signer.email === email.value))
      return refused({ code: 'one-person-twice' })
    const signer = { role, name: typed.name.slice(0, 200), jobTitle: typed.jobTitle.slice(0, 200), email: email.value }
    await upsertSigner(tx, award.id, signer, { at, by: opened.actor.personId })
    await recordOfAward(tx, held, at, 'award.signer-named', { role })
    const mail = (say: Say) => say(askedToSignMail)(ofAward(services, round, award), role)
    await mailEach(tx, services, round, [email.value], { kind: 'award-to-sign', words: mail })
    const known = await isOfItsDomain(tx, email.value, award.organisationId)
    return done({ name: signer.name, ofItsDomain: known })
  })
}

/**
 * Declines the award for the council, with the reason, which frees its money and its place.
 *
 * @throws {NotFound} if this person neither acts nor signs for the council
 */
export async function declineAward(
  services: Services,
  actor: Actor,
  request: OfAward & { readonly reason: string },
): Promise<Result<undefined, SigningProblem>> {
  const { at, reference } = request
  const reason = request.reason.trim().slice(0, 2000)
  return await services.db.transaction().execute(async (tx) => {
    await lockAward(tx, reference)
    const held = await withAgreement(tx, await openAward(tx, actor, request))
    if (held === undefined || held.award.state !== 'offered') return refused({ code: 'award-not-open' })
    const { award, opened, round } = held
    if (!opened.known) return refused({ code: 'address-not-known', email: opened.actor.email })
    if (reason === '') return refused({ code: 'reason-missing' })
    await markEnded(tx, award.id, { state: 'declined', reason, at, by: opened.actor.personId })
    await recordOfAward(tx, held, at, 'award.declined', { reason })
    await mailTeam(tx, services, round, {
      kind: 'award-declined',
      words: (say) => say(answeredMail)(ofAward(services, round, award), reason),
    })
    const by = opened.actor.name || opened.actor.email
    await mailCouncil(tx, services, round, award, {
      kind: 'award-declined-for-you',
      words: (say) => say(declinedForMail)(ofAward(services, round, award), by, reason),
    })
    return done(undefined)
  })
}
