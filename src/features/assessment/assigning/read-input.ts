import type { IdPair, RoundInput } from '../../../core/assignment/index.ts'
import { keepsFrom } from '../../../core/conflicts/index.ts'
import { seedOf } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Round } from '../../funds/index.ts'
import { assessorsOf, bidsByPerson } from '../assessors/assessors.store.ts'
import { conflictsOfRound } from '../conflicts/read-conflicts.ts'
import type { SealedRules } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { liveAssignmentsOf } from './assignments.store.ts'
import { preparedOf, scoredPairsOf } from './runs.store.ts'

/**
 * All that an assignment of the round depends on, as it is now. What was given in addition stays beside it and is not
 * given twice; people who have scored stay in it with what they scored.
 */
export async function readInput(
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  round: Pick<Round, 'id' | 'deadlineAt'>,
  rules: SealedRules,
): Promise<RoundInput> {
  const applications = await scorableApplications(tx, round.id)
  const referenceOf = new Map(applications.map(({ id, reference }) => [id, reference]))
  const live = (await liveAssignmentsOf(tx, round.id)).filter(({ why }) => why !== 'practice')
  const isLive = new Set(live.map(({ reference, personId }) => `${reference} ${personId}`))
  const beside = live.filter(({ why }) => why === 'extra')
  const pairs = live
    .filter(({ why, applicationId }) => why !== 'extra' && referenceOf.has(applicationId))
    .map(({ reference, personId }): IdPair => [reference, personId])
  const besides = new Set(beside.map(({ reference, personId }) => `${reference} ${personId}`))
  const fixed = (await scoredPairsOf(tx, round.id))
    .filter(({ reference, personId }) => isLive.has(`${reference} ${personId}`))
    .filter(({ reference, personId }) => !besides.has(`${reference} ${personId}`))
    .map(({ reference, personId }): IdPair => [reference, personId])
  const stay = new Set(fixed.map(([, personId]) => personId))
  const people = (await assessorsOf(tx, round.id)).filter(
    ({ state, personId }) => state === 'accepted' || stay.has(personId),
  )
  const bids = rules.assignment.bidding ? await bidsByPerson(tx, round.id) : new Map()
  const isHere = new Set(people.map(({ personId }) => personId))
  const excluded = await excludedPairs(tx, { round, rules, referenceOf, isHere, beside })
  const known = new Set(applications.map(({ reference }) => reference))
  const inRound = (all: readonly IdPair[]) => all.filter(([reference, id]) => known.has(reference) && isHere.has(id))
  const { everyoneUpTo, loadBelowAverage, loadAboveAverage, anchors, fairness, mostChancePercent } = rules.assignment
  return {
    ...(mostChancePercent === undefined ? { format: 6 } : { format: 7, mostChancePercent }),
    needs: rules.assessorsPerApplication,
    seed: seedOf(rules.document, sha256),
    everyoneUpTo,
    loadBelowAverage,
    loadAboveAverage,
    anchors,
    prepared: anchors > 0 ? await preparedOf(tx, round.id) : [],
    fairness,
    applications: applications.map(({ reference, serviceAreas, deliveryModels, authorityKind }) => ({
      reference,
      serviceAreas,
      deliveryModels,
      authorityKind,
    })),
    assessors: people
      .map(({ personId, expertise, loadWanted, state }) => ({
        id: personId,
        expertise,
        wanted: state === 'accepted' ? loadWanted : 0,
        bids: bids.get(personId) ?? {},
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    excluded,
    before: inRound(pairs),
    fixed: inRound(fixed),
  }
}

type ForExcluded = {
  readonly round: Pick<Round, 'id' | 'deadlineAt'>
  readonly rules: SealedRules
  readonly referenceOf: ReadonlyMap<string, string>
  readonly isHere: ReadonlySet<string>
  readonly beside: readonly { readonly applicationId: string; readonly personId: string }[]
}

async function excludedPairs(tx: Tx, given: ForExcluded): Promise<RoundInput['excluded']> {
  const { round, rules, referenceOf, isHere, beside } = given
  const conflicts = (await conflictsOfRound(tx, round, rules)).filter(keepsFrom)
  const kinds = new Map<string, { application: string; assessor: string; kinds: string[] }>()
  for (const { applicationId, personId, kind } of [...conflicts, ...beside.map((one) => ({ ...one, kind: 'extra' }))]) {
    const application = referenceOf.get(applicationId)
    if (application === undefined || !isHere.has(personId)) continue
    const key = `${application} ${personId}`
    const found = kinds.get(key) ?? { application, assessor: personId, kinds: [] }
    found.kinds.push(kind)
    kinds.set(key, found)
  }
  return [...kinds.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}
