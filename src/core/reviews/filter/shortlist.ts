import { answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { businessAsUsualOf, optionsOf, type ReviewOption } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { ratedChoicesOf } from './read-choices.ts'

/**
 * What an option is on the shortlist. `preferred`: the preferred way forward, which is the green one; the others are seen from it.
 *
 * @see docs/sources.md#green-book-2026 (paragraphs 5.17 and 5.18)
 */
export const shortlistRoles = [
  'business-as-usual',
  'do-minimum',
  'preferred',
  'more-ambitious',
  'less-ambitious',
] as const
export type ShortlistRole = (typeof shortlistRoles)[number]

/**
 * Those that are typed in; the other two follow from the model and the rating. Where none is said to be do minimum, that way of
 * delivery is.
 */
export const rolesToSay = ['do-minimum', 'more-ambitious', 'less-ambitious'] as const satisfies readonly ShortlistRole[]

export type ShortlistedOption = ReviewOption & {
  /** Null where none was said. */
  readonly role: ShortlistRole | null
}

/**
 * The options that are appraised: those not dropped by the filter, in the order of the longlist, and business as usual whatever
 * was made of it. Those not rated yet are still among them, so that a quick review needs no filter.
 */
export function shortlistOf(record: ReviewRecord): readonly ShortlistedOption[] {
  const options = optionsOf(record)
  const usual = businessAsUsualOf(options)?.id
  const ratings = new Map(ratedChoicesOf(record).map(({ id, rating }) => [id, rating]))
  return options
    .filter(({ id }) => id === usual || ratings.get(id) !== 'red')
    .map((option) => ({
      ...option,
      role: roleOf(record, option, { usual, green: ratings.get(option.id) === 'green' }),
    }))
}

function roleOf(
  record: ReviewRecord,
  { id, model }: ReviewOption,
  { usual, green }: { readonly usual: string | undefined; readonly green: boolean },
): ShortlistRole | null {
  if (id === usual) return 'business-as-usual'
  if (green) return 'preferred'
  const said = rolesSaid(record)
  const leastByModel = model.id === 'in-house-improved' && ![...said.values()].includes('do-minimum')
  return said.get(id) ?? (leastByModel ? 'do-minimum' : null)
}

/** What was said of each option, by its id. */
const rolesSaid = (record: ReviewRecord): ReadonlyMap<string, ShortlistRole> =>
  new Map(
    entriesOf(record, 'filter').flatMap(({ id, content }) => {
      const role = rolesToSay.find((each) => each === answerOf(content, 'role'))
      return role === undefined ? [] : [[id, role] as const]
    }),
  )

export type ShortlistWarning =
  | { readonly code: 'too-short' | 'too-long'; readonly options: number; readonly usual: number }
  | { readonly code: 'role-not-there'; readonly role: ShortlistRole }

const aboutFive = { least: 4, usual: 5, most: 6 } as const

/** Where a shortlist is not as the Green Book has it. It says so, and stops nobody: the reason may be a good one. */
export function shortlistWarnings(shortlist: readonly ShortlistedOption[]): readonly ShortlistWarning[] {
  const options = shortlist.length
  const { least, usual, most } = aboutFive
  return [
    ...(options < least ? [{ code: 'too-short', options, usual } as const] : []),
    ...(options > most ? [{ code: 'too-long', options, usual } as const] : []),
    ...shortlistRoles
      .filter((role) => shortlist.every((option) => option.role !== role))
      .map((role) => ({ code: 'role-not-there', role }) as const),
  ]
}
