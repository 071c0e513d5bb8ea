import { asksCouncil, type ReturnStanding, returnStandings } from '../../core/benefits/index.ts'
import { fundsWith, organisationsOf, type SignedIn } from '../../core/permissions/index.ts'
import { dayInWords, isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { acceptedAwardsOfFunds, awardsOfPerson, type BenefitAward } from './awards.store.ts'
import { confirmPath, returnPath } from './benefits.paths.ts'
import { actualsWaiting } from './confirming/confirmations.store.ts'
import { type ReturnVersion, returnsOf } from './returning/returns.store.ts'

/** A return that waits beside an earlier one of its award. */
export type LaterReturn = ReturnStanding<ReturnVersion> & { readonly dueInWords: string; readonly href: string }

/** An award whose benefits somebody writes or confirms. */
export type BenefitsWork = {
  readonly award: BenefitAward
  /** The first return that is not accepted; undefined where all are. */
  readonly next: ReturnStanding<ReturnVersion> | undefined
  /** Its day in words; '' where there is none. */
  readonly due: string
  /** Those after it that ask something of the council or its finance already. */
  readonly later: readonly LaterReturn[]
  /** For finance: how many actuals wait for it. */
  readonly toConfirm: number
  readonly confirmHref: string
  /** For those who write: how many finance has sent back. */
  readonly sentBack: number
}

const isThrough = ({ state }: Pick<ReturnStanding<unknown>, 'state'>): boolean =>
  state === 'accepted' || state === 'published'

/** The awards whose benefits this person writes or confirms, with what comes next. Three statements. */
export async function benefitsToWrite(db: Database, actor: SignedIn, now: Date): Promise<readonly BenefitsWork[]> {
  const awards = await awardsOfPerson(db, { organisationIds: organisationsOf(actor), email: actor.email })
  const versions = await returnsOf(
    db,
    awards.map(({ id }) => id),
  )
  const waiting = await actualsWaiting(
    db,
    awards.map(({ id }) => id),
    actor.personId,
  )
  return awards.map((award) => {
    const own = versions.filter(({ awardId }) => awardId === award.id)
    const open = returnStandings(award.acceptedOn, own, isoDay(now)).filter((standing) => !isThrough(standing))
    const [next, ...others] = open
    const confirms = award.finance?.email === actor.email
    const { toConfirm = 0, sentBack = 0 } = waiting.get(award.id) ?? {}
    return {
      award,
      next,
      due: next === undefined ? '' : dayInWords(next.due),
      later: others
        .filter(({ state }) => asksCouncil(state))
        .map((each) => ({ ...each, dueInWords: dayInWords(each.due), href: returnPath(award.reference, each.months) })),
      toConfirm: confirms ? toConfirm : 0,
      confirmHref: confirmPath(award.reference),
      sentBack: confirms ? 0 : sentBack,
    }
  })
}

/** A return that a council has sent, and that nobody has accepted or asked back about. */
export type ReturnToRead = { readonly award: BenefitAward; readonly months: number; readonly href: string }

/** The returns that wait for those who run a fund, what was due first first. Two statements, or none. */
export async function returnsToRead(db: Database, actor: SignedIn, now: Date): Promise<readonly ReturnToRead[]> {
  const fundIds = fundsWith(actor, 'benefits:run')
  if (fundIds.length === 0) return []
  const awards = await acceptedAwardsOfFunds(db, fundIds)
  const versions = await returnsOf(
    db,
    awards.map(({ id }) => id),
  )
  const sent = awards.flatMap((award) => {
    const own = versions.filter(({ awardId }) => awardId === award.id)
    const standings = returnStandings(award.acceptedOn, own, isoDay(now)).filter(({ state }) => state === 'sent')
    return standings.map(({ months, due }) => ({ award, months, due, href: returnPath(award.reference, months) }))
  })
  return sent.toSorted((one, other) => (one.due < other.due ? -1 : 1))
}
