import type { Actor } from '../../../core/permissions/index.ts'
import { may } from '../../../core/permissions/index.ts'
import {
  type CategoryQuestion,
  categoryQuestions,
  mostField,
  type RoundRulesTyped,
} from '../../../core/rounds/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { entryIsLocked, findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { manageFormPath, roundRulesPath, versionPagePath } from '../forms.paths.ts'
import { formsOfFund, formVersionById, versionsOfFund } from '../forms.store.ts'
import { type FormFrame, frameOf } from '../read-round-form.ts'

/** What the rules of a round can be made from. */
export type RuleChoices = {
  /** By whose answer applications can be counted. */
  readonly questions: readonly CategoryQuestion[]
  /** Published versions of screeners. */
  readonly screeners: readonly { readonly value: string; readonly text: string }[]
}

/** The rules of a round, to look at and to change. */
export type RulesView = RuleChoices & {
  readonly frame: FormFrame
  readonly typed: RoundRulesTyped
  readonly mayEdit: boolean
  /** Nothing can be changed any more. */
  readonly fixed: boolean
  readonly isPublic: boolean
  /** Every path through the screener that is chosen. */
  readonly pathsHref: string | undefined
  readonly formHref: string
  readonly action: string
}

/** @throws {NotFound} if the round is not there, or not for this person */
export async function readRules(
  db: Database,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly at: Date },
): Promise<RulesView> {
  const { actor, path, at } = asked
  const round = await findRound(db, actor, 'fund:read', path)
  const { screenerVersionId } = round
  return {
    ...(await ruleChoices(db, round)),
    frame: frameOf(round),
    typed: typedOf(round),
    mayEdit: may(actor, 'fund:edit', round.fundId),
    fixed: await entryIsLocked(db, round, at),
    isPublic: round.publishedAt !== null,
    pathsHref: screenerVersionId === null ? undefined : versionPagePath(path, screenerVersionId, 'paths'),
    formHref: manageFormPath(path),
    action: roundRulesPath(path),
  }
}

export async function ruleChoices(db: Database | Tx, round: RoundInFund): Promise<RuleChoices> {
  const version = round.formVersionId === null ? undefined : await formVersionById(db, round.formVersionId)
  const screeners = new Map(
    (await formsOfFund(db, round.fundId))
      .filter(({ purpose }) => purpose === 'eligibility')
      .map((form) => [form.id, form.name]),
  )
  const versions = await versionsOfFund(db, round.fundId)
  return {
    questions: version === undefined ? [] : categoryQuestions(version.definition),
    screeners: versions
      .filter(({ formId, publishedAt }) => screeners.has(formId) && publishedAt !== null)
      .map(({ id, formId, number }) => ({ value: id, text: `${screeners.get(formId)} (version ${number})` })),
  }
}

/** The rules as they would have been typed. */
function typedOf({
  leadSlots,
  partnerMinimum,
  partnerSlots,
  ineligible,
  screenerVersionId,
}: RoundInFund): RoundRulesTyped {
  const { question, categories } = leadSlots
  const mostOf = new Map(categories.map(({ value, most }) => [mostField(question ?? '', value), String(most)]))
  return {
    countedBy: question ?? 'all',
    most: question === null ? String(categories[0]?.most ?? 1) : '1',
    mostOf: (asked, option) => mostOf.get(mostField(asked, option)) ?? '1',
    partnerMinimum: String(partnerMinimum),
    partnerSlots: partnerSlots === null ? '' : String(partnerSlots),
    ineligible,
    screenerVersionId: screenerVersionId ?? '',
  }
}
