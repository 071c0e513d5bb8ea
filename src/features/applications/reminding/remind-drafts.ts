import { type DueReminder, dueReminder, effectiveDeadline } from '../../../core/rounds/index.ts'
import type { Services } from '../../../platform/services.ts'
import { extensionsOf, type GivenExtension, publishedRounds, type RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { titlesOfPart } from '../colleagues/titles-of-part.ts'
import { takeUntoldOfDrafts } from '../extending/drafts.store.ts'
import { queueAbout } from '../queue-about.ts'
import { reminderMail } from './reminder-mail.messages.ts'

/** So many are reminded in one transaction. */
const batch = 50

/** Whose deadline it is: everyone's but of those who have their own, or that of one application. */
type Due = DueReminder & {
  readonly applicationId: string | null
  readonly except: readonly string[]
  readonly deadlineAt: Date
}

/**
 * Reminds everyone who can write an application that is not submitted, at the times that its round sets before the deadline
 * that counts for it: each person once for each reminder, however often this is done.
 */
export async function remindDrafts(services: Services): Promise<void> {
  const { db, clock } = services
  const now = clock()
  for (const round of await publishedRounds(db)) {
    if (round.opensAt === null || round.opensAt > now || round.cancelledAt !== null) continue
    const extensions = await extensionsOf(db, round.id)
    for (const due of remindersDue(round, extensions, now)) await remindAll(services, round, due)
  }
}

/** The reminders of a round that are due now. */
export function remindersDue(
  round: Pick<RoundInFund, 'ownDeadlineAt' | 'reminderHours'>,
  extensions: readonly Pick<GivenExtension, 'applicationId' | 'deadlineAt' | 'givenAt'>[],
  now: Date,
): readonly Due[] {
  const alone = [...new Set(extensions.flatMap(({ applicationId }) => applicationId ?? []))]
  return [null, ...alone].flatMap((applicationId): readonly Due[] => {
    const deadlineAt = effectiveDeadline(round.ownDeadlineAt, extensions, applicationId)
    if (deadlineAt === null) return []
    const moved = extensions.filter((each) => each.applicationId === null || each.applicationId === applicationId)
    const movedAt = moved.length === 0 ? null : new Date(Math.max(...moved.map(({ givenAt }) => givenAt.getTime())))
    const due = dueReminder(deadlineAt, round.reminderHours, movedAt, now)
    return due === undefined ? [] : [{ ...due, applicationId, except: applicationId === null ? alone : [], deadlineAt }]
  })
}

async function remindAll(services: Services, round: RoundInFund, due: Due): Promise<void> {
  const { db, clock, config } = services
  for (;;) {
    const told = await db.transaction().execute(async (tx) => {
      const people = await takeUntoldOfDrafts(tx, { ...due, roundId: round.id, at: clock(), most: batch })
      for (const person of people) {
        const { illustrative } = person
        const told = {
          deadlineAt: due.deadlineAt,
          now: clock(),
          origin: originForMail(config),
          titles: await titlesOfPart(tx, person),
        }
        await queueAbout(
          tx,
          services,
          { illustrative, fundId: round.fundId },
          {
            kind: 'deadline-reminder',
            recipient: person.email,
            personId: person.personId,
            words: (say) => say(reminderMail)(person, round, told),
          },
        )
      }
      return people.length
    })
    if (told < batch) return
  }
}
