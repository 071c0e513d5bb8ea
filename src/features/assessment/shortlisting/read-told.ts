import { rulesIn } from '../../../core/rules/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type RoundInFund, sealOf } from '../../funds/index.ts'
import { wordsOn } from '../moderating/words-on.store.ts'
import { shortlistOf } from './shortlist.store.ts'
import { commentsByCriterion, nextText, ownScores } from './told.messages.ts'

/** What the people of an application may see of the shortlist, once all are told. */
export type ToldShortlist = {
  readonly shortlisted: boolean
  /** What it means. */
  readonly next: string
  /** Mean points by criterion and what assessors wrote, where the sealed rules show them with the decision. */
  readonly scores: readonly { readonly criterion: string; readonly points: string; readonly most: string }[]
  readonly comments: readonly { readonly criterion: string; readonly comments: readonly string[] }[]
}

/** @returns undefined before all are told */
export async function toldShortlist(
  db: Database,
  { id, reference }: { readonly id: string; readonly reference: string },
  round: Pick<RoundInFund, 'id'>,
): Promise<ToldShortlist | undefined> {
  const shortlist = await shortlistOf(db, round.id)
  if (shortlist === undefined || shortlist.toldAt === null) return undefined
  const document = JSON.parse(shortlist.document) as ShortlistDocument
  const item = document.applications.find((each) => each.reference === reference)
  const seal = await sealOf(db, round.id)
  const rules = seal && rulesIn(seal.document)
  const shortlisted = item?.shortlisted === true
  // With the decision: of those that go on, it is still to come.
  const sees = item !== undefined && !shortlisted && rules?.visibility.applicantsScores === 'with-decision'
  const candidate = document.case.candidates.find((each) => each.reference === reference)
  return {
    shortlisted,
    next: nextText(item, rules?.interview.held === true),
    scores: sees && candidate !== undefined ? ownScores(candidate, rules.criteria) : [],
    comments: sees ? commentsByCriterion(await wordsOn(db, [id]), rules.criteria) : [],
  }
}
