/** Tells whether a conflict keeps an application and an assessor apart, by their ids. */
export type KeepsApart = (application: string, assessor: string) => boolean

/** @param pairs that must not be, or any pairs that are looked up */
export function keepsApart(pairs: readonly (readonly [application: string, assessor: string])[]): KeepsApart {
  const apart = new Map<string, Set<string>>()
  for (const [application, assessor] of pairs) {
    const those = apart.get(application)
    if (those === undefined) apart.set(application, new Set([assessor]))
    else those.add(assessor)
  }
  return (application, assessor) => apart.get(application)?.has(assessor) === true
}
