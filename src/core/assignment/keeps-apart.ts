/** Tells whether a conflict keeps an application and an assessor apart, by their ids. */
export type KeepsApart = (application: string, assessor: string) => boolean

/** @param conflicts pairs that must not be */
export function keepsApart(conflicts: readonly (readonly [application: string, assessor: string])[]): KeepsApart {
  const apart = new Set(conflicts.map((pair) => JSON.stringify(pair)))
  return (application, assessor) => apart.has(JSON.stringify([application, assessor]))
}
