import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type RoundInFund, roundPagePath } from '../../funds/index.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import type { Step } from '../pages/decisions.ts'
import { readFunders } from './read-funders.ts'
import { fundersPath, tellingPath } from './telling.paths.ts'

/**
 * Whether the funders and then everybody are told, and when results can be published, as steps of the decisions of a round.
 *
 * @param publishes whether they may publish: otherwise that step is no link
 */
export async function tellingSteps(
  db: Database,
  round: RoundInFund,
  { publishes }: { readonly publishes: boolean },
): Promise<readonly Step[]> {
  const decision = await decisionOf(db, round.id)
  const [fund, slug] = [round.fund.slug, round.slug]
  const funders = decision === undefined ? 'After the decision' : await fundersStanding(db, round)
  return [
    { text: 'Telling the funders', href: fundersPath(fund, slug), standing: funders },
    { text: 'Telling everybody', href: tellingPath(fund, slug), standing: everybodyStanding(decision) },
    {
      text: 'Publishing the results',
      href: publishes ? roundPagePath(fund, slug, 'results') : undefined,
      standing: decision === undefined || decision.toldAt === null ? 'Once everybody is told' : 'Open',
    },
  ]
}

async function fundersStanding(db: Database, round: RoundInFund): Promise<string> {
  const { untold, silent, told } = await readFunders(db, round)
  if (untold.length + silent.length > 0) return 'Not told'
  return told.length === 0 ? 'Nobody to tell' : 'Told'
}

function everybodyStanding(decision: Decision | undefined): string {
  if (decision === undefined) return 'After the decision'
  const { tellAt, toldAt } = decision
  return toldAt === null ? `Not before ${ukTime(tellAt)}` : `Told at ${ukTime(toldAt)}`
}
