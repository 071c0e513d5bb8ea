import { plainList } from '../text/plain-list.ts'
import type { AssignmentCase } from './case.ts'
import { keepsApart } from './keeps-apart.ts'
import type { RowOf } from './program.ts'

/** Why there is no assignment: applications and people who cannot all have what they need, with what would free them. */
export type Cause = {
  readonly applications: readonly string[]
  readonly assessors: readonly string[]
  readonly text: string
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** What an id is called in a sentence. */
export type NameOf = (id: string) => string

/** A sentence about rows of the program that cannot hold together, and whom they are about. */
export function causeOf(given: AssignmentCase, rows: readonly RowOf[], nameOf: NameOf): Cause {
  const { applications, assessors, needs } = given
  const listOf = (ids: readonly string[]) => plainList(ids.map(nameOf))
  const those = applications.filter((_, place) =>
    rows.some((row) => row !== 'wish' && 'application' in row && row.application === place),
  )
  const people = assessors.filter((_, place) =>
    rows.some((row) => row !== 'wish' && 'assessor' in row && row.assessor === place),
  )
  const apart = keepsApart(given.conflicts)
  const mayBe = (application: string, assessor: string): boolean => !apart(application, assessor)
  const [only] = those
  if (those.length === 1 && people.length === 0 && only !== undefined) return tooFewFor(only)
  const room = assessors.reduce((sum, { id, max }) => {
    const open = those.filter((application) => mayBe(application, id)).length
    return sum + (people.some((person) => person.id === id) ? Math.min(max, open) : open)
  }, 0)
  if (those.length > 0 && room < needs * those.length) return tooMuchFor(room)
  return tooMuchWanted()

  function tooFewFor(application: string): Cause {
    const free = assessors.filter(({ id }) => mayBe(application, id)).map(({ id }) => id)
    const held = assessors.filter(({ id }) => !mayBe(application, id)).map(({ id }) => id)
    const who =
      free.length === 0
        ? 'nobody is free of a conflict with it'
        : `only ${listOf(free)} ${free.length === 1 ? 'is' : 'are'} free of a conflict with it`
    return {
      applications: [application],
      assessors: held,
      text: `${nameOf(application)} needs ${count(needs, 'assessor', 'assessors')}, and ${who}. Add ${count(needs - free.length, 'assessor', 'assessors')} without a conflict, or ask for fewer assessors for each application.`,
    }
  }

  function tooMuchFor(most: number): Cause {
    const ids = people.map(({ id }) => id)
    return {
      applications: those,
      assessors: ids,
      text: `${listOf(those)} ${those.length === 1 ? 'needs' : 'need'} ${count(needs * those.length, 'score', 'scores')}, and ${ids.length === 0 ? 'those without a conflict' : `${listOf(ids)}, with whoever else has no conflict,`} can give ${most} at most. Raise a load by ${needs * those.length - most}, release a conflict, or add an assessor.`,
    }
  }

  function tooMuchWanted(): Cause {
    const ids = people.map(({ id }) => id)
    const least = people.reduce((sum, { min }) => sum + min, 0)
    const open = applications.reduce(
      (sum, application) => sum + Math.min(needs, ids.filter((id) => mayBe(application, id)).length),
      0,
    )
    return {
      applications: those,
      assessors: ids,
      text: `${listOf(ids)} must take at least ${count(least, 'application', 'applications')}, and can be given ${open} at most without a conflict. Lower the least load by ${Math.max(1, least - open)}, or release a conflict.`,
    }
  }
}
