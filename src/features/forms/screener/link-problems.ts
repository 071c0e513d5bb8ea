import { type PlaceOfProblem, placeOfProblem } from '../../../core/eligibility/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundPath } from '../../funds/index.ts'
import { clausePath, logicPath } from '../building/building.paths.ts'
import { findVersion } from '../find-version.ts'
import type { FormProblem } from '../form-problem.ts'
import type { ProblemWords } from '../forms.messages.ts'
import { draftQuestionPath } from '../forms.paths.ts'
import { screenerProblemText } from './screener.messages.ts'

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string }

/**
 * Everything for which a screener is refused, each with the page of the rule or the question where it is put right.
 *
 * @throws {NotFound} if the version is not there, or not for this person
 */
export async function screenerProblemWords(
  db: Database,
  { actor, path, versionId }: Asked,
  problems: readonly FormProblem[],
): Promise<readonly ProblemWords[]> {
  const refused = problems.flatMap((each) => (each.code === 'screener-wrong' ? [each.problem] : []))
  if (refused.length === 0) return []
  const { definition } = (await findVersion(db, actor, 'fund:read', path, versionId)).version
  return refused.map((problem) => ({
    text: screenerProblemText(problem),
    href: hrefOf(path, versionId, placeOfProblem(definition, problem)),
  }))
}

function hrefOf(path: RoundPath, versionId: string, place: PlaceOfProblem | undefined): string {
  if (place === undefined) return logicPath(path, versionId)
  return place.kind === 'rule'
    ? clausePath(path, versionId, 'rule', place.id)
    : draftQuestionPath(path, versionId, place.id)
}
