import {
  describeExpression,
  type Form,
  type FormPage,
  isFact,
  type NameOf,
  numberWords,
  type Question,
} from '../../core/forms/index.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import { type RoundPath, roundsOfFunds } from '../funds/index.ts'
import { offeredTypeOf } from './build-question.ts'
import { tryPath } from './building/building.paths.ts'
import { type ChangeInWords, describeChanges } from './describe-changes.messages.ts'
import { sizeWords } from './find-starts.ts'
import { findVersion, findWriter, type VersionInRound } from './find-version.ts'
import { typeWords } from './forms.messages.ts'
import { definitionPath, testsPath, versionPagePath, versionPath } from './forms.paths.ts'
import { versionsOfForm } from './forms.store.ts'
import { authorityNames } from './name-authorities.ts'
import { type FormFrame, frameOf } from './read-round-form.ts'

/** One version of a form, to look at and to decide about. */
export type VersionView = {
  readonly frame: FormFrame
  readonly formName: string
  readonly number: number
  readonly published: boolean
  readonly sha256: string
  readonly size: string
  readonly when: string
  /** Who saved a draft last; '' when it is not known. */
  readonly by: string
  readonly changeNote: string
  readonly usedBy: readonly string[]
  /** The published version that this one follows, and what it changes. */
  readonly comparedWith: number | undefined
  readonly changes: readonly ChangeInWords[]
  readonly mayEdit: boolean
  readonly href: string
  readonly previewHref: string
  readonly testsHref: string
  readonly tryHref: string
  /** Every path through a screener; undefined for other forms. */
  readonly pathsHref: string | undefined
  readonly downloadHref: string
  readonly editHref: string
  readonly definitionHref: string
  readonly publishAction: string
  readonly deleteHref: string
}

/**
 * @throws {NotFound} if the version is not there, or not for this person
 */
export async function readFormVersion(
  db: Database,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string },
): Promise<VersionView> {
  const { actor, path, versionId } = asked
  const { round, form, version } = await findVersion(db, actor, 'fund:read', path, versionId)
  const before = (await versionsOfForm(db, form.id)).find(
    ({ number, publishedAt }) => number < version.number && publishedAt !== null,
  )
  const rounds = await roundsOfFunds(db, [round.fundId])
  const published = version.publishedAt !== null
  return {
    frame: frameOf(round),
    formName: form.name,
    number: version.number,
    published,
    sha256: version.sha256,
    size: sizeWords(version.definition),
    when: ukTime(version.publishedAt ?? version.savedAt),
    by: published ? '' : await findWriter(db, version),
    changeNote: version.changeNote,
    usedBy: rounds.filter(({ formVersionId }) => formVersionId === version.id).map(({ name }) => name),
    comparedWith: before?.number,
    changes:
      before === undefined
        ? []
        : describeChanges(
            before.definition,
            version.definition,
            await authorityNames(db, before.definition, version.definition),
          ),
    mayEdit: may(actor, 'fund:edit', round.fundId),
    href: versionPath(path, version.id),
    previewHref: versionPagePath(path, version.id, 'preview'),
    testsHref: testsPath(path, version.id),
    tryHref: tryPath(path, version.id),
    pathsHref: form.purpose === 'eligibility' ? versionPagePath(path, version.id, 'paths') : undefined,
    downloadHref: versionPagePath(path, version.id, 'download'),
    editHref: versionPagePath(path, version.id, 'edit'),
    definitionHref: definitionPath(path, form.id),
    publishAction: versionPagePath(path, version.id, 'publish'),
    deleteHref: versionPagePath(path, version.id, 'delete'),
  }
}

/** What a version is called above the pages about it. */
export const versionCaption = ({ form, version }: VersionInRound): string =>
  `${form.name}, version ${version.number}${version.publishedAt === null ? ' (draft)' : ''}`

/** When a page or question is shown, if not always. */
export const conditionWords = (form: Form, part: Pick<FormPage, 'showIf'>, nameOf?: NameOf): string =>
  part.showIf === undefined ? '' : `Shown only if ${describeExpression(form, part.showIf, nameOf)}`

/** How a question is answered, in a line. */
export function answerWords(question: Question): string {
  const most =
    'maxWords' in question && question.maxWords !== undefined
      ? question.maxWords === 1
        ? 'at most 1 word'
        : `at most ${numberWords(question.maxWords)} words`
      : ''
  const options =
    'options' in question && !isFact(question) ? question.options.map(({ label }) => label).join('; ') : ''
  return [
    typeWords[offeredTypeOf(question)],
    most,
    options,
    question.required === true || isFact(question) ? '' : 'can be left blank',
  ]
    .filter((text) => text !== '')
    .join(', ')
}
