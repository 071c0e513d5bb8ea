import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { peopleToTell } from '../../assessment/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { offerDecided } from '../awarding/offer-awards.ts'
import { type Decision, decisionOf, markOutcomesTold } from '../deciding/decision.store.ts'
import { type KeptLetters, keepLetters } from './keep-letters.ts'
import { outcomeMail } from './outcome-mail.messages.ts'
import { decisionsToTell } from './telling.store.ts'
import { tellingWaits } from './telling-waits.ts'

/** The job that looks every minute whether an embargo has ended. */
export const tellOutcomesJob = 'tell-outcomes'

/**
 * Tells the people of every lead and of every partner that accepted what was decided, and offers the awards: once the
 * embargo has ended, not before every funder has approved exactly this decision where it says so, and not before funders are
 * told. A round whose people cannot be told is logged, and stops no other.
 */
export async function tellOutcomes(services: Services): Promise<void> {
  const { db, clock } = services
  for (const roundId of await decisionsToTell(db, clock())) {
    try {
      const round = await roundById(db, roundId)
      const decision = await decisionOf(db, roundId)
      if (round === undefined || decision === undefined) continue
      if ((await tellingWaits(db, round, decision, clock())).length > 0) continue
      await tellAll(services, round, decision)
    } catch (error) {
      services.log.error({ err: error, round: roundId }, 'the outcomes of a round could not be told')
    }
  }
}

/** All in one transaction: nobody learns before the others, nobody twice, and no award is offered without it. */
async function tellAll(services: Services, round: RoundInFund, decision: Decision): Promise<void> {
  const origin = originForMail(services.config)
  await services.db.transaction().execute(async (tx) => {
    const told = await writeTelling(tx, services, { round, decision, at: services.clock() })
    if (told === undefined) return
    const about = { illustrative: round.illustrative, fundId: round.fundId }
    for (const { reference, people } of await peopleToTell(tx, round.id)) {
      const letter = told.letters.get(reference)
      if (letter === undefined) continue
      for (const { personId, email, leads } of people) {
        const mail = (say: Say) => say(outcomeMail)(letter, { leads, origin })
        await queueAbout(tx, services, about, { kind: 'outcome-told', recipient: email, personId, words: mail })
      }
    }
  })
}

/** Tells what was decided, with its letters, and offers the awards, but writes to nobody. @returns undefined when all are told */
export async function writeTelling(
  tx: Tx,
  services: Services,
  { round, decision, at }: { readonly round: RoundInFund; readonly decision: Decision; readonly at: Date },
): Promise<KeptLetters | undefined> {
  if (!(await markOutcomesTold(tx, round.id, at))) return undefined
  const kept = await keepLetters(tx, services, { round, decision, at })
  await offerDecided(tx, services, { round, decision: { ...decision, toldAt: at }, at })
  await recordEvent(tx, {
    action: 'decision.told',
    actorId: null,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { sha256: decision.sha256, tellingSha256: kept.sha256, applications: kept.letters.size },
  })
  return kept
}
