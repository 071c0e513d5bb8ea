import type { Chance } from './chance.ts'

/** Who could read what: an application and an assessor by their ids. */
export type Pair = { readonly applicationId: string; readonly personId: string }

export type PairsCase = {
  readonly applications: readonly { readonly id: string; readonly serviceAreas: readonly string[] }[]
  readonly assessors: readonly { readonly id: string; readonly serviceAreas: readonly string[] }[]
  /** Assessors for each application. */
  readonly each: number
  /** Up to so many applications, everybody reads everything. */
  readonly everyoneUpTo: number
  readonly apart: (pair: Pair) => boolean
}

/**
 * A fair share of the reading for made-up assessors: those with the least to read come first, and of these those who know
 * the service. Nobody gets what they are kept apart from. Real rounds are assigned by the solver.
 */
export function makePairs(given: PairsCase, chance: Chance): readonly Pair[] {
  const { applications, assessors, each, everyoneUpTo, apart } = given
  const load = new Map(assessors.map(({ id }) => [id, 0]))
  const everyone = applications.length <= everyoneUpTo
  return chance.some(applications, applications.length).flatMap(({ id: applicationId, serviceAreas }) => {
    const free = assessors.filter(({ id }) => !apart({ applicationId, personId: id }))
    const wanted = new Set(serviceAreas)
    const cost = (one: PairsCase['assessors'][number]): number =>
      (load.get(one.id) ?? 0) - (one.serviceAreas.some((area) => wanted.has(area)) ? 1.5 : 0)
    const order = chance.some(free, free.length).toSorted((one, other) => cost(one) - cost(other))
    return (everyone ? free : order.slice(0, each)).map(({ id: personId }) => {
      load.set(personId, (load.get(personId) ?? 0) + 1)
      return { applicationId, personId }
    })
  })
}
