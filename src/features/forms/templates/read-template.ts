import { notFound } from '../../../core/errors.ts'
import { describeExpression, type Form, questionsOf } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { FactSource } from '../../../core/rounds/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import type { Database } from '../../../platform/database/database.ts'
import { findRound, type RoundPath } from '../../funds/index.ts'
import { sizeWords } from '../find-starts.ts'
import { templatePath } from '../forms.paths.ts'
import { type FormFrame, frameOf } from '../read-round-form.ts'
import { readTemplates, type Template, type TemplateRules } from './read-templates.ts'

/** A template as it stands in the list. */
export type ListedTemplate = {
  readonly name: string
  readonly round: string
  readonly owner: string
  readonly size: string
  readonly href: string
}

/** A template to look at before it is used. */
export type TemplateView = {
  readonly frame: FormFrame
  readonly name: string
  readonly round: string
  readonly owner: string
  readonly facts: readonly FactSource[]
  readonly unknown: readonly string[]
  readonly rules: readonly string[]
  readonly rulesFrom: readonly FactSource[]
  readonly form: { readonly title: string; readonly size: string; readonly reconstructed: number }
  readonly screener:
    | { readonly title: string; readonly rules: readonly { readonly clause: string; readonly when: string }[] }
    | undefined
  readonly action: string
}

type Asked = { readonly actor: Actor; readonly path: RoundPath }

/** @throws {NotFound} if the round is not there, or not theirs to change */
export async function listTemplates(
  db: Database,
  { actor, path }: Asked,
): Promise<{ readonly frame: FormFrame; readonly templates: readonly ListedTemplate[] }> {
  const round = await findRound(db, actor, 'fund:edit', path)
  const templates = await readTemplates()
  return {
    frame: frameOf(round),
    templates: templates.map(({ name, fund, form, screener }) => ({
      name: fund.name,
      round: fund.round,
      owner: fund.owner,
      size: `${sizeWords(form)}${screener === undefined ? '' : screener.rules?.length === 1 ? '; a screener with 1 rule' : `; a screener with ${screener.rules?.length ?? 0} rules`}`,
      href: templatePath(path, name),
    })),
  }
}

/** @throws {NotFound} if there is no such template, or the round is not there or not theirs to change */
export async function readTemplate(
  db: Database,
  { actor, path, template }: Asked & { readonly template: string },
): Promise<TemplateView> {
  const round = await findRound(db, actor, 'fund:edit', path)
  const { fund, form, screener, name } = await findTemplate(template)
  return {
    frame: frameOf(round),
    name: fund.name,
    round: fund.round,
    owner: fund.owner,
    facts: fund.facts,
    unknown: fund.unknown,
    rules: ruleWords(fund.rules),
    rulesFrom: fund.rulesFrom,
    form: { title: form.title, size: sizeWords(form), reconstructed: reconstructedOf(form) },
    screener: screener && {
      title: screener.title,
      rules: (screener.rules ?? []).map(({ clause, when }) => ({ clause, when: describeExpression(screener, when) })),
    },
    action: templatePath(path, name),
  }
}

/** @throws {NotFound} if there is none of that name */
export async function findTemplate(name: string): Promise<Template> {
  const found = (await readTemplates()).find((template) => template.name === name)
  if (found === undefined) throw notFound('template')
  return found
}

/** How many questions are in our words, themselves or with their page. */
function reconstructedOf(form: Form): number {
  const onPages = form.pages.filter(({ reconstructed }) => reconstructed).flatMap(({ questions }) => questions)
  const own = questionsOf(form).filter(({ reconstructed }) => reconstructed)
  return new Set([...onPages, ...own].map(({ id }) => id)).size
}

/** The rules of a round in sentences. */
function ruleWords({ leadSlots, partnerMinimum, partnerSlots, ineligible }: TemplateRules): readonly string[] {
  const kinds = leadSlots.categories.map(({ name, most }) => (name === '' ? `${most}` : `${most} “${name}”`))
  return [
    `One body can lead ${plainList(kinds)}`,
    partnerMinimum === 0
      ? 'No partners are needed'
      : partnerMinimum === 1
        ? 'An application needs a partner or more'
        : `An application needs ${partnerMinimum} partners or more`,
    partnerSlots === null
      ? 'One body can be a partner in as many as it likes'
      : `One body can be a partner in ${partnerSlots}`,
    ineligible === 'refuse'
      ? 'What fails a rule cannot be submitted'
      : 'What fails a rule can be submitted, and is marked',
  ]
}
