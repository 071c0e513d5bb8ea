import { type Named, peopleNamed } from '../../../core/feedback/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { judgesOf } from './judges.store.ts'
import type { Subject } from './read-subjects.ts'

/** Where texts about an application say, or may say, who judged in its round. Its own name is no clue. */
export const namedIn = async (
  db: Database | Tx,
  roundId: string,
  { lead }: Pick<Subject, 'lead'>,
  texts: readonly { readonly item: string; readonly text: string }[],
): Promise<readonly Named[]> => peopleNamed(texts, await judgesOf(db, roundId), [lead])
