import { contentHash, type Json } from '../../core/canonical/index.ts'
import { brokenInPortfolio, workOutPortfolio } from '../../core/decisions/index.ts'
import { addDays } from '../../core/time/day.ts'
import { rolesOn } from '../../features/accounts/index.ts'
import { askRun } from '../../features/assessment/index.ts'
import { finishRun, startRun } from '../../features/assessment/run-state.store.ts'
import { readCase, readDeciding } from '../../features/decisions/choosing/read-case.ts'
import { portfolioJob } from '../../features/decisions/choosing/request-portfolio.ts'
import {
  insertDeclaration,
  insertNote,
  insertSubmission,
  noteOf,
  submissionOf,
} from '../../features/decisions/deciding/deciding.store.ts'
import { writeRecommendation } from '../../features/decisions/deciding/freeze-recommendation.ts'
import { readStanding } from '../../features/decisions/deciding/read-outcomes.ts'
import { writeDecision } from '../../features/decisions/deciding/record-decision.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { solverName } from '../../platform/solver/solver-name.ts'
import { ukInstant } from '../round-dates.ts'
import { insertEvents } from './insert-events.ts'

export type ToDecide = {
  readonly round: RoundInFund
  /** The day of the decision. The panel recommends three days before; all are told the morning after. */
  readonly on: string
  readonly programmeId: string
}

type Deciding = ToDecide & { readonly panelId: string; readonly deciderId: string }

const madeUp = '(Made up.)'
const testWords = `The method was looked at for this, and meets it: the rules came before the applications. ${madeUp}`

/** Decides on the awards of a made-up round whose interviews are over, as its sealed rules propose it. */
export async function seedDecision(tx: Tx, services: Services, given: ToDecide): Promise<void> {
  const roles = await rolesOn(tx, given.round.fundId)
  const holder = (role: 'panel-member' | 'decision-maker'): string => {
    const found = roles.find((each) => each.role === role)
    if (found === undefined) throw new Error(`the made-up fund has no ${role}`)
    return found.person.id
  }
  const deciding = { ...given, panelId: holder('panel-member'), deciderId: holder('decision-maker') }
  await choosePortfolio(tx, services, deciding)
  await recommend(tx, services, deciding)
  await decide(tx, services, deciding)
}

/** Works out what the sealed rules propose, and keeps it as the run that it is. */
async function choosePortfolio(tx: Tx, services: Services, { round, on, panelId }: Deciding): Promise<void> {
  const deciding = await readDeciding(tx, round)
  if (typeof deciding === 'string') throw new Error(`the made-up round cannot be decided: ${deciding}`)
  const input = await readCase(tx, services, deciding, null)
  const at = ukInstant(addDays(on, -3), 10)
  const { id, number } = await askRun(tx, services, {
    kind: 'portfolio',
    job: portfolioJob,
    action: 'portfolio.requested',
    facts: { name: '', reason: '', forcedIn: [], forcedOut: [] },
    round,
    by: panelId,
    at,
    input,
    rulesSha256: deciding.seal.sha256,
    seed: input.seed,
    solver: solverName,
  })
  const result = workOutPortfolio(input, await openHighs())
  const broken = brokenInPortfolio(input, result)
  if (broken !== undefined || result.status !== 'optimal')
    throw new Error(`no portfolio of the made-up round: ${broken}`)
  const hash = (value: object): string => contentHash(value as unknown as Json, services.sha256)
  const resultSha256 = hash(result)
  await startRun(tx, id, at)
  await finishRun(tx, id, { state: 'done', at, result, resultSha256, verdict: '' })
  await say(tx, services, round, null, at, 'portfolio.worked-out', {
    number,
    inputSha256: hash(input),
    resultSha256,
    state: 'done',
  })
}

async function recommend(tx: Tx, services: Services, { round, on, panelId, programmeId }: Deciding): Promise<void> {
  await declare(tx, services, round, { personId: panelId, stage: 'panel', at: ukInstant(addDays(on, -3), 11) })
  const standing = await readStanding(tx, round, 'panel')
  if (typeof standing === 'string') throw new Error(`the made-up panel cannot recommend: ${standing}`)
  await writeRecommendation(tx, services, { round, standing, by: panelId, at: ukInstant(addDays(on, -3), 16) })
  const at = ukInstant(addDays(on, -2), 12)
  const tests = { regularity: testWords, propriety: testWords, valueForMoney: testWords, feasibility: testWords }
  const officer = `Jo Whitlock ${madeUp}`
  await insertNote(tx, { ...tests, by: officer, roundId: round.id, at, savedBy: programmeId })
  await say(tx, services, round, programmeId, at, 'decision.note-saved', { officer })
  await insertSubmission(tx, {
    summary: `The panel recommends what the sealed rules propose. Nothing departs from it. ${madeUp}`,
    options: `Fewer awards would leave money unused; others would cost what the portfolio says. ${madeUp}`,
    linesToTake: `Awards were chosen by rules that were fixed before anybody applied. ${madeUp}`,
    roundId: round.id,
    at,
    by: programmeId,
  })
  await say(tx, services, round, programmeId, at, 'decision.submission-saved', {})
}

async function decide(tx: Tx, services: Services, { round, on, deciderId }: Deciding): Promise<void> {
  await declare(tx, services, round, { personId: deciderId, stage: 'decision', at: ukInstant(on, 10) })
  const standing = await readStanding(tx, round, 'decision')
  const [note, submission] = [await noteOf(tx, round.id), await submissionOf(tx, round.id)]
  if (typeof standing === 'string' || note === undefined || submission === undefined)
    throw new Error('the made-up round is not ready to be decided')
  await writeDecision(tx, services, {
    round,
    standing,
    note,
    submission,
    read: {
      decidedBy: 'Margaret Hale',
      title: 'Senior responsible owner (made up)',
      recordedBy: '',
      evidence: '',
      tellAt: ukInstant(addDays(on, 1), 9, 30),
      expiresOn: addDays(on, 60),
      approval: { asked: false, reason: 'Illustrative: the funder is made up.' },
    },
    recordedById: deciderId,
    at: ukInstant(on, 11),
  })
}

type Declares = { readonly personId: string; readonly stage: 'panel' | 'decision'; readonly at: Date }

/** Somebody says that they have no conflict. */
async function declare(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  { personId, stage, at }: Declares,
): Promise<void> {
  const nothing = { applicationIds: [], statement: '', decider: '', evidence: '', takenBackFor: '' }
  await insertDeclaration(tx, { ...nothing, personId, stage, declaredAt: at, roundId: round.id })
  await say(tx, services, round, personId, at, 'decision.conflicts-declared', { stage, applicationIds: [] })
}

async function say(
  tx: Tx,
  services: Services,
  { id, fundId }: RoundInFund,
  actorId: string | null,
  at: Date,
  action: string,
  facts: { readonly [name: string]: Json },
): Promise<void> {
  await insertEvents(tx, services, fundId, [{ action, actorId, objectType: 'round', objectId: id, at, facts }])
}
