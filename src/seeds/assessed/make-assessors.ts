import { disciplines, type Expertise, serviceAreas } from '../../core/assessment/index.ts'
import { deliveryModels } from '../../core/rules/index.ts'
import type { Chance } from './chance.ts'
import type { MadeAuthority } from './make-authorities.ts'
import type { Words } from './words.ts'

/** What somebody is to a body or to a supplier, by its place in the list of suppliers. */
export type MadeInterest = {
  readonly kind: 'employer' | 'authority' | 'supplier' | 'home'
  readonly organisationId: string | null
  readonly supplier: number | null
  /** For an employer that is past: how many days before the deadline it ended. */
  readonly endedDaysBefore: number | null
}

export type MadeAssessor = {
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly expertise: Expertise
  readonly interests: readonly MadeInterest[]
  /** By how much they score above their peers, in points of a criterion. */
  readonly leniency: number
}

/** Two who are severe and one who is generous; the others differ as people do. */
const marked: Readonly<Record<number, number>> = { 2: -0.9, 7: -0.7, 11: 0.8 }

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@assessor.example`

/** So many made-up assessors, at most as many as there are names, who know something of what `authorities` bid for. */
export const makeAssessors = (
  words: Words,
  chance: Chance,
  { count, authorities }: { count: number; authorities: readonly MadeAuthority[] },
): readonly MadeAssessor[] =>
  words.assessors.slice(0, count).map((name, at) => ({
    name,
    email: emailOf(name),
    jobTitle: 'Independent assessor',
    expertise: {
      // Between them they know every area, however few they are.
      serviceAreas: [...new Set([areaAt(at), areaAt(at + 5), ...chance.some(serviceAreas, 2)])],
      deliveryModels: chance.some(deliveryModels, 3),
      disciplines: chance.some(disciplines, 2),
      authorityTypes: [...new Set(chance.some(authorities, 4).map(({ kind }) => kind))],
    },
    interests: interestsOf(chance, at, authorities, words.suppliers.length),
    leniency: marked[at] ?? Math.round(30 * chance.normal()) / 100,
  }))

const areaAt = (at: number): string => serviceAreas[at % serviceAreas.length] ?? serviceAreas[0]

function interestsOf(
  chance: Chance,
  at: number,
  authorities: readonly MadeAuthority[],
  suppliers: number,
): readonly MadeInterest[] {
  const none = { organisationId: null, supplier: null, endedDaysBefore: null }
  const body = (kind: MadeInterest['kind'], more: Partial<MadeInterest> = {}): MadeInterest => ({
    ...none,
    kind,
    organisationId: chance.one(authorities).id,
    ...more,
  })
  return [
    ...(at % 3 === 0 ? [body('employer', { endedDaysBefore: chance.whole(90, 900) })] : []),
    // Longer ago than counts.
    ...(at % 5 === 1 ? [body('employer', { endedDaysBefore: chance.whole(1_300, 2_400) })] : []),
    ...(at % 7 === 2 ? [body('authority')] : []),
    ...(at % 2 === 0 ? [body('home')] : []),
    ...(at % 6 === 4 ? [{ ...none, kind: 'employer' as const, supplier: at % suppliers }] : []),
  ]
}
