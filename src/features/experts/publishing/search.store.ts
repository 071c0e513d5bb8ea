import { sql } from 'kysely'
import type { Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import { expertsReady } from '../panel-members.store.ts'
import { consent } from './publications.store.ts'

export type AnswerByWords = TextMatch & {
  readonly fund: string
  readonly fundName: string
  readonly number: number
  readonly title: string
  readonly illustrative: boolean
}

/** The published answers with these words of these funds, and of those on whose panel a person is. */
export async function answersByWords(
  db: Database,
  {
    words,
    limit,
    personId,
    fundIds,
  }: Pick<Search, 'words' | 'limit'> & { readonly personId: string; readonly fundIds: readonly string[] },
): Promise<readonly AnswerByWords[]> {
  const match = textMatch(
    words,
    sql`title || ' ' || question || ' ' || advice`,
    undefined,
    sql`question || ' ' || advice`,
  )
  const { rows } = await sql<AnswerByWords>`
    with published as (
      select distinct on (q.id) f.slug as fund, f.name as "fundName", f.illustrative, q.number, u.title, u.question, u.advice
      from expert_publication u join expert_request q on q.id = u.request_id join fund f on f.id = q.fund_id
      where (f.id = any(${[...fundIds]}::uuid[])
          or exists (select from ${expertsReady} as e where e.fund_id = f.id and e.person_id = ${personId}::uuid))
        and ${consent('council')} and ${consent('expert')}
      order by q.id, u.version desc
    )
    select fund, "fundName", illustrative, number, title, ${match.columns} from published
    where ${match.found} order by ${match.order}, number limit ${limit}`.execute(db)
  return rows
}
