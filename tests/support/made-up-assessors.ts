import { rulesIn } from '../../src/core/rules/index.ts'
import { liveAssignmentsOf } from '../../src/features/assessment/assigning/assignments.store.ts'
import { reviewOf } from '../../src/features/assessment/scoring/reviews.store.ts'
import { roundById, sealOf } from '../../src/features/funds/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { chanceOfPart } from '../../src/seeds/assessed/chance.ts'
import { makeAssessors } from '../../src/seeds/assessed/make-assessors.ts'
import { makeAuthorities } from '../../src/seeds/assessed/make-authorities.ts'
import type { Pair } from '../../src/seeds/assessed/make-pairs.ts'
import { makeReviews } from '../../src/seeds/assessed/make-reviews.ts'
import { type SeededAssessor, seedAssessors } from '../../src/seeds/assessed/seed-assessors.ts'
import { seedDeclarations } from '../../src/seeds/assessed/seed-assignments.ts'
import { seedReviews } from '../../src/seeds/assessed/seed-reviews.ts'
import { readWords } from '../../src/seeds/assessed/words.ts'
import { madeUpSeed } from '../../src/seeds/finished-round.ts'

const hour = 3_600_000

/**
 * Adds assessors of the generator to a made-up round of which everything else is done by people: they have accepted, and
 * say what they know and whom they have to do with.
 */
export async function addMadeUpAssessors(
  services: Services,
  given: { roundId: string; programmeId: string; applications: number; assessors: number },
): Promise<readonly SeededAssessor[]> {
  const { roundId, programmeId, applications, assessors: count } = given
  const found = await roundById(services.db, roundId)
  if (found?.deadlineAt == null) throw new Error('the made-up round has no deadline')
  const round = { ...found, deadlineAt: found.deadlineAt }
  const words = await readWords()
  const authorities = makeAuthorities(words, chanceOfPart(madeUpSeed, 'authorities'), applications)
  const made = makeAssessors(words, chanceOfPart(madeUpSeed, 'assessors'), { count, authorities })
  const about = { round, assessors: made, suppliers: words.suppliers, programmeId, at: round.deadlineAt }
  return await services.db.transaction().execute(async (tx) => (await seedAssessors(tx, services, about)).assessors)
}

/**
 * Lets everybody declare and score what was given to them and they have not begun, as the generator does: applications
 * are better or worse, assessors strict or lenient.
 *
 * @param given `since`: when scoring opened; hours later, by the clock of the service, they are done
 * @returns how many reviews were made
 */
export async function scoreTheRest(
  services: Services,
  given: { roundId: string; assessors: readonly SeededAssessor[]; since: Date },
): Promise<number> {
  const { roundId, assessors, since } = given
  const { db } = services
  const seal = await sealOf(db, roundId)
  if (seal === undefined) throw new Error('the rules of the made-up round are not sealed')
  const live = await liveAssignmentsOf(db, roundId)
  const pairs: Pair[] = []
  for (const { applicationId, personId } of live)
    if ((await reviewOf(db, applicationId, personId, false)) === undefined) pairs.push({ applicationId, personId })
  const of = {
    criteria: rulesIn(seal.document).criteria,
    pairs,
    leniencyOf: new Map(assessors.map(({ id, leniency }) => [id, leniency])),
    serviceOf: new Map(live.map(({ applicationId }) => [applicationId, 'the service'])),
  }
  const reviews = makeReviews(of, await readWords(), chanceOfPart(madeUpSeed, 'reviews'))
  const openedAt = new Date(since.getTime() + hour)
  await db.transaction().execute(async (tx) => {
    await seedDeclarations(tx, pairs, openedAt)
    await seedReviews(tx, services, { reviews, openedAt, before: services.clock(), rulesSha256: seal.sha256 })
  })
  return reviews.length
}
