import type { ConditionPlace } from '../../../core/forms/edit/index.ts'
import type { RoundPath } from '../../funds/index.ts'
import { versionPath } from '../forms.paths.ts'

/** The condition of a page, question, rule or check of a draft. */
export const conditionPath = (round: RoundPath, version: string, { kind, id }: ConditionPlace): string =>
  `${versionPath(round, version)}/conditions/${kind}/${encodeURIComponent(id)}`

/** The eligibility rules and the checks of a draft. */
export const logicPath = (round: RoundPath, version: string): string => `${versionPath(round, version)}/logic`

export type Clause = 'rule' | 'check'

/** A rule or check of a draft, and what is done with it; `new` adds one. */
export const clausePath = (
  round: RoundPath,
  version: string,
  kind: Clause,
  id: string | undefined,
  what?: 'remove',
): string =>
  `${logicPath(round, version)}/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${what === undefined ? '' : `/${what}`}`

export const newSectionPath = (round: RoundPath, version: string): string =>
  `${versionPath(round, version)}/new-section`

/** A section of a draft, and what is done with it. */
export const sectionPath = (round: RoundPath, version: string, section: string, what?: 'remove'): string =>
  `${versionPath(round, version)}/sections/${encodeURIComponent(section)}${what === undefined ? '' : `/${what}`}`

/** What is done with parts of a draft from its outline. */
export const partPath = (round: RoundPath, version: string, what: 'copy' | 'move-section'): string =>
  `${versionPath(round, version)}/${what}`

/** Trying a version out as an applicant, without keeping anything. */
export const tryPath = (round: RoundPath, version: string): string => `${versionPath(round, version)}/try`

/** The sets of questions that are offered to every fund. */
export const serviceSetsPath = '/admin/question-sets'

export const retireServiceSetPath = (set: string): string => `${serviceSetsPath}/${set}/retire`

/** Keeping questions of a draft as a set, and putting a set into it. */
export const setPath = (round: RoundPath, version: string, what: 'save-set' | 'insert-set' | 'retire-set'): string =>
  `${versionPath(round, version)}/${what}`
