import { fundsWith, may, organisationsOf } from '../../core/permissions/index.ts'
import type { Found, Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { roleNames } from './accounts.messages.ts'
import { fundPeoplePath, organisationPeoplePath } from './accounts.paths.ts'
import { type PersonByWords, peopleByWords } from './search.store.ts'

/** The people of one's funds, where one gives roles, and of one's organisations: one statement. */
export async function searchPeople(db: Database, { actor, words, limit }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const fundIds = may(actor, 'service:administer', null) ? 'all' : fundsWith(actor, 'role:assign')
  const rows = await peopleByWords(db, { words, limit, fundIds, organisationIds: organisationsOf(actor) })
  return rows.map((row) => {
    const { name, illustrative, excerpt, rank, exact } = row
    return { kind: 'person', title: name, ...placeOf(row), illustrative, excerpt, rank, exact }
  })
}

const placeOf = (row: PersonByWords): Pick<Found, 'href' | 'detail'> =>
  row.role === null
    ? { href: organisationPeoplePath(row.organisationId), detail: row.organisation }
    : { href: fundPeoplePath(row.fund), detail: `${roleNames[row.role]}, ${row.fundName}` }
