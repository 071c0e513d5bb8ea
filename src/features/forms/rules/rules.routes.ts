import { mostField, type RoundRulesTyped } from '../../../core/rounds/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { roundOf } from '../address.routes.ts'
import { roundRulesPath } from '../forms.paths.ts'
import { rulesPage } from './pages/rules.ts'
import { readRules } from './read-rules.ts'
import { type RulesProblem, rulesProblemWords } from './rules.messages.ts'
import { saveRules } from './save-rules.ts'

const address = '/manage/funds/:fund/:round/applying'

/** Who can apply, how often and with how many partners. */
export const rulesRoutes = (services: Services): Route[] => [
  get(address, 'fund:read', (ask) => showRules(services, ask, [], undefined)),
  post(address, 'fund:edit', 'round.rules-changed', async (ask) => {
    const typed = typedIn(ask)
    const asked = { actor: ask.actor, path: roundOf(ask), typed, at: ask.receivedAt }
    const result = await saveRules(services, asked)
    if (!result.ok) return await showRules(services, ask, result.problems, typed)
    return seeOther(roundRulesPath(roundOf(ask)), { flash: 'The rules are saved' })
  }),
]

const typedIn = ({ form }: Ask): RoundRulesTyped => ({
  countedBy: form.line('countedBy'),
  most: form.line('most'),
  mostOf: (question, option) => form.line(mostField(question, option)),
  partnerMinimum: form.line('partnerMinimum'),
  partnerSlots: form.line('partnerSlots'),
  ineligible: form.line('ineligible'),
  screenerVersionId: form.line('screener'),
})

async function showRules(
  { db }: Services,
  ask: Ask,
  problems: readonly RulesProblem[],
  typed: RoundRulesTyped | undefined,
): Promise<Answer> {
  const view = await readRules(db, { actor: ask.actor, path: roundOf(ask), at: ask.receivedAt })
  const model = { ...view, typed: typed ?? view.typed, csrf: ask.csrf, problems: problems.map(rulesProblemWords) }
  return show(rulesPage(model), { status: problems.length > 0 ? 400 : 200 })
}
