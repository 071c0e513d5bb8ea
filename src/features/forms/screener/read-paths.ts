import { checkScreener, everyPath, type Path, type ScreenerProblem } from '../../../core/eligibility/index.ts'
import type { Rule } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundPath } from '../../funds/index.ts'
import { findVersion } from '../find-version.ts'
import { versionPath } from '../forms.paths.ts'
import { versionCaption } from '../read-form-version.ts'
import { type FormFrame, frameOf } from '../read-round-form.ts'

/** One way through some questions of a screener: what is asked and answered, and what comes of it. */
export type ListedPath = {
  readonly steps: readonly { readonly question: string; readonly answer: string }[]
  readonly outcome: Path['outcome']
  /** The rules that apply, each with its clause. */
  readonly rules: readonly Pick<Rule, 'clause' | 'text'>[]
}

export type PathsView = {
  readonly frame: FormFrame
  readonly caption: string
  readonly number: number
  readonly versionHref: string
  readonly problems: readonly ScreenerProblem[]
  /** Questions that depend on each other, with every path through them. */
  readonly groups: readonly (readonly ListedPath[])[]
  readonly counts: { readonly pass: number; readonly caveats: number; readonly fail: number; readonly total: number }
}

const noCounts = { pass: 0, caveats: 0, fail: 0, total: 0 }

/** What keeps the paths from being counted at all. */
const uncounted: readonly ScreenerProblem['code'][] = [
  'no-rules',
  'type-not-countable',
  'rule-reads-several',
  'rule-reads-nothing',
  'too-many-paths',
]

/**
 * Every path through a screener, published or not, and everything that is wrong with it.
 *
 * @throws {NotFound} if the version is not there, or not for this person
 */
export async function readPaths(
  db: Database,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string },
): Promise<PathsView> {
  const { actor, path, versionId } = asked
  const found = await findVersion(db, actor, 'fund:read', path, versionId)
  const { definition } = found.version
  const problems = checkScreener(definition)
  const frame = frameOf(found.round)
  const { number } = found.version
  const shown = { frame, caption: versionCaption(found), number, versionHref: versionPath(path, versionId), problems }
  if (problems.some(({ code }) => uncounted.includes(code))) return { ...shown, groups: [], counts: noCounts }
  const { groups, counts } = everyPath(definition)
  return { ...shown, groups: groups.map(({ paths }) => paths.map(listed)), counts }
}

const listed = ({ steps, outcome, failed, caveats }: Path): ListedPath => ({
  steps: steps.map(({ question, answer }) => ({ question: question.label, answer: answer.words })),
  outcome,
  rules: [...failed, ...caveats].map(({ clause, text }) => ({ clause, text })),
})
