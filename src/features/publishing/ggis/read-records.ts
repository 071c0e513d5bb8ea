import {
  type GgisAward,
  type GgisPayment,
  type GgisScheme,
  organisationIdOf,
  yearsOf,
} from '../../../core/open-data/index.ts'
import { markedSubject } from '../../../core/text/illustrative-words.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { organisationsById } from '../../accounts/index.ts'
import { type Award, awardsOf } from '../../decisions/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { grantPayments } from '../../support/index.ts'

/** Why an award is not in the file of awards. */
export type LeftOut = 'in-kind' | 'not-accepted' | 'ended'

/** What the Government Grants Information System is told of a round. */
export type GgisRecords = {
  readonly scheme: GgisScheme
  readonly awards: readonly GgisAward[]
  /** Of those awards. */
  readonly payments: readonly GgisPayment[]
  readonly leftOut: readonly { readonly recipient: string; readonly why: LeftOut }[]
}

/**
 * A round as a scheme, and its accepted awards with what was paid of them: four statements.
 *
 * @param inKind whether support in kind is told too: no grant is paid for it
 * @param prefix of ids of bodies that no register has
 */
export async function readRecords(
  db: Database,
  round: RoundInFund,
  { inKind, prefix }: { readonly inKind: boolean; readonly prefix: string },
): Promise<GgisRecords> {
  const { fund } = round
  const all = await awardsOf(db, round.id)
  const bodies = await organisationsById(
    db,
    all.map(({ organisationId }) => organisationId),
  )
  const why = (award: Award): LeftOut | undefined => whyLeftOut(award, inKind)
  const told = all.filter((award) => why(award) === undefined)
  const reference = `${fund.slug}/${round.slug}`
  const startsOn = round.opensAt && isoDay(round.opensAt)
  const nameOf = ({ organisationId }: Award): string => bodies.get(organisationId)?.name ?? organisationId
  return {
    scheme: {
      name: markedSubject(round.illustrative, `${fund.name}, ${round.name}`),
      reference,
      pounds: fund.budgetPounds,
      startsOn,
      years: yearsOf(
        startsOn,
        told.map(({ endsOn }) => endsOn),
      ),
      seniorOfficer: fund.seniorOfficerName,
      adminEmail: round.contactEmail,
      funder: round.funders[0]?.organisationName ?? '',
      objective: fund.summary,
    },
    awards: told.map((award) => {
      const { kind = '', gssCode = null, illustrative = round.illustrative } = bodies.get(award.organisationId) ?? {}
      const body = { id: award.organisationId, name: nameOf(award), kind, gssCode, illustrative }
      return {
        scheme: reference,
        reference: award.reference,
        name: markedSubject(round.illustrative, award.title),
        recipient: body.name,
        recipientId: organisationIdOf(body, prefix),
        adminEmail: round.contactEmail,
        objective: award.title,
        startsOn: award.startsOn,
        endsOn: award.endsOn,
        pounds: award.pounds,
      }
    }),
    payments: (await grantPayments(db, round.id)).flatMap(({ reference: paidTo, on, pence, paymentReference }) => {
      const award = told.find((each) => each.reference === paidTo)
      if (award === undefined) return []
      const moved = { on, pounds: pence / 100, reference: paymentReference }
      return [{ scheme: reference, award: paidTo, recipient: nameOf(award), ...moved }]
    }),
    leftOut: all.flatMap((award) => {
      const reason = why(award)
      return reason === undefined ? [] : [{ recipient: nameOf(award), why: reason }]
    }),
  }
}

function whyLeftOut({ state, type }: Award, inKind: boolean): LeftOut | undefined {
  if (state === 'declined' || state === 'withdrawn') return 'ended'
  if (state !== 'accepted') return 'not-accepted'
  return type === 'support-in-kind' && !inKind ? 'in-kind' : undefined
}
