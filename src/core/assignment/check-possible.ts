import type { AssignmentCase, Cause } from './case.ts'
import { count, listOf, type NameOf, tooFewFor } from './explain-impossible.ts'
import { whoMayRead } from './leavers.ts'
import { stillToGive } from './still-to-give.ts'

/** What can be seen to be impossible without a solver; undefined when nothing can. */
export function findObstacle(given: AssignmentCase, nameOf: NameOf = (id) => id): Cause | undefined {
  const { needs, applications, assessors, anchors = [], left = [] } = given
  if (applications.length === 0) return undefined
  if (assessors.length === 0)
    return {
      applications,
      assessors: [],
      text: `Nobody has accepted to assess, and ${count(applications.length, 'application is', 'applications are')} to be scored: invite at least ${count(needs, 'assessor', 'assessors')}.`,
    }
  const mayRead = whoMayRead(given)
  const others = applications.filter((id) => !anchors.includes(id))
  const short = others.find((application) => assessors.filter(({ id }) => mayRead(application, id)).length < needs)
  if (short !== undefined) return tooFewFor(given, short, nameOf)
  const there = assessors.filter(({ id }) => !left.includes(id))
  const { scores: wanted, loadOf, scoresInWords } = stillToGive(given)
  const offered = there.reduce((sum, load) => sum + loadOf(load).max, 0)
  if (offered < wanted) {
    const ids = there.map(({ id }) => id)
    const besideAnchors = given.besideFixed && anchors.length > 0 ? ' beside the anchors' : ''
    return {
      applications: others,
      assessors: ids,
      text: `${listOf(others, nameOf)} ${others.length === 1 ? 'needs' : 'need'} ${scoresInWords(wanted)}, and ${listOf(ids, nameOf)} offer ${offered} at most${besideAnchors}: raise what they offer by ${wanted - offered}, or add an assessor.`,
    }
  }
  const least = there.reduce((sum, load) => sum + loadOf(load).min, 0)
  if (least > wanted) {
    const ids = there.filter(({ min }) => min > 0).map(({ id }) => id)
    return {
      applications: others,
      assessors: ids,
      text: `${listOf(ids, nameOf)} must take at least ${count(least, 'application', 'applications')}, and ${wanted === 1 ? 'one score is' : `${wanted} scores are`} to be given in all: lower the least load by ${least - wanted}.`,
    }
  }
  return undefined
}
