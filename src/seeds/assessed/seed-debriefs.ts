import { decidedIn } from '../../core/awards/index.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { membersOf } from '../../features/accounts/index.ts'
import { insertDebrief, insertNote, insertTime, markClosed } from '../../features/decisions/debriefs/debriefs.store.ts'
import { type Decision, decisionOf } from '../../features/decisions/deciding/decision.store.ts'
import { recordDoing } from '../../features/decisions/record-doing.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { ukInstant, workingDayFrom } from '../round-dates.ts'

type ToDebrief = { readonly round: RoundInFund; readonly programmeId: string; readonly toldAt: Date }

const day = 86_400_000
const madeUp = '(Made up.)'

/** Two that get no award ask for a debrief: one was held and noted, one waits for a time. */
export async function seedDebriefs(tx: Tx, services: Services, given: ToDebrief): Promise<void> {
  const decision = await decisionOf(tx, given.round.id)
  if (decision === undefined) throw new Error('the made-up round is not decided')
  const [first, second] = refusedIn(decision)
  if (first !== undefined) await seedHeld(tx, services, given, first)
  if (second !== undefined)
    await ask(tx, given, second, { days: 15, wants: `What would make a second application stronger. ${madeUp}` })
}

/**
 * Those that were declined after an interview, the last first, since the first of them has complained; then those that
 * were not shortlisted, for how many are declined depends on the draw.
 */
function refusedIn({ document }: Decision): ReturnType<typeof decidedIn> {
  const decided = decidedIn(document)
  return [
    ...decided.filter(({ outcome }) => outcome === 'declined').toReversed(),
    ...decided.filter(({ outcome }) => outcome === 'not-shortlisted'),
  ]
}

type Refused = ReturnType<typeof refusedIn>[number]

async function seedHeld(
  tx: Tx,
  services: Services,
  { round, programmeId, toldAt }: ToDebrief,
  application: Refused,
): Promise<void> {
  const wants = `Why the panel doubted the timetable, and what it would have liked to read. ${madeUp}`
  if (!(await ask(tx, { round, programmeId, toldAt }, application, { days: 6, wants }))) return
  const on = workingDayFrom(addDays(isoDay(toldAt), 12))
  const [startsAt, endsAt] = [ukInstant(on, 14), ukInstant(on, 14, 45)]
  const proposedAt = new Date(toldAt.getTime() + 8 * day)
  const time = { startsAt, endsAt, place: 'https://meet.example/debrief', proposedAt, proposedBy: programmeId }
  const { id: applicationId, reference } = application
  await insertTime(tx, applicationId, { ...time, number: 1 })
  const note = `The timetable left no time to consult staff; the council says that it will ask them first. ${madeUp}`
  const closing = { applicationId, at: endsAt, by: programmeId }
  await insertNote(tx, { ...closing, id: services.newId(), note })
  await markClosed(tx, { ...closing, outcome: 'held', answer: '' })
  const by = programmeId
  await recordDoing(tx, { round, at: proposedAt, by }, 'debrief.arranged', { number: 1 }, reference)
  await recordDoing(tx, { round, at: endsAt, by }, 'debrief.noted', {}, reference)
  await recordDoing(tx, { round, at: endsAt, by }, 'debrief.closed', { outcome: 'held' }, reference)
}

/** @returns false where nobody of the council can ask */
async function ask(
  tx: Tx,
  { round, toldAt }: ToDebrief,
  { id: applicationId, reference, leadId }: Refused,
  { days, wants }: { readonly days: number; readonly wants: string },
): Promise<boolean> {
  const by = (await membersOf(tx, leadId)).find(({ state }) => state === 'confirmed')?.id
  if (by === undefined) return false
  const at = new Date(toldAt.getTime() + days * day)
  await insertDebrief(tx, { applicationId, wants, times: `Any afternoon but Friday. ${madeUp}`, at, by })
  await recordDoing(tx, { round, at, by }, 'debrief.asked', {}, reference)
  return true
}
