import { fundsWith } from '../../core/permissions/index.ts'
import { type Found, plainExcerpt, type Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { changePath, pagePath, questionsPath } from './guidance.paths.ts'
import { type GuidanceByWords, guidanceByWords } from './search.store.ts'

/** Pages of rounds, what changed in them, and questions with their answers: one statement. */
export async function searchGuidance(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  const rows = await guidanceByWords(db, { ...search, fundIds: fundsWith(actor, 'fund:read') })
  return rows.map((row) => {
    const { kind, roundName, illustrative, excerpt, rank, exact } = row
    return { kind, ...placeOf(row), detail: roundName, illustrative, excerpt: plainExcerpt(excerpt), rank, exact }
  })
}

function placeOf({ kind, fund, round, title, slug, number }: GuidanceByWords): Pick<Found, 'title' | 'href'> {
  const address = { fund, round }
  if (slug === null) return { title: `Question ${number}`, href: `${questionsPath(address)}#question-${number}` }
  return kind === 'guidance'
    ? { title, href: pagePath(address, slug) }
    : { title: `What changed in ${title}`, href: changePath(address, slug, number) }
}
