/** What one expert did in a request. */
export type Spent = { readonly expertId: string; readonly hours: number; readonly feePounds: number }

/** Hours and fees of one expert, or of all. */
export type Use = { readonly requests: number; readonly hours: number; readonly pounds: number }

/**
 * Hours and fees by expert: the hours of each accepted note at the fee of the terms that its expert had accepted.
 *
 * @example useByExpert([{ expertId: 'a', hours: 2.5, feePounds: 80 }]).get('a') // => { requests: 1, hours: 2.5, pounds: 200 }
 */
export function useByExpert(spent: readonly Spent[]): ReadonlyMap<string, Use> {
  const use = new Map<string, Use>()
  for (const one of spent) use.set(one.expertId, sum(use.get(one.expertId) ?? none, one))
  return use
}

/** The same of all together. */
export const useOfAll = (spent: readonly Spent[]): Use => spent.reduce(sum, none)

const none: Use = { requests: 0, hours: 0, pounds: 0 }

const sum = ({ requests, hours, pounds }: Use, one: Spent): Use => ({
  requests: requests + 1,
  hours: hours + one.hours,
  pounds: pounds + one.hours * one.feePounds,
})
