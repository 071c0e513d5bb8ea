import { findConflicts, type StandingConflict, standUnderRules } from '../../../core/conflicts/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Round } from '../../funds/index.ts'
import { bidsOf, interestsOf, registerForConflicts, saidOfConflicts } from './conflicts.store.ts'

type Under = Pick<AssessmentRules, 'conflicts'>
type OfRound = Pick<Round, 'id' | 'deadlineAt'>

/**
 * Every conflict of the assessors of a round with what was submitted in it, under its sealed rules. Employers are counted
 * back from the day of the deadline, so that nobody becomes free while the round is assessed.
 */
export const conflictsOfRound = async (
  db: Database | Tx,
  round: OfRound,
  rules: Under,
): Promise<readonly StandingConflict[]> => await read(db, round, rules, undefined)

/** The same for one person. */
export const conflictsOfPerson = async (
  db: Database | Tx,
  round: OfRound,
  rules: Under,
  personId: string,
): Promise<readonly StandingConflict[]> => await read(db, round, rules, personId)

/** The conflicts of one person with one application. */
export async function conflictsOf(
  db: Database | Tx,
  round: OfRound,
  rules: Under,
  applicationId: string,
  personId: string,
): Promise<readonly StandingConflict[]> {
  const all = await read(db, round, rules, personId)
  return all.filter((conflict) => conflict.applicationId === applicationId)
}

async function read(
  db: Database | Tx,
  { id, deadlineAt }: OfRound,
  rules: Under,
  personId: string | undefined,
): Promise<readonly StandingConflict[]> {
  const bids = await bidsOf(db, id)
  const people = await interestsOf(db, id, personId)
  const said = await saidOfConflicts(db, id)
  const declared = said.declared.filter((one) => personId === undefined || one.personId === personId)
  if (deadlineAt === null) return standUnderRules([], rules.conflicts, { ...said, declared })
  const { bodies, succession } = await registerForConflicts(db)
  const found = findConflicts({ bodies, succession, bids, people, countedOn: isoDay(deadlineAt) })
  return standUnderRules(found, rules.conflicts, { ...said, declared })
}
