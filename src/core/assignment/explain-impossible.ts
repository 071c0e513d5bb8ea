import { plainList } from '../text/plain-list.ts'
import type { AssessorLoad, AssignmentCase, Cause } from './case.ts'
import { keepsApart } from './keeps-apart.ts'
import { whoMayRead } from './leavers.ts'
import { stillToGive } from './still-to-give.ts'

/** @example count(2, 'score', 'scores') // => '2 scores' */
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** What an id is called in a sentence. */
export type NameOf = (id: string) => string

/** Long lists are not read: the first of them, and how many more. */
export function listOf(ids: readonly string[], nameOf: NameOf = (id) => id): string {
  const names = ids.map(nameOf)
  return names.length <= mostNamed
    ? plainList(names)
    : plainList([...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} more`])
}

const mostNamed = 8

/** Applications that cannot all have what they need, or people who cannot all have what they must take; by places. */
export type Stuck = { readonly applications: readonly number[]; readonly assessors: readonly number[] }

/** A sentence about those who are stuck together. */
export function causeOf(given: AssignmentCase, stuck: Stuck, nameOf: NameOf): Cause {
  const { applications, assessors } = given
  const those = stuck.applications.map((place) => applications[place] as string)
  const people = stuck.assessors.map((place) => assessors[place] as AssessorLoad)
  const { needOf, loadOf, mayRead: mayBe, scoresInWords } = stillToGive(given)
  const needed = those.reduce((sum, application) => sum + needOf(application), 0)
  const [only] = those
  if (those.length === 1 && people.length === 0 && only !== undefined) return tooFewFor(given, only, nameOf)
  const room = assessors.reduce((sum, load) => {
    const open = those.filter((application) => mayBe(application, load.id)).length
    return sum + (people.includes(load) ? Math.min(loadOf(load).max, open) : open)
  }, 0)
  if (those.length > 0 && room < needed) return tooMuchFor(room)
  return tooMuchWanted()

  function tooMuchFor(most: number): Cause {
    const ids = people.map(({ id }) => id)
    return {
      applications: those,
      assessors: ids,
      text: `${listOf(those, nameOf)} ${those.length === 1 ? 'needs' : 'need'} ${scoresInWords(needed)}, and ${ids.length === 0 ? 'those without a conflict' : `${listOf(ids, nameOf)}, with whoever else has no conflict,`} can give ${most} at most: raise a load by ${needed - most}, release a conflict, or add an assessor.`,
    }
  }

  function tooMuchWanted(): Cause {
    const ids = people.map(({ id }) => id)
    const least = people.reduce((sum, load) => sum + loadOf(load).min, 0)
    const open = applications.reduce(
      (sum, application) => sum + Math.min(needOf(application), ids.filter((id) => mayBe(application, id)).length),
      0,
    )
    return {
      applications: those,
      assessors: ids,
      text: `${listOf(ids, nameOf)} must take at least ${count(least, 'application', 'applications')}, and can be given ${open} at most without a conflict: lower the least load by ${Math.max(1, least - open)}, or release a conflict.`,
    }
  }
}

/** An application that fewer can score than it needs. */
export function tooFewFor(given: AssignmentCase, application: string, nameOf: NameOf): Cause {
  const { needs, assessors, conflicts } = given
  if (assessors.length === 0) return nobodyFor(application, needs, nameOf)
  const [apart, mayRead] = [keepsApart(conflicts), whoMayRead(given)]
  const free = assessors.filter(({ id }) => mayRead(application, id)).map(({ id }) => id)
  const held = assessors.filter(({ id }) => apart(application, id)).map(({ id }) => id)
  return {
    applications: [application],
    assessors: held,
    text: `${nameOf(application)} needs ${count(needs, 'assessor', 'assessors')}, and ${whoIsFree(given, application, { free, held }, nameOf)}: add ${count(needs - free.length, 'assessor', 'assessors')} without a conflict, release a conflict that can be, or ask for fewer assessors for each application.`,
  }
}

/** Who may read an application and who is held back. Whoever handed it back is held back, and has no conflict. */
function whoIsFree(
  { handedBack = [] }: AssignmentCase,
  application: string,
  { free, held }: { readonly free: readonly string[]; readonly held: readonly string[] },
  nameOf: NameOf,
): string {
  const isBack = keepsApart(handedBack)
  const back = held.filter((id) => isBack(application, id))
  const rest = held.filter((id) => !back.includes(id))
  const names = (ids: readonly string[]) => listOf(ids, nameOf)
  if (back.length > 0) {
    const who = free.length === 0 ? 'nobody may read it' : `only ${names(free)} may read it`
    const conflict = rest.length === 0 ? '' : `${names(rest)} ${rest.length === 1 ? 'has' : 'have'} a conflict and `
    return `${who}, while ${conflict}${names(back)} handed it back`
  }
  const who =
    free.length === 0
      ? 'nobody is free of a conflict with it'
      : `only ${names(free)} ${free.length === 1 ? 'is' : 'are'} free of a conflict with it`
  return held.length === 0 ? who : `${who}, while ${names(held)} ${held.length === 1 ? 'has' : 'have'} one`
}

/** An application where there is nobody to read anything: no conflict is in the way. */
function nobodyFor(application: string, needs: number, nameOf: NameOf): Cause {
  const wanted = count(needs, 'assessor', 'assessors')
  return {
    applications: [application],
    assessors: [],
    text: `${nameOf(application)} needs ${wanted}, and there is no assessor at all: add ${wanted}.`,
  }
}
