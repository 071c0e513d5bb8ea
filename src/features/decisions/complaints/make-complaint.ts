import {
  type ComplaintProblem,
  type ComplaintTyped,
  datesOf,
  lastDayToComplain,
  readComplaint,
} from '../../../core/complaints/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailTeam } from '../awarding/mail-council.ts'
import { toldAtOf } from '../telling/telling.store.ts'
import { madeMail, receivedMail } from './complaint-mail.messages.ts'
import { insertComplaint } from './complaint-steps.store.ts'
import { termsOf } from './complaint-terms.store.ts'
import { complaintsAbout, lockForComplaint } from './complaints.store.ts'
import { mailComplainant } from './mail-complainant.ts'
import { openOwn } from './open-own.ts'
import { recordComplaint } from './record-complaint.ts'

export type MakeProblem =
  | ComplaintProblem
  | { readonly code: 'window-closed'; readonly lastOn: IsoDay }
  | { readonly code: 'too-many'; readonly most: number }

/** The most complaints about one application. */
const mostComplaints = 20

/** The last day on which applicants to a round can complain; null while they were not told what was decided. */
export async function lastDayOf(db: Database | Tx, round: Pick<RoundInFund, 'id'>): Promise<IsoDay | null> {
  const toldAt = await toldAtOf(db, round.id)
  return lastDayToComplain(toldAt && isoDay(toldAt), await termsOf(db, round))
}

/**
 * Complains about how an application was dealt with, and acknowledges it by email with its reference and the days by which
 * it is dealt with.
 *
 * @returns its number
 * @throws {NotFound} if it is not this person's to complain about
 */
export async function makeComplaint(
  services: Services,
  actor: Actor,
  { reference, typed, at }: { readonly reference: string; readonly typed: ComplaintTyped; readonly at: Date },
): Promise<Result<number, MakeProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, application, organisationId, actor: person } = await openOwn(tx, actor, { reference, at })
    await lockForComplaint(tx, application.id)
    const today = isoDay(at)
    const lastOn = await lastDayOf(tx, round)
    if (lastOn !== null && today > lastOn) return refused<MakeProblem>({ code: 'window-closed', lastOn })
    const before = await complaintsAbout(tx, application.id)
    if (before.length >= mostComplaints) return refused<MakeProblem>({ code: 'too-many', most: mostComplaints })
    const read = readComplaint(typed)
    if (!read.ok) return read
    const number = before.length + 1
    const dates = datesOf(today, await termsOf(tx, round))
    const complaint = { ...read.value, ...dates, number, organisationId, reference: `${reference}-C${number}` }
    const by = person.personId
    await insertComplaint(tx, { ...complaint, id: services.newId(), applicationId: application.id, at, by })
    await recordComplaint(tx, { round, complaint, at, by }, 'complaint.made', {
      application: reference,
      grounds: complaint.grounds,
      ...dates,
    })
    const about = {
      ...complaint,
      application: reference,
      fund: round.fund,
      round,
      origin: originForMail(services.config),
    }
    await mailComplainant(tx, services, round, complaint, {
      kind: 'complaint-received',
      words: (say) => say(receivedMail)(about),
    })
    await mailTeam(tx, services, round, { kind: 'complaint-made', words: (say) => say(madeMail)(about) })
    return done(number)
  })
}
