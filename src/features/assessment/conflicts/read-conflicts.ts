import {
  type ConflictCase,
  type Declared,
  type FoundConflict,
  findConflicts,
  type Interests,
  type StandingConflict,
  standUnderRules,
} from '../../../core/conflicts/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { sourceText } from '../../accounts/index.ts'
import type { Round } from '../../funds/index.ts'
import { bidsOf, interestsOf, interestsOfPeople, registerForConflicts, saidOfConflicts } from './conflicts.store.ts'

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

/** The conflicts of people who may not be assessors, such as a panel, with what was submitted in a round. */
export async function conflictsOfPeople(
  db: Database | Tx,
  round: OfRound,
  rules: Under,
  personIds: readonly string[],
): Promise<readonly StandingConflict[]> {
  return await among(db, round, rules, {
    people: await interestsOfPeople(db, personIds),
    only: new Set(personIds),
    handsBack: false,
  })
}

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
  round: OfRound,
  rules: Under,
  personId: string | undefined,
): Promise<readonly StandingConflict[]> {
  const people = await interestsOf(db, round.id, personId)
  return await among(db, round, rules, {
    people,
    only: personId === undefined ? undefined : new Set([personId]),
    handsBack: true,
  })
}

/**
 * @param between `only`: those whose declarations count; undefined: everybody's. `handsBack`: whether what assessors handed
 * back keeps them from it
 */
async function among(
  db: Database | Tx,
  { id, deadlineAt }: OfRound,
  rules: Under,
  between: {
    readonly people: readonly Interests[]
    readonly only: ReadonlySet<string> | undefined
    readonly handsBack: boolean
  },
): Promise<readonly StandingConflict[]> {
  const { people, only, handsBack } = between
  const bids = await bidsOf(db, id)
  const said = await saidOfConflicts(db, id)
  const theirs = (those: readonly Declared[]) =>
    those.filter(({ personId }) => only === undefined || only.has(personId))
  const declared = theirs(said.declared)
  const handedBack = handsBack ? theirs(said.handedBack) : []
  if (deadlineAt === null) return standUnderRules([], rules.conflicts, { ...said, declared, handedBack })
  const found = await conflictsByRegister(db, { bids, people, countedOn: isoDay(deadlineAt) })
  return standUnderRules(found, rules.conflicts, { ...said, declared, handedBack })
}

/** The conflicts of any people with any bids by the register as it is, before rules say what they make of them. */
export async function conflictsByRegister(
  db: Database | Tx,
  between: Pick<ConflictCase, 'bids' | 'people' | 'countedOn'>,
): Promise<readonly FoundConflict[]> {
  const { bodies, succession, borders } = await registerForConflicts(db)
  const beside = borders.map((border) => ({ ...border, source: sourceText(border) }))
  return findConflicts({ bodies, succession, borders: beside, ...between })
}
