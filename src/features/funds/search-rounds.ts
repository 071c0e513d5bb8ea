import { fundsWith } from '../../core/permissions/index.ts'
import type { Found, Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { publicRoundPath } from './funds.paths.ts'
import { roundsByWords } from './search.store.ts'

/** Rounds by their names and what they offer: one statement. */
export async function searchRounds(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  const rows = await roundsByWords(db, { ...search, fundIds: fundsWith(actor, 'fund:read') })
  return rows.map(({ fund, fundName, round, roundName, ...match }) => ({
    kind: 'fund',
    href: publicRoundPath(fund, round),
    title: roundName,
    detail: fundName,
    ...match,
  }))
}
