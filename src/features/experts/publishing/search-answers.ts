import { fundsWith, organisationsOf } from '../../../core/permissions/index.ts'
import type { Found, Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { acceptedAwardsOf } from '../../decisions/index.ts'
import { answerPath } from '../experts.paths.ts'
import { answersByWords } from './search.store.ts'

/** The answers that are published to the cohort of somebody, as a council, on the panel or of the fund: two statements. */
export async function searchAnswers(db: Database, { actor, words, limit }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const awards = await acceptedAwardsOf(db, organisationsOf(actor))
  const fundIds = [...awards.map(({ fundId }) => fundId), ...fundsWith(actor, 'experts:read')]
  const rows = await answersByWords(db, { words, limit, personId: actor.personId, fundIds })
  return rows.map(({ fund, fundName, number, ...match }) => ({
    kind: 'advice',
    href: answerPath(fund, number),
    detail: fundName,
    ...match,
  }))
}
