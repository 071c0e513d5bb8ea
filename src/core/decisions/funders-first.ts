/** How far a funder is told: how many people speak for it in the service, and how many of its people were told. */
export type FunderTold = { readonly name: string; readonly people: number; readonly told: number }

/** Names of funders for which applicants wait: those that can be told, and those for which nobody speaks. */
export type FundersFirst = { readonly untold: readonly string[]; readonly silent: readonly string[] }

/**
 * Which funders are told before applicants are. One person of a funder is enough. A fund with one funder, for which nobody
 * speaks, is run by it: there is no other to tell.
 *
 * @example fundersFirst([{ name: 'A Department', people: 1, told: 0 }]) // => { untold: ['A Department'], silent: [] }
 */
export function fundersFirst(funders: readonly FunderTold[]): FundersFirst {
  const waited = funders.filter(({ told }) => told === 0)
  const named = (which: (funder: FunderTold) => boolean) => waited.filter(which).map(({ name }) => name)
  const alone = funders.length === 1
  return { untold: named(({ people }) => people > 0), silent: alone ? [] : named(({ people }) => people === 0) }
}
