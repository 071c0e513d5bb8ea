import type { AssignmentCase } from '../../../src/core/assignment/index.ts'
import type { Score } from '../../../src/core/calibration/index.ts'
import { randomFrom } from '../../../src/core/random/random.ts'
import type { UnderstandingCase } from '../../../src/core/understanding/index.ts'

const topics = 12
const conflictShare = 0.05

/** Weights of a few topics that add up to 1. `common`: the first topics are asked for more than the last. */
function mixture(uniform: () => number, common: boolean): readonly number[] {
  const weights = Array.from({ length: topics }, (_, topic) => (-Math.log(uniform())) ** 2 / (common ? topic + 1 : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

const cosine = (one: readonly number[], other: readonly number[]): number => {
  const dot = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
  return dot / Math.sqrt(one.reduce((sum, v) => sum + v * v, 0) * other.reduce((sum, v) => sum + v * v, 0))
}

/**
 * A made-up case of assignment: applications and assessors know a few topics each, a twentieth of the pairs have a
 * conflict, and loads are the average, two less and two more.
 */
export function assignmentCase(applications: number, assessors: number, seed = 42): AssignmentCase {
  const { uniform } = randomFrom(seed, 0)
  const bids = Array.from({ length: applications }, () => mixture(uniform, true))
  const people = Array.from({ length: assessors }, () => mixture(uniform, false))
  const average = (applications * 3) / assessors
  const conflicts: [string, string][] = []
  const match = bids.map((bid, at) =>
    people.map((person, by) => {
      if (uniform() < conflictShare) conflicts.push([`E${at}`, `A${by}`])
      return Math.round(cosine(bid, person) * 1e4) / 1e4
    }),
  )
  return {
    needs: 3,
    applications: bids.map((_, at) => `E${at}`),
    assessors: people.map((_, by) => ({ id: `A${by}`, min: Math.floor(average) - 2, max: Math.ceil(average) + 2 })),
    match,
    conflicts,
    objective: 'total',
    seed: 1,
  }
}

/** The same, where one application has a conflict with all but two. @returns it, with the application */
export function impossibleCase(applications: number, assessors: number): readonly [AssignmentCase, string] {
  const plain = assignmentCase(applications, assessors)
  const application = `E${Math.floor(applications / 2)}`
  const others = plain.conflicts.filter(([id]) => id !== application)
  const all = plain.assessors.slice(2).map(({ id }) => [application, id] as const)
  return [{ ...plain, conflicts: [...others, ...all] }, application]
}

/** A made-up round in which assessors give three of each application points from 0 to 4 for each of five criteria. */
export function roundOf(applications: number, assessors: number, seed = 42): UnderstandingCase {
  const { uniform, normal } = randomFrom(seed, 2)
  const criteria = ['need', 'outcomes', 'delivery', 'money', 'sharing']
  const leniency = Array.from({ length: assessors }, () => criteria.map(() => 0.4 * normal()))
  const reviews = Array.from({ length: applications }, (_, at) => {
    const level = criteria.map(() => 2.2 + 0.8 * normal())
    const by = new Set<number>()
    while (by.size < 3) by.add(Math.floor(uniform() * assessors))
    return [...by].map((one) => {
      const points = criteria.map((_id, of) =>
        Math.min(4, Math.max(0, Math.round((level[of] ?? 0) + (leniency[one]?.[of] ?? 0) + 0.6 * normal()))),
      )
      return {
        application: `E${at}`,
        assessor: `A${one}`,
        total: 5 * points.reduce((sum, each) => sum + each, 0),
        points: Object.fromEntries(criteria.map((id, of) => [id, points[of] ?? 0])),
      }
    })
  }).flat()
  return {
    format: 1,
    criteria,
    scale: [0, 100],
    pointWorth: 25,
    places: 20,
    calibrationUse: 'advice',
    noneUpTo: 15,
    spreadPoints: 2,
    seed: 1,
    draws: 4_000,
    bootstraps: 0,
    reviews,
    withoutReview: [],
    diagnosis: { draws: 1_000, scales: criteria.map((criterion) => ({ criterion, scale: [0, 4] as const })) },
  }
}

/** Made-up scores on a scale from 0 to 100, three of each application. */
export function scoresOf(applications: number, assessors: number, seed = 42): readonly Score[] {
  const { uniform, normal } = randomFrom(seed, 1)
  const leniency = Array.from({ length: assessors }, () => 8 * normal())
  return Array.from({ length: applications }, (_, at) => {
    const level = 55 + 16 * normal()
    const by = new Set<number>()
    while (by.size < 3) by.add(Math.floor(uniform() * assessors))
    return [...by].map((one): Score => [`E${at}`, `A${one}`, level + (leniency[one] ?? 0) + 14 * normal()])
  }).flat()
}
