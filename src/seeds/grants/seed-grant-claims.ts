import { sql } from 'kysely'
import { financialYearOf } from '../../core/benefits/index.ts'
import { paidInYear } from '../../core/support/index.ts'
import { addDays, type IsoDay, isoDay } from '../../core/time/day.ts'
import { ensurePerson, giveRole } from '../../features/accounts/index.ts'
import type { Award } from '../../features/decisions/index.ts'
import {
  insertClaim,
  markChecked,
  markClaimAnswered,
  markClaimPaid,
} from '../../features/support/grants/claims.store.ts'
import { statementWords } from '../../features/support/grants/grants.messages.ts'
import { insertConditionMet, insertSchedule } from '../../features/support/grants/schedules.store.ts'
import { insertReturn, insertStatement, insertYearEnd } from '../../features/support/grants/settling.store.ts'
import { supportedAward } from '../../features/support/packages/awards.store.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

type Granted = {
  readonly fundId: string
  readonly award: Award
  readonly programmeId: string
  /** Today. */
  readonly at: Date
}

/** The second person of the programme team, who approves what the first has checked. */
const second = { email: 'leon.abara@programme.example', name: 'Leon Abara' }

const day = 86_400_000

/**
 * One made-up grant: three instalments, varied once; the first paid, spent but for £1,500 that came back, and reviewed at
 * the end of its year; the second claimed and checked, so that it waits for a second person; the last held by a condition.
 */
export async function seedGrantClaims(
  tx: Tx,
  services: Services,
  { fundId, award, programmeId, at }: Granted,
): Promise<void> {
  const { person } = await ensurePerson(tx, {
    id: services.newId(),
    ...second,
    at: new Date(at.getTime() - 600 * day),
    illustrative: true,
  })
  await giveRole(tx, services, { personId: person.id, role: 'programme-team', fundId, by: null, at })
  const pence = award.pounds * 100
  const when = (daysAgo: number): Date => new Date(at.getTime() - daysAgo * day)
  const on = (daysAgo: number): IsoDay => addDays(isoDay(at), -daysAgo)
  const instalments = [
    {
      number: 1,
      title: 'The review has begun',
      upon: 'date',
      dueOn: on(590),
      pence: Math.floor(pence * 0.4),
      condition: '',
    },
    {
      number: 2,
      title: 'Options appraisal accepted',
      upon: 'milestone',
      dueOn: on(40),
      pence: Math.floor(pence * 0.35),
      condition: 'The appraisal is sent to the network',
    },
    {
      number: 3,
      title: 'Implementation plan adopted',
      upon: 'milestone',
      dueOn: on(-120),
      pence: Math.floor(pence * 0.2),
      condition: 'The cabinet has adopted the plan, and its decision is published',
    },
  ] as const
  const schedule = { reason: '', instalments, by: programmeId }
  await insertSchedule(tx, award.id, { ...schedule, number: 1, instalments: instalments.slice(0, 2), at: when(600) })
  const reason = 'The council adopts the plan later than it was thought, so its part is an instalment of its own.'
  await insertSchedule(tx, award.id, { ...schedule, number: 2, reason, at: when(200) })
  await firstPaid(tx, { award, checker: programmeId, approver: person.id, pence: instalments[0].pence, when, on })
  const claim = { number: 2, instalment: 2, pence: instalments[1].pence, by: null }
  await insertConditionMet(tx, award.id, {
    schedule: 2,
    instalment: 2,
    reason: 'It is among the resources of the network.',
    at: when(20),
    by: programmeId,
  })
  await insertClaim(tx, award.id, {
    ...claim,
    what: 'The options appraisal, as the council accepted it, with what its advisers were paid.',
    at: when(15),
  })
  await markChecked(tx, award.id, 2, { reason: 'The invoices add up to what is claimed.', at: when(10), by: person.id })
}

type First = {
  readonly award: Award
  readonly checker: string
  readonly approver: string
  readonly pence: number
  readonly when: (daysAgo: number) => Date
  readonly on: (daysAgo: number) => IsoDay
}

const returnedPence = 1_500_00

async function firstPaid(tx: Tx, { award, checker, approver, pence, when, on }: First): Promise<void> {
  await insertClaim(tx, award.id, {
    number: 1,
    instalment: 1,
    pence,
    what: 'The project manager and the first three months of advice.',
    at: when(585),
    by: null,
  })
  await markChecked(tx, award.id, 1, { reason: 'It is what the agreement asks for.', at: when(580), by: checker })
  await markClaimAnswered(tx, award.id, 1, { state: 'approved', reason: 'Agreed.', at: when(578), by: approver })
  const paidOn = on(570)
  await markClaimPaid(tx, award.id, 1, { paidOn, reference: 'BACS 004417', by: checker })
  const held = await supportedAward(tx, award.reference)
  const { rows } = await sql<{ by: string; name: string; jobTitle: string }>`
    select signed_by as by, name, job_title as "jobTitle" from award_signature
    where award_id = ${award.id}::uuid and role = 'section-151' order by number desc limit 1`.execute(tx)
  const [officer] = rows
  if (held === undefined || officer === undefined) throw new Error(`nobody signed for ${award.reference}`)
  await insertStatement(tx, award.id, {
    ...officer,
    number: 1,
    untilOn: on(30),
    spentPence: pence - returnedPence,
    what: 'The project manager, and advice on staff, tax and the legal form.',
    lessBecause: '',
    statement: statementWords(held),
    read: null,
    at: when(28),
  })
  await insertReturn(tx, award.id, {
    number: 1,
    pence: returnedPence,
    returnedOn: on(25),
    reference: 'RET 0192',
    reason: 'The training that it was for was given by the network.',
    at: when(24),
    by: checker,
  })
  const year = financialYearOf(paidOn)
  const paidPence = paidInYear([{ paidOn, pence }], year)
  const reason = 'The first milestone was reached a month late; the ledger agrees.'
  await insertYearEnd(tx, award.id, {
    year,
    number: 1,
    paidPence,
    ledgerPence: paidPence,
    finding: 'go-on',
    reason,
    at: when(20),
    by: checker,
  })
}
