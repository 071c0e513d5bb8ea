import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isIsoDay, isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { lockApplication } from '../applications.store.ts'
import { recordAbout } from '../record-about.ts'
import { type OpenedSignOff, openSignOff } from '../sign-off/open-sign-off.ts'
import { signerName } from '../sign-off/read-sign-offs.ts'
import { deletePaperSignOff, upsertPaperSignOff } from '../sign-off/sign-offs.store.ts'
import { openKeyed, scansOf } from './keyed-scans.ts'

export type PaperTyped = {
  readonly name: string
  readonly jobTitle: string
  readonly day: string
  readonly month: string
  readonly year: string
}

export type PaperProblem =
  | {
      readonly code: 'signer-missing' | 'capacity-missing' | 'signed-on-missing' | 'signed-on-wrong' | 'signed-on-ahead'
    }
  | { readonly code: 'no-scan' | 'paper-fixed' | 'none-recorded' }
  | { readonly code: 'signed-here'; readonly name: string }

type OfSlot = { readonly reference: string; readonly slot: string; readonly at: Date }

/**
 * Records that what was keyed in is signed: whose signature the scan shows, in which capacity, and when it was given.
 * Who recorded it and when is kept with it. It holds while money, scope and partners are as they were keyed in by then.
 *
 * @throws {NotFound} if the application is not this person's to key in, or needs no such sign-off
 */
export async function recordPaperSignOff(
  services: Services,
  actor: Actor,
  { typed, ...of }: OfSlot & { readonly typed: PaperTyped },
): Promise<Result<undefined, PaperProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openPaper(tx, services, actor, of)
    const { application, signOff } = opened
    if (application.state === 'submitted') return refused({ code: 'paper-fixed' })
    if (signOff.standing === 'signed' && !signOff.onPaper)
      return refused({ code: 'signed-here', name: signerName(signOff) })
    if ((await scansOf(tx, of.reference)).length === 0) return refused({ code: 'no-scan' })
    const read = readPaper(typed, of.at)
    if (!read.ok) return read
    const { kind, organisationId } = signOff
    const key = { applicationId: application.id, kind, organisationId }
    const { material, materialSha256 } = opened.all
    const recorded = { recordedBy: opened.actor.personId, recordedAt: of.at, material, materialSha256 }
    await upsertPaperSignOff(tx, key, { ...read.value, ...recorded })
    const facts = { kind, organisation: organisationId, signedOn: read.value.signedOn }
    await recordAbout(tx, opened, of.at, 'application.signed-on-paper', facts)
    return done(undefined)
  })
}

/** Takes back what was recorded, as when it was another's signature. @throws {NotFound} as {@link recordPaperSignOff} */
export async function forgetPaperSignOff(
  services: Services,
  actor: Actor,
  of: OfSlot,
): Promise<Result<undefined, PaperProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openPaper(tx, services, actor, of)
    const { application, signOff } = opened
    if (application.state === 'submitted') return refused({ code: 'paper-fixed' })
    const { kind, organisationId } = signOff
    const there = await deletePaperSignOff(tx, { applicationId: application.id, kind, organisationId })
    if (!there) return refused({ code: 'none-recorded' })
    await recordAbout(tx, opened, of.at, 'application.paper-signature-taken-back', {
      kind,
      organisation: organisationId,
    })
    return done(undefined)
  })
}

type OpenedPaper = OpenedSignOff & { readonly actor: SignedIn }

/** @throws {NotFound} for anybody who does not key it in */
async function openPaper(tx: Tx, services: Services, actor: Actor, of: OfSlot): Promise<OpenedPaper> {
  if ((await lockApplication(tx, of.reference)) === undefined) throw notFound('application')
  await openKeyed(tx, actor, of.reference)
  return await openSignOff(tx, services, actor, of)
}

type Read = { readonly name: string; readonly jobTitle: string; readonly signedOn: IsoDay }

function readPaper({ name, jobTitle, day, month, year }: PaperTyped, at: Date): Result<Read, PaperProblem> {
  const problems: PaperProblem[] = []
  if (name.trim() === '') problems.push({ code: 'signer-missing' })
  if (jobTitle.trim() === '') problems.push({ code: 'capacity-missing' })
  const signedOn = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if ([day, month, year].some((part) => part === '')) problems.push({ code: 'signed-on-missing' })
  else if (!isIsoDay(signedOn) || signedOn < '1900') problems.push({ code: 'signed-on-wrong' })
  else if (signedOn > isoDay(at)) problems.push({ code: 'signed-on-ahead' })
  if (problems.length > 0) return refused(...problems)
  return done({ name: name.trim().slice(0, 200), jobTitle: jobTitle.trim().slice(0, 200), signedOn })
}
