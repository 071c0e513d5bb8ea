import type { RequestKind } from './due-on.ts'

/** What becomes of a request. */
export const outcomes = ['told', 'told-in-part', 'refused', 'not-held', 'answered', 'passed-on', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** The law under which a request can be refused; null where what is asked is answered as a matter of course. */
export const lawOf = (kind: RequestKind): 'foi' | 'eir' | null => (kind === 'foi' || kind === 'eir' ? kind : null)

/** What can become of a request of a kind. */
export function outcomesOf(kind: RequestKind): readonly Outcome[] {
  if (lawOf(kind) !== null) return ['told', 'told-in-part', 'refused', 'not-held', 'withdrawn']
  return kind === 'subject-access' ? ['passed-on', 'withdrawn'] : ['answered', 'withdrawn']
}

/** Whether something is withheld, which needs an exemption. */
export const withholds = (outcome: Outcome): boolean => outcome === 'told-in-part' || outcome === 'refused'

/** Whether what was answered may go into the disclosure log: what was told, and that something is not held or withheld. */
export const isDisclosable = (kind: RequestKind, outcome: Outcome): boolean =>
  lawOf(kind) !== null && outcome !== 'withdrawn'
