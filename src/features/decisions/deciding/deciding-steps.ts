import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { decisionPath, membersPath, notePath, recommendationPath, submissionPath } from './deciding.paths.ts'
import { noteOf, recommendationOf, submissionOf } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

/** Where recommending and deciding stand, as steps of the decisions of a round. */
export async function decidingSteps(
  db: Database,
  { id, fund, slug }: RoundInFund,
  { editsFund }: { readonly editsFund: boolean },
): Promise<readonly Step[]> {
  const [note, submission] = [await noteOf(db, id), await submissionOf(db, id)]
  const decision = await decisionOf(db, id)
  const written = (text: object | undefined) => (text === undefined ? 'Not written' : 'Written')
  const step = (text: string, path: (fund: string, round: string) => string, standing: string): Step => ({
    text,
    href: path(fund.slug, slug),
    standing,
  })
  return [
    step(
      'Recommendation of the panel',
      recommendationPath,
      (await recommendationOf(db, id)) === undefined ? 'Not frozen' : 'Frozen',
    ),
    step('Accounting officer’s note', notePath, written(note)),
    step('Submission', submissionPath, written(submission)),
    step('Decision', decisionPath, decision === undefined ? 'Not recorded' : 'Recorded'),
    ...(editsFund
      ? [step('Members of Parliament to tell', membersPath, decision === undefined ? 'After the decision' : 'Open')]
      : []),
  ]
}
