import { bestFirst, type Found, type FoundKind, foundKinds, type Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { searchPeople } from '../accounts/index.ts'
import { searchApplications } from '../applications/index.ts'
import { searchBenefits } from '../benefits/index.ts'
import { searchOutcomes } from '../decisions/index.ts'
import { searchAnswers } from '../experts/index.ts'
import { searchRounds } from '../funds/index.ts'
import { searchGuidance } from '../guidance/index.ts'
import { searchEvents, searchPosts, searchResources } from '../network/index.ts'
import { searchMessages } from '../notifications/index.ts'
import { searchReviews } from '../reviews/index.ts'
import { searchOrders } from '../support/index.ts'

/** Every area that has something to find; each finds no more than whoever looks may open. */
const searches: readonly ((db: Database, search: Search) => Promise<readonly Found[]>)[] = [
  searchApplications,
  searchOutcomes,
  searchReviews,
  searchOrders,
  searchAnswers,
  searchBenefits,
  searchPosts,
  searchResources,
  searchEvents,
  searchRounds,
  searchGuidance,
  searchPeople,
  searchMessages,
]

/** What was found of one kind, the best first. */
export type FoundOfKind = { readonly kind: FoundKind; readonly items: readonly Found[] }

/** All that was found, by kind: one statement for each area. Kinds in which a reference was meant come first. */
export async function findEverything(db: Database, search: Search): Promise<readonly FoundOfKind[]> {
  const found = (await Promise.all(searches.map((each) => each(db, search)))).flat()
  const groups = foundKinds.flatMap((kind): FoundOfKind[] => {
    const items = bestFirst(found.filter((one) => one.kind === kind))
    return items.length === 0 ? [] : [{ kind, items }]
  })
  const isExact = ({ items }: FoundOfKind): number => Number(items[0]?.exact === true)
  return groups.toSorted((one, other) => isExact(other) - isExact(one))
}
