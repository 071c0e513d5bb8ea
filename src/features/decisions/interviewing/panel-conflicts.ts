import { keepsFrom } from '../../../core/conflicts/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { conflictsOfPeople } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'

/** Members of the panel who leave the room, by the id of the application: by the register, or because they said so. */
export async function recusedOf(
  db: Database | Tx,
  round: Pick<RoundInFund, 'id' | 'deadlineAt'>,
  rules: Pick<AssessmentRules, 'conflicts'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = (await conflictsOfPeople(db, round, rules, personIds)).filter(keepsFrom)
  const byApplication = Map.groupBy(found, ({ applicationId }) => applicationId)
  return new Map([...byApplication].map(([id, those]) => [id, new Set(those.map(({ personId }) => personId))]))
}
