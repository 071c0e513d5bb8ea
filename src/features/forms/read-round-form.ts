import { type Actor, may } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Crumb, findRound, type RoundInFund, type RoundPath, roundCrumbs } from '../funds/index.ts'
import { type CountByVersion, countOthers, hasOpened, type VersionCount } from './choose-version.ts'
import { sizeWords } from './find-starts.ts'
import {
  definitionPath,
  manageFormPath,
  newDraftPath,
  newFormPath,
  roundRulesPath,
  templatePath,
  versionPagePath,
  versionPath,
} from './forms.paths.ts'
import { type FormRecord, type FormVersion, formsOfFund, versionsOfFund } from './forms.store.ts'

/** What stands around every page about the forms of a round. */
export type FormFrame = {
  readonly fundName: string
  readonly roundName: string
  readonly illustrative: boolean
  /** The way down to the round. */
  readonly crumbs: readonly Crumb[]
  readonly formHref: string
}

export const pathOfRound = (round: RoundInFund): RoundPath => ({ fundSlug: round.fund.slug, roundSlug: round.slug })

export const frameOf = (round: RoundInFund): FormFrame => ({
  fundName: round.fund.name,
  roundName: round.name,
  illustrative: round.illustrative,
  crumbs: roundCrumbs(round),
  formHref: manageFormPath(pathOfRound(round)),
})

/** A version as it stands in a list. */
export type ListedVersion = {
  readonly id: string
  readonly number: number
  readonly published: boolean
  /** When it was published or last saved, in words. */
  readonly when: string
  readonly changeNote: string
  /** Whether applicants of this round fill it in. */
  readonly chosen: boolean
  readonly href: string
}

export type ListedForm = {
  readonly id: string
  readonly name: string
  readonly purpose: FormRecord['purpose']
  readonly versions: readonly ListedVersion[]
  readonly hasDraft: boolean
  readonly newDraftAction: string
  readonly definitionHref: string
}

/** The version that applicants fill in. */
export type ChosenVersion = {
  readonly formName: string
  readonly number: number
  readonly sha256: string
  readonly publishedAt: string
  readonly changeNote: string
  readonly size: string
  readonly href: string
  readonly previewHref: string
  readonly downloadHref: string
}

/** Applications on one version, which is called by its form and number. */
export type CountedVersion = Omit<VersionCount, 'formVersionId'> & { readonly name: string }

export type RoundForm = {
  readonly frame: FormFrame
  readonly chosen: ChosenVersion | undefined
  readonly counts: readonly CountedVersion[]
  /** Other published versions. */
  readonly choices: readonly { readonly value: string; readonly text: string; readonly hint: string }[]
  /** How many applications stand in the way of choosing another. */
  readonly inTheWay: number
  readonly isPublic: boolean
  readonly forms: readonly ListedForm[]
  readonly mayEdit: boolean
  readonly action: string
  readonly newFormHref: string
  readonly rulesHref: string
  readonly templatesHref: string
}

/**
 * The form of a round, and what else it could be.
 *
 * @throws {NotFound} if the round is not there, or not for this person
 */
export async function readRoundForm(
  db: Database,
  countByVersion: CountByVersion,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly at: Date },
): Promise<RoundForm> {
  const { actor, path, at } = asked
  const round = await findRound(db, actor, 'fund:read', path)
  const [forms, versions, counts] = await Promise.all([
    formsOfFund(db, round.fundId),
    versionsOfFund(db, round.fundId),
    countByVersion(db, round.id),
  ])
  const nameOf = (formId: string): string => forms.find(({ id }) => id === formId)?.name ?? ''
  const screens = (formId: string): boolean => forms.find(({ id }) => id === formId)?.purpose === 'eligibility'
  const current = versions.find(({ id }) => id === round.formVersionId)
  return {
    frame: frameOf(round),
    chosen: current && chosenVersion(current, nameOf(current.formId), path),
    counts: counts.map(({ formVersionId, ...count }) => {
      const version = versions.find(({ id }) => id === formVersionId)
      return {
        ...count,
        name: version === undefined ? 'Another form' : `${nameOf(version.formId)}, version ${version.number}`,
      }
    }),
    choices: versions
      .filter(({ id, formId, publishedAt }) => publishedAt !== null && id !== round.formVersionId && !screens(formId))
      .map((version) => ({
        value: version.id,
        text: `${nameOf(version.formId)}, version ${version.number}`,
        hint: [sizeWords(version.definition), version.changeNote].filter((text) => text !== '').join('. '),
      })),
    inTheWay: hasOpened(round, at) ? countOthers(counts, '') : 0,
    isPublic: round.publishedAt !== null,
    forms: forms.map((form) =>
      listedForm(
        form,
        versions.filter(({ formId }) => formId === form.id),
        round,
      ),
    ),
    mayEdit: may(actor, 'fund:edit', round.fundId),
    action: manageFormPath(path),
    newFormHref: newFormPath(path),
    rulesHref: roundRulesPath(path),
    templatesHref: templatePath(path),
  }
}

const chosenVersion = (version: FormVersion, formName: string, path: RoundPath): ChosenVersion => ({
  formName,
  number: version.number,
  sha256: version.sha256,
  publishedAt: version.publishedAt === null ? '' : ukTime(version.publishedAt),
  changeNote: version.changeNote,
  size: sizeWords(version.definition),
  href: versionPath(path, version.id),
  previewHref: versionPagePath(path, version.id, 'preview'),
  downloadHref: versionPagePath(path, version.id, 'download'),
})

function listedForm(form: FormRecord, versions: readonly FormVersion[], round: RoundInFund): ListedForm {
  const path = pathOfRound(round)
  return {
    id: form.id,
    name: form.name,
    purpose: form.purpose,
    versions: versions.map((version) => ({
      id: version.id,
      number: version.number,
      published: version.publishedAt !== null,
      when: ukTime(version.publishedAt ?? version.savedAt),
      changeNote: version.changeNote,
      chosen: version.id === round.formVersionId || version.id === round.screenerVersionId,
      href: versionPath(path, version.id),
    })),
    hasDraft: versions.some(({ publishedAt }) => publishedAt === null),
    newDraftAction: newDraftPath(path, form.id),
    definitionHref: definitionPath(path, form.id),
  }
}
