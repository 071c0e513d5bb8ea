/** Who may look at a complaint: somebody who had nothing to do with the application before. */

/** How somebody was involved, most telling first: the first that is true of a person is what is said of them. */
export const involvements = [
  'of-the-authority',
  'wrote-it',
  'complained',
  'declared-conflict',
  'assessed',
  'moderated',
  'on-the-panel',
  'shortlisted',
  'recommended',
  'decided',
  'approved',
  'wrote-feedback',
  'sifted',
  'handled-first',
  'acted-on-it',
] as const
export type Involvement = (typeof involvements)[number]

export type Involved = { readonly personId: string; readonly involvement: Involvement }

/** Somebody who could be named. */
export type Candidate<Person> = Person & {
  /** Every way in which they were involved; may be named when there is none. */
  readonly involved: readonly Involvement[]
}

/**
 * The people of a fund with what keeps each from looking at a complaint, those who may first, in the order given.
 *
 * @example offerHandlers([{ id: 'a' }], [{ personId: 'a', involvement: 'assessed' }])[0]?.involved // => ['assessed']
 */
export function offerHandlers<Person extends { readonly id: string }>(
  people: readonly Person[],
  involved: readonly Involved[],
): readonly Candidate<Person>[] {
  const candidates = people.map((person) => ({
    ...person,
    involved: involvements.filter((each) =>
      involved.some(({ personId, involvement }) => personId === person.id && involvement === each),
    ),
  }))
  const isFree = (candidate: Candidate<Person>) => candidate.involved.length === 0
  return [...candidates.filter(isFree), ...candidates.filter((candidate) => !isFree(candidate))]
}
