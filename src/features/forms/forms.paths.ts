import { manageRoundPath, type RoundPath } from '../funds/index.ts'

/** Where the form of a round is looked after: what it uses, and the forms of its fund. */
export const manageFormPath = ({ fundSlug, roundSlug }: RoundPath): string =>
  `${manageRoundPath(fundSlug, roundSlug)}/form`

export const newFormPath = (round: RoundPath): string => `${manageFormPath(round)}/new`

/** Takes the next version of a form: as JSON, or as a draft like the version before. */
export const definitionPath = (round: RoundPath, form: string): string =>
  `${manageFormPath(round)}/forms/${form}/definition`

export const newDraftPath = (round: RoundPath, form: string): string => `${manageFormPath(round)}/forms/${form}/draft`

export const versionPath = (round: RoundPath, version: string): string => `${manageFormPath(round)}/versions/${version}`

/** The test applications of a version. */
export const testsPath = (round: RoundPath, version: string): string => `${versionPath(round, version)}/tests`

/** What can be done with one version. */
export type VersionPage =
  | 'preview'
  | 'paths'
  | 'download'
  | 'publish'
  | 'delete'
  | 'edit'
  | 'move'
  | 'title'
  | 'new-page'

export const versionPagePath = (round: RoundPath, version: string, page: VersionPage): string =>
  `${versionPath(round, version)}/${page}`

/** A page of a draft, and what is done with it. */
export const draftPagePath = (
  round: RoundPath,
  version: string,
  page: string,
  what?: 'remove' | 'new-question',
): string => `${versionPath(round, version)}/pages/${encodeURIComponent(page)}${what === undefined ? '' : `/${what}`}`

/** A question of a draft, and what is done with it. */
export const draftQuestionPath = (
  round: RoundPath,
  version: string,
  question: string,
  what?: 'remove' | 'new-question',
): string =>
  `${versionPath(round, version)}/questions/${encodeURIComponent(question)}${what === undefined ? '' : `/${what}`}`

/** What a round asks besides its form: who can apply, how often, with how many partners. */
export const roundRulesPath = ({ fundSlug, roundSlug }: RoundPath): string =>
  `${manageRoundPath(fundSlug, roundSlug)}/applying`

/** The real funds that a form can be made like; with a name, one of them. */
export const templatePath = (round: RoundPath, name?: string): string =>
  `${manageFormPath(round)}/templates${name === undefined ? '' : `/${name}`}`
