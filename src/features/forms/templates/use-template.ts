import type { Actor } from '../../../core/permissions/index.ts'
import { leadSlotsFit } from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { changeRoundRules, holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { addForm } from '../create-form.ts'
import { formsOfFund, formVersionById } from '../forms.store.ts'
import { findTemplate } from './read-template.ts'
import type { TemplateRules } from './read-templates.ts'

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly template: string; readonly at: Date }

/**
 * Makes the form of a real fund a draft of this fund's, its screener too, and sets the rules of the round as that fund had
 * them, unless the round has opened or its form does not ask what they count.
 *
 * @returns the draft of the form, and whether the rules were set
 * @throws {NotFound} if there is no such template, or the round is not there or not theirs to change
 */
export async function useTemplate(
  services: Services,
  { actor, path, template, at }: Asked,
): Promise<{ readonly versionId: string; readonly rulesSet: boolean }> {
  const { name, fund, form, screener } = await findTemplate(template)
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const forms = [
      { definition: form, purpose: fund.purpose, start: `template:${name}/form` },
      ...(screener === undefined
        ? []
        : [{ definition: screener, purpose: 'eligibility' as const, start: `template:${name}/screener` }]),
    ]
    const made: string[] = []
    for (const each of forms) {
      const free = await freeName(tx, round.fundId, each.definition.title)
      made.push(await addForm(tx, services, { actor, fundId: round.fundId, name: free, at, ...each }))
    }
    const rulesSet = await setRules(tx, { actor, path, at, round, rules: fund.rules })
    return { versionId: made[0] ?? '', rulesSet }
  })
}

/** The title, with a number where the fund has a form called so. */
async function freeName(tx: Tx, fundId: string, title: string): Promise<string> {
  const taken = new Set((await formsOfFund(tx, fundId)).map(({ name }) => name))
  let name = title
  for (let number = 2; taken.has(name); number += 1) name = `${title} (${number})`
  return name
}

async function setRules(
  tx: Tx,
  {
    actor,
    path,
    at,
    round,
    rules,
  }: Omit<Asked, 'template'> & { readonly round: RoundInFund; readonly rules: TemplateRules },
): Promise<boolean> {
  const version = round.formVersionId === null ? undefined : await formVersionById(tx, round.formVersionId)
  if (version !== undefined && !leadSlotsFit(rules.leadSlots, version.definition)) return false
  const { screenerVersionId } = round
  return await changeRoundRules(tx, { actor, path, rules: { ...rules, screenerVersionId }, at })
}
