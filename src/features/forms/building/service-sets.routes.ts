import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FormProblem } from '../form-problem.ts'
import { problemsOnPage } from '../forms.messages.ts'
import { retireServiceSetPath, serviceSetsPath } from './building.paths.ts'
import { offerSet, retireServiceSet } from './offer-set.ts'
import { serviceSetsPage } from './pages/service-sets.ts'
import { everySet, type SetOfFund } from './sets.store.ts'

/** The sets of questions that administrators offer to every fund. */
export const serviceSetsRoutes = (services: Services): Route[] => [
  get(serviceSetsPath, 'service:administer', async (ask) => await showSets(services, ask, [])),
  post(serviceSetsPath, 'service:administer', 'form.set-offered', async (ask) => {
    const { actor, form, receivedAt: at } = ask
    const asked = { actor, at, setId: form.line('set'), replace: form.line('replace') === 'yes' }
    const result = await offerSet(services, asked)
    if (!result.ok) return await showSets(services, ask, result.problems)
    return seeOther(serviceSetsPath, { flash: `The set “${result.value}” is offered to every fund` })
  }),
  post(retireServiceSetPath(':set'), 'service:administer', 'form.set-retired', async (ask) => {
    await retireServiceSet(services, { actor: ask.actor, setId: param(ask, 'set'), at: ask.receivedAt })
    return seeOther(serviceSetsPath, { flash: 'The set is removed' })
  }),
]

async function showSets({ db }: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const sets = await everySet(db)
  const ofService = sets.filter(({ fundId }) => fundId === null)
  const names = new Set(ofService.map(({ name }) => name.toLowerCase()))
  const page = serviceSetsPage({
    sets: ofService.map((set) => ({ ...shown(set), action: retireServiceSetPath(set.id) })),
    ofFunds: sets
      .filter(({ fundId }) => fundId !== null)
      .map((set) => ({
        ...shown(set),
        id: set.id,
        fund: set.fundName ?? '',
        replaces: names.has(set.name.toLowerCase()),
      })),
    action: serviceSetsPath,
    csrf: ask.csrf,
    problems: problemsOnPage(problems, ['of-funds'], 'of-funds'),
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

const shown = ({ name, questions }: SetOfFund) => ({ name, questions: questions.map(({ label }) => label) })
