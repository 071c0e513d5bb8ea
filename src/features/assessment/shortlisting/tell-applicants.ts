import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { approvalStand } from './read-approvals.ts'
import { dueToTell, type FrozenShortlist, markTold, shortlistOf } from './shortlist.store.ts'
import { peopleToTell } from './told.store.ts'
import { toldMail } from './told-mail.messages.ts'

/** The job that looks every minute whether applicants are to be told. */
export const tellShortlistsJob = 'tell-shortlists'

/**
 * Tells the people of every lead and of every partner that accepted what became of the application, at the time that was set: once, and not before
 * every funder has approved the shortlist where it says so. One that waits is told as soon as the last has.
 */
export async function tellShortlists(services: Services): Promise<void> {
  const { db, clock } = services
  for (const roundId of await dueToTell(db, clock())) {
    const round = await roundById(db, roundId)
    const shortlist = await shortlistOf(db, roundId)
    if (round === undefined || shortlist === undefined) continue
    if ((await approvalStand(db, round.fundId, shortlist)).missing.length > 0) continue
    await tellAll(services, round, shortlist)
  }
}

/** All in one transaction: nobody learns before the others, and nobody twice. */
async function tellAll(services: Services, round: RoundInFund, { document, sha256 }: FrozenShortlist): Promise<void> {
  const { applications } = JSON.parse(document) as ShortlistDocument
  const origin = originForMail(services.config)
  await services.db.transaction().execute(async (tx) => {
    const at = services.clock()
    if (!(await markTold(tx, round.id, at))) return
    const told = await peopleToTell(tx, round.id)
    const chosen = new Set(applications.filter(({ shortlisted }) => shortlisted).map(({ reference }) => reference))
    // Also those that were not scored, because they were not eligible or out of scope: nobody is left waiting.
    for (const { reference, people } of told) {
      const shortlisted = chosen.has(reference)
      for (const { personId, email, leads } of people) {
        await queueAbout(
          tx,
          services,
          { illustrative: round.illustrative, fundId: round.fundId },
          {
            kind: 'shortlist-told',
            recipient: email,
            personId,
            words: (say) => say(toldMail)({ round, reference, shortlisted, leads, origin }),
          },
        )
      }
    }
    await recordEvent(tx, {
      action: 'shortlist.told',
      actorId: null,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { sha256, applications: told.length },
    })
  })
}
