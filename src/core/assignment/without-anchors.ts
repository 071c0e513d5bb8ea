import type { AssignmentCase } from './case.ts'

/** The case of what is no anchor: of anchors there is nothing to choose. */
export function withoutAnchors(given: AssignmentCase): AssignmentCase {
  const anchors = new Set(given.anchors)
  if (anchors.size === 0) return given
  const places = given.applications.flatMap((id, place) => (anchors.has(id) ? [] : [place]))
  const { anchors: _, ...others } = given
  return {
    ...others,
    applications: places.map((place) => given.applications[place] ?? ''),
    match: places.map((place) => given.match[place] ?? []),
    fixed: (given.fixed ?? []).filter(([application]) => !anchors.has(application)),
  }
}
