/**
 * What newer migrations do that servers of the release before could trip over, each with why they do not. A line is what
 * `breaksBetween` says; recording another release empties this list.
 */
export const departures: Readonly<Record<string, string>> = {}
