import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import type { Found, Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { benefitsPath, publishedAwardPath } from './benefits.paths.ts'
import { benefitsByWords } from './search.store.ts'

/** The benefits of awards, of those that one works on or looks at, and of others as published: one statement. */
export async function searchBenefits(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  const reader =
    actor.kind === 'person'
      ? { email: actor.email, organisationIds: organisationsOf(actor), fundIds: fundsWith(actor, 'benefits:read') }
      : { email: '', organisationIds: [], fundIds: [] }
  const rows = await benefitsByWords(db, { ...search, ...reader })
  return rows.map(({ reference, title, council, fund, fundName, inside, ...match }) => ({
    kind: 'benefit',
    href: inside ? benefitsPath(reference) : publishedAwardPath(fund, reference),
    title: `Benefits of ${title}`,
    detail: `${council}, ${fundName}`,
    ...match,
  }))
}
